using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Handovers;
using Lapwing.Modules.Referrals.Handovers.Between;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lapwing.Demonstration;

/// <summary>People causing harm whom Barking and Dagenham has handed over to the Drive consortium, each at another step: arrived, accepted, deferred, declined, taken back, run out.
/// It goes the way of every handover, through outbox and inbox, at times of the last weeks; it chooses by order and draws nothing. May be run again.</summary>
public static class DemonstrationHandovers
{
    /// <summary>What becomes of each, and how many days ago it was sent.</summary>
    private static readonly (HandoverStatus Becomes, int Days)[] Plan =
    [
        (HandoverStatus.Received, 1), (HandoverStatus.Received, 3), (HandoverStatus.Accepted, 6), (HandoverStatus.Accepted, 9), (HandoverStatus.Accepted, 16), (HandoverStatus.Accepted, 23),
        (HandoverStatus.Deferred, 7), (HandoverStatus.Declined, 12), (HandoverStatus.Withdrawn, 14), (HandoverStatus.Expired, 40),
    ];

    /// <summary>More than there are of the last weeks.</summary>
    private const int Most = 200;

    public static async Task CreateAsync(IServiceProvider services, IProgress<string> progress, CancellationToken ct)
    {
        var (partnerships, time) = (services.GetRequiredService<Partnerships>(), services.GetRequiredService<TimeProvider>());
        if (await partnerships.FindAsync(BarkingAndDagenham.Address, ct) is not { } borough || await partnerships.FindAsync(DriveEastArea.Address, ct) is not { } drive)
            return;
        var now = Storage.Whole(LondonTime.UtcNow(time));
        if (!await AgreeAsync(partnerships, borough, drive, now, ct) | !await AgreeAsync(partnerships, drive, borough, now, ct))
            return;
        progress.Report("Handing some people over to Drive …");
        var post = services.GetRequiredService<HandoverPost>();
        var files = await FilesAsync(partnerships, now, ct);
        foreach (var (becomes, days) in Plan)
        {
            // Known for some days before it is handed over; each once.
            var at = now.AddDays(-days);
            var next = files.FindIndex(f => f.ReceivedAt < at.AddDays(-4));
            if (next < 0)
                continue;
            await LiveAsync(partnerships, post, borough, at, files[next].File, becomes, ct);
            files.RemoveAt(next);
        }
    }

    /// <returns>False when they are partners already.</returns>
    private static async Task<bool> AgreeAsync(Partnerships partnerships, Partnership here, Partnership other, DateTime now, CancellationToken ct)
    {
        await using var db = await OpenAsync(partnerships, here.Address, now, ct);
        if (await db.Partners.AnyAsync(ct))
            return false;
        var administrators = await db.Members.AsNoTracking().Where(m => m.Jobs == Job.Administrator).OrderBy(m => m.Name).Select(m => m.Id).Take(2).ToListAsync(ct);
        Act By(int n) => new(db.Viewer with { Member = administrators[n] }, now, "demonstration.partner", "setting up the demonstration");
        var partner = Partner.ProposeHere(By(0), 1, other.Address, other.Name);
        partner.Confirm(By(1));
        db.Add(partner);
        await db.SaveAsync(By(1), ct);
        return true;
    }

    /// <summary>The files of people causing harm, the newest first.</summary>
    private static async Task<List<(Id<CaseFile> File, DateTime ReceivedAt)>> FilesAsync(Partnerships partnerships, DateTime now, CancellationToken ct)
    {
        await using var db = await OpenAsync(partnerships, BarkingAndDagenham.Address, now, ct);
        var found = await db.Referrals.AsNoTracking().Where(r => r.Who == WhoIsReferred.PersonCausingHarm && r.IsNamed).OrderByDescending(r => r.ReceivedAt).ThenBy(r => r.Reference)
            .Select(r => new { r.CaseFile, r.ReceivedAt }).Take(Most).ToListAsync(ct);
        return [.. found.Select(f => (f.CaseFile, f.ReceivedAt))];
    }

    private static async Task LiveAsync(Partnerships partnerships, HandoverPost post, Partnership from, DateTime at, Id<CaseFile> file, HandoverStatus becomes, CancellationToken ct)
    {
        var handover = await SendAsync(partnerships, from, at, file, becomes == HandoverStatus.Expired ? at.AddDays(21) : at.AddDays(60), ct);
        await DeliverAsync(partnerships, post, from.Address, at.AddMinutes(2), ct);
        var decided = at.AddHours(20);
        if (becomes == HandoverStatus.Withdrawn)
            await RecallAsync(partnerships, from.Address, decided, handover, ct);
        else if (becomes == HandoverStatus.Expired)
            await ExpireAsync(partnerships, decided = at.AddDays(21), handover, ct);
        else if (becomes != HandoverStatus.Received)
            await DecideAsync(partnerships, decided, handover, becomes, ct);
        await DeliverAsync(partnerships, post, from.Address, decided.AddMinutes(2), ct);
        await DeliverAsync(partnerships, post, DriveEastArea.Address, decided.AddMinutes(3), ct);
    }

