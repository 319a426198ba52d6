using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Demonstration;

/// <summary>A little of who may know what, so that a newcomer finds it alive: an entry in an emergency for the guardian to judge, a relative whom a member declared
/// with the suspicion that it raised, and a file shared for some weeks. No draw of chance: the newest referrals of the desk in the order of their references.</summary>
internal static class DemonstrationAccess
{
    public static async Task CreateAsync(IServiceProvider services, string address, CancellationToken ct)
    {
        var now = LondonTime.UtcNow(services.GetRequiredService<TimeProvider>());
        var viewer = NeedToKnow.Unrestricted(Viewer.System("demonstration", now), UnrestrictedReason.Generation);
        await using var db = await services.GetRequiredService<Partnerships>().OpenAsync(address, viewer, ct);
        var files = await db.Referrals.AsNoTracking().OrderByDescending(r => r.ReceivedAt).ThenBy(r => r.Reference).Select(r => new { r.CaseFile, r.Subject }).Take(12).ToListAsync(ct);
        var workers = await db.Members.AsNoTracking().OrderBy(m => m.Name).ToListAsync(ct);
        var workersOfCases = workers.Where(m => m.Jobs.HasFlag(Job.CaseWorker)).ToList();
        if (files.Count < 12 || workersOfCases.Count < 2)
            return;
        var act = new Act(viewer, now, "demonstration.access", "setting up the demonstration");
        Act By(Member member) => act with { Who = viewer with { Member = member.Id, Jobs = member.Jobs } };

        await Emergencies.EnterAsync(db, db, By(workersOfCases[0]), files[9].CaseFile, EmergencyReason.ContactOutOfHours, "A made-up neighbour rang: she is at the hospital and nobody of her team answers.", ct);
        if (await db.Teams.AsNoTracking().Where(t => !t.IsFrontDoor && t.IsActive).OrderBy(t => t.Name).Select(t => (Id<Team>?)t.Id).FirstOrDefaultAsync(ct) is { } team)
            await Sharings.ShareAsync(db, By(workersOfCases[1]), await db.KeyOfAsync(files[10].CaseFile, ct), SharedWith.TheTeam(team), Depth.Work, [], SharingPurpose.SupportTogether, ConsentBasis.Consent, "She agreed on the telephone.", now.AddDays(42), ct);
        // A whole agency that asked what became of somebody learns that and no more.
        if (await db.Agencies.AsNoTracking().Where(a => a.Kind == AgencyKind.Police && db.Teams.Any(t => t.Agency == a.Id && t.IsActive)).OrderBy(a => a.Name).Select(a => (Id<Agency>?)a.Id).FirstOrDefaultAsync(ct) is { } police)
            await Sharings.ShareAsync(db, By(workersOfCases[1]), await db.KeyOfAsync(files[8].CaseFile, ct), SharedWith.TheAgency(police), Depth.Outcome, [], SharingPurpose.ProtectFromHarm, ConsentBasis.Consent, "She wants them to know that she has help.", now.AddDays(42), ct);
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == files[11].Subject, ct);
        Declared.Add(db, By(workersOfCases[^1]), Tie.Neighbour, new(person.DisplayName(await db.KeyOfAsync(files[11].CaseFile, ct))));
        await db.SaveAsync(act, ct);
    }
}
