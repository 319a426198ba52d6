using Lapwing.Data;
using Lapwing.Modules.Accommodation;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Figures;

/// <summary>Safe accommodation counted a second time, from its records.</summary>
internal sealed partial class Census
{
    private async Task AddAccommodationAsync(PartnershipDb db, CancellationToken ct)
    {
        foreach (var r in await db.SafeRequests.AsNoTracking().ToListAsync(ct))
            Put("safe-places-asked", new(r.Id.Value, r.Household, Day(r.AskedAt), null, 1, 0, Coming(r.Needs)));
        foreach (var e in await db.SafeEnquiries.AsNoTracking().ToListAsync(ct))
            Put("safe-places-asked", new(e.Id.Value, e.Id.Value, Day(e.At), null, 1, 0, Coming(e.Needs)));
        foreach (var a in await db.TurnAways.AsNoTracking().ToListAsync(ct))
            Put("households-turned-away", new(a.Id.Value, a.Household, Day(a.At), null, 1, 0, By(("turn-away-reason", Kebab(a.Reason)))));
        foreach (var s in await db.SafeStays.AsNoTracking().ToListAsync(ct))
        {
            Put("moved-into-safety", new(s.Id.Value, s.Household, s.MovedInOn, null, 1, 0, By(("unit-type", Kebab(s.Type)))));
            if (s.MovedOnOn is { } left)
                Put("moved-on-from-safety", new(s.Id.Value, s.Household, left, null, 1, 0, By(("moved-on-to", Kebab(s.To!.Value)))));
        }
        foreach (var w in await db.SanctuaryWorks.AsNoTracking().Where(w => w.FittedOn != null).ToListAsync(ct))
            Put("sanctuaries-fitted", new(w.Id.Value, w.Household, w.FittedOn!.Value, null, 1, 0, []));
        var types = await db.SafeUnits.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Type, ct);
        foreach (var unit in (await db.VacancyChanges.AsNoTracking().ToListAsync(ct)).GroupBy(c => c.Unit))
            Vacancies(unit.Key.Value, By(("unit-type", Kebab(types[unit.Key]))), unit.OrderBy(c => c.At).Select(c => (Day(c.At), c.Difference)));
    }

    /// <summary>Each space that came up, until one of the unit was let or withdrawn: which of them it was makes no difference to a number.</summary>
    private void Vacancies(Guid unit, Dictionary<string, string> by, IEnumerable<(DateOnly Day, int Difference)> changes)
    {
        var open = new Stack<DateOnly>();
        foreach (var (day, difference) in changes)
        {
            for (var up = difference; up > 0; up--)
                open.Push(day);
            for (var down = difference; down < 0; down++)
                Put("safe-vacancies", new(unit, Guid.Empty, open.Pop(), day, 1, 0, by));
        }
        foreach (var since in open)
            Put("safe-vacancies", new(unit, Guid.Empty, since, null, 1, 0, by));
    }

    /// <summary>The fourth part of the stored needs lists the children.</summary>
    private static Dictionary<string, string> Coming(string needs) => By(("children-coming", needs.Split('|')[3].Length > 0 ? "with" : "without"));
}
