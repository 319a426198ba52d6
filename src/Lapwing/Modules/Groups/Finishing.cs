using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Groups;

/// <summary>Ends a group after its last session: whoever came to enough sessions has completed it, and so have pairs of whom both did.</summary>
internal static class Finishing
{
    /// <summary>Ends a group and its places as far as this viewer may know them. The caller saves.</summary>
    public static async Task EndAsync(PartnershipDb db, Act act, GroupProgramme programme, Cohort cohort, DateOnly today, CancellationToken ct)
    {
        var sessions = await db.CohortSessions.AsNoTracking().Where(s => s.Cohort == cohort.Id).ToListAsync(ct);
        if (sessions.Where(s => s.TakenAt is null).OrderBy(s => s.Number).FirstOrDefault() is { } missing)
            throw new RuleBroken("register-missing", $"The register of session {missing.Number} was not taken. Take it first, so that nobody's attendance is guessed.");
        cohort.End(act, programme, today);
        var places = await db.GroupPlaces.Where(p => p.Cohort == cohort.Id && p.Status == PlaceStatus.Placed).ToListAsync(ct);
        var ids = places.Select(p => p.Id).ToArray();
        var came = (await db.Attendances.AsNoTracking().Where(a => ids.Contains(a.Place) && a.Presence == Presence.Came).Select(a => a.Place).ToListAsync(ct)).CountBy(place => place).ToDictionary();
        var pairs = places.Select(p => p.Pair).OfType<Guid>().Distinct().ToArray();
        var done = (await db.GroupPlaces.AsNoTracking().Where(p => p.Pair != null && pairs.Contains(p.Pair.Value) && p.Status == PlaceStatus.Completed).Select(p => new { p.Pair, p.Who }).ToListAsync(ct)).ToLookup(p => p.Pair!.Value, p => p.Who);
        var counted = new HashSet<Guid>();
        foreach (var place in places.OrderBy(p => p.Id.Value))
        {
            var times = came.GetValueOrDefault(place.Id);
            var completes = times >= programme.LeastSessions && place.Pair is { } pair && done[pair].Any(who => who != place.Who) && !done[pair].Contains(place.Who) && counted.Add(pair);
            place.Finish(act, times, programme.LeastSessions, completes);
        }
    }
}