    private static async Task<Guid> SendAsync(Partnerships partnerships, Partnership from, DateTime at, Id<CaseFile> file, DateTime until, CancellationToken ct)
    {
        await using var db = await OpenAsync(partnerships, from.Address, at, ct);
        var worker = await db.Members.AsNoTracking().Join(db.TeamMemberships, m => m.Id, t => t.Member, (m, t) => new { m.Id, m.Name, t.Team })
            .Join(db.Teams, m => m.Team, t => t.Id, (m, t) => new { m.Id, m.Name, Team = t.Name, t.Telephone }).Where(m => m.Team == "Cranstoun behaviour change").FirstAsync(ct);
        var packed = await Packing.PackAsync(db, from.Name, file, new(HandoverPurpose.SharedPlace, ConsentBasis.PreventionOfCrime, "Serious and repeated harm; the panel of Drive must be able to decide.", until,
            HandoverPart.Subject | HandoverPart.Risk, "Meets what Drive is for: high risk, more than one victim, no change by other means. A worker for the victim is in place here."), ct);
        var package = packed.Package with { Id = Guid.CreateVersion7(), SenderWorker = worker.Name, SenderTeam = worker.Team, SenderTelephone = worker.Telephone };
        // What was assessed later was not known then.
        if (package.Risk?.On > LondonTime.DateOf(at))
            package = package with { Risk = null };
        var act = new Act(db.Viewer with { Member = worker.Id }, at, "demonstration.handover", "setting up the demonstration");
        Handovers.Send(db, act, packed.Key, await db.Partners.AsNoTracking().SingleAsync(ct), package, packed.Subject, packed.PersonToken);
        await db.SaveAsync(act, ct);
        return package.Id;
    }

    /// <summary>Delivers what waits in one outbox, as it would have been at that time.</summary>
    private static async Task DeliverAsync(Partnerships partnerships, HandoverPost post, string address, DateTime at, CancellationToken ct)
    {
        await using var db = await OpenAsync(partnerships, address, at, ct);
        var job = new DeliverHandover(partnerships, new Then(at), post, NullLogger<DeliverHandover>.Instance);
        foreach (var message in await db.HandoverMessages.AsNoTracking().Where(m => m.State == MessageState.Waiting).OrderBy(m => m.At).ThenBy(m => m.Number).Select(m => m.Id).ToListAsync(ct))
            await job.RunAsync(address, message.Value, (_, _) => Task.CompletedTask, ct);
    }

    private static async Task RecallAsync(Partnerships partnerships, string address, DateTime at, Guid package, CancellationToken ct)
    {
        await using var db = await OpenAsync(partnerships, address, at, ct);
        var handover = await db.Handovers.SingleAsync(h => h.Package == package, ct);
        var act = new Act(db.Viewer with { Member = handover.By }, at, "demonstration.handover", "setting up the demonstration");
        await Handovers.RecallAsync(db, act, handover, HandoverRecall.NoLongerNeeded, ct);
        await db.SaveAsync(act, ct);
    }

    private static async Task ExpireAsync(Partnerships partnerships, DateTime at, Guid package, CancellationToken ct)
    {
        await using var db = await OpenAsync(partnerships, DriveEastArea.Address, at, ct);
        var arrival = await db.HandoverArrivals.AsNoTracking().SingleAsync(a => a.Package == package, ct);
        await new ExpireHandover(partnerships, new Then(at)).RunAsync(DriveEastArea.Address, arrival.Id.Value, (_, _) => Task.CompletedTask, ct);
    }

    private static async Task DecideAsync(Partnerships partnerships, DateTime at, Guid package, HandoverStatus becomes, CancellationToken ct)
    {
        await using var db = await OpenAsync(partnerships, DriveEastArea.Address, at, ct);
        var arrival = await db.HandoverArrivals.AsNoTracking().SingleAsync(a => a.Package == package, ct);
        var referral = await db.Referrals.SingleAsync(r => r.Id == arrival.Referral, ct);
        var worker = (await db.Members.AsNoTracking().OrderBy(m => m.Name).ToListAsync(ct)).First(m => m.Jobs.HasFlag(Job.FrontDoor)).Id;
        var act = new Act(db.Viewer with { Member = worker }, at, "demonstration.handover", "setting up the demonstration");
        var clocks = await ClockSettings.ReadAsync(db, ct);
        if (becomes == HandoverStatus.Declined)
        {
            var key = await db.KeyOfAsync(arrival.CaseFile, ct);
            referral.Decline(act, DeclineReason.NotEligible, clocks.MinutesSince(referral.ReceivedAt, at), key.Seal("One victim only, and he takes part in the behaviour change programme already."));
        }
        else if (becomes == HandoverStatus.Accepted)
        {
            var service = await db.Services.SingleAsync(s => s.Number == 2, ct);
            var episode = referral.OfferTo(act, service, clocks.MinutesSince(referral.ReceivedAt, at));
            db.Add(episode);
            episode.Accept(act);
            referral.Accept(act);
            await Circles.GiveAsync(db, act, referral.CaseFile, service.Team, Depth.Work, "Support by " + service.Name, at.AddYears(1), ct);
        }
        await Handovers.ReportAsync(db, act, arrival.CaseFile, becomes, ct);
        await db.SaveAsync(act, ct);
    }

    private static Task<PartnershipDb> OpenAsync(Partnerships partnerships, string address, DateTime at, CancellationToken ct) =>
        partnerships.OpenAsync(address, NeedToKnow.Unrestricted(Viewer.System("demonstration", at), UnrestrictedReason.Generation), ct);

    /// <summary>A clock that stands at a time of the last weeks.</summary>
    private sealed class Then(DateTime at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(at, TimeSpan.Zero);
    }
}
