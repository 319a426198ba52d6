using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Jobs;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Handovers;
using Lapwing.Modules.Referrals.Handovers.Between;
using Lapwing.Modules.Referrals.Handovers.Pages;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lapwing.Tests.Modules.Referrals.Handovers;

/// <summary>The front door of <c>testing</c> and a consortium, <c>drive</c>, in one installation: each has confirmed the other as its partner.
/// In the consortium dot is at the front door, and dan works and manages in its one service.</summary>
public sealed class TwoPartnerships : IAsyncDisposable
{
    public const string Here = "testing", There = "drive";

    public required Desk Desk { get; init; }
    public required Service Panel { get; init; }
    public required Team Workers { get; init; }
    public TestApp App => Desk.App;

    public static async Task<TwoPartnerships> StartAsync(EngineKind engine, bool agreed = true)
    {
        var desk = await Desk.StartAsync(engine);
        var app = desk.App;
        await app.Partnerships.FoundAsync(There, "Drive in the test", isDemonstration: true);
        await using var db = await app.OpenAllAsync(There);
        var act = app.Act();
        var agency = Agency.Add(act, "Made-up provider", AgencyKind.VoluntarySector);
        var front = Team.Add(act, agency.Id, "Panel", "020 7946 0301", isFrontDoor: true);
        var workers = Team.Add(act, agency.Id, "Case managers", "020 7946 0302");
        var service = Service.Add(act, 1, "Drive", "", agency.Id, workers.Id, ServiceStage.FormallyLaunched, null,
            new() { Pathway = Pathway.Outreach, Serves = WhoIsReferred.AdultVictim | WhoIsReferred.PersonCausingHarm });
        db.AddRange(agency, front, workers, service, Area.Add(act, 4, "Testing", "E09000099", "East Area"));
        foreach (var (name, job, team) in new[] { ("dot", Job.FrontDoor, front), ("dan", Job.CaseWorker | Job.TeamManager, workers), ("dag", Job.Administrator, front) })
        {
            var member = Member.Join(act, (await app.AccountAsync(name + "@example.org")).Id, name, agency.Id, job);
            db.AddRange(member, TeamMembership.Join(act, member.Id, team.Id));
        }
        await db.SaveAsync(act);
        await using (var testing = await app.OpenAllAsync())
        {
            testing.Areas.Add(Area.Add(act, 1, "Testing", "E09000099", "East Area"));
            await testing.SaveAsync(app.Act());
        }
        if (agreed)
        {
            await ConfirmAsync(app, Here, There, "Drive in the test");
            await ConfirmAsync(app, There, Here, "Testing");
        }
        return new() { Desk = desk, Panel = service, Workers = workers };
    }

    private static async Task ConfirmAsync(TestApp app, string in_, string other, string name)
    {
        await using var db = await app.OpenAllAsync(in_);
        var act = app.Act();
        var partner = Partner.ProposeHere(act, 1, other, name);
        partner.Confirm(act with { Who = act.Who with { Member = Id<Member>.New() } });
        db.Add(partner);
        await db.SaveAsync(act);
    }

    /// <summary>Runs every job that is due, of both.</summary>
    public async Task WorkAsync()
    {
        var runner = new JobRunner(App.Services, App.Partnerships, App.Clock, NullLogger<JobRunner>.Instance);
        while (await runner.RunNextAsync(Here, default) | await runner.RunNextAsync(There, default)) { }
    }

    public DeliverHandover Deliverer() => new(App.Partnerships, App.Clock, App.Services.GetRequiredService<HandoverPost>(), NullLogger<DeliverHandover>.Instance);

    public static Dictionary<string, string> Form(Partner to, string? reasons = null, string basis = "Consent") => new()
    {
        ["To"] = to.Id.ToString(), ["Purpose"] = "SharedPlace", ["Basis"] = basis, ["Parts"] = "Subject|Risk", ["Reasons"] = reasons ?? "Made-up reasons of this test",
        ["Until.Day"] = "1", ["Until.Month"] = "8", ["Until.Year"] = "2023",
    };

    public Task<Partner> PartnerAsync() => LookAsync(Here, db => db.Partners.AsNoTracking().SingleAsync(p => p.State == PartnerState.Confirmed));

    /// <summary>By the pages, as a worker does it.</summary>
    public async Task<Handover> SendAsync(TestBrowser worker, Referral referral)
    {
        var form = await worker.GetAsync(HandOverModel.Url(Here, referral.CaseFile));
        var fields = Form(await PartnerAsync());
        var preview = await worker.SubmitAsync(form, fields);
        Assert.Equal(System.Net.HttpStatusCode.OK, preview.Status);
        await worker.SubmitAndFollowAsync(preview, new() { ["Step"] = HandOverModel.Send });
        return await LookAsync(Here, db => db.Handovers.AsNoTracking().Where(h => h.CaseFile == referral.CaseFile).OrderByDescending(h => h.At).FirstAsync());
    }

    /// <summary>Without the pages.</summary>
    public async Task<(Handover Handover, Id<HandoverMessage> Message)> SendAsync(Id<CaseFile> file, DateTime? until = null)
    {
        await using var db = await App.OpenAllAsync();
        var packed = await Packing.PackAsync(db, "Testing", file, new(HandoverPurpose.SharedPlace, Lapwing.Modules.People.ConsentBasis.Consent, null, until ?? App.Now.AddDays(30),
            HandoverPart.Subject | HandoverPart.Risk | HandoverPart.Numbers, "Made-up reasons of this test"), default);
        var act = App.Act("handover.send");
        var handover = Lapwing.Modules.Referrals.Handovers.Handovers.Send(db, act, packed.Key, await db.Partners.AsNoTracking().SingleAsync(p => p.State == PartnerState.Confirmed), packed.Package with { Id = Guid.CreateVersion7() }, packed.Subject, packed.PersonToken);
        await db.SaveAsync(act);
        return (handover, await db.HandoverMessages.Where(m => m.Package == handover.Package).Select(m => m.Id).SingleAsync());
    }

    /// <summary>Tells the sender something, as triage and the panel do.</summary>
    public async Task ReportAsync(Guid package, HandoverStatus status)
    {
        await using var db = await App.OpenAllAsync(There);
        var file = await db.HandoverArrivals.Where(a => a.Package == package).Select(a => a.CaseFile).SingleAsync();
        var act = App.Act("test.report");
        await Lapwing.Modules.Referrals.Handovers.Handovers.ReportAsync(db, act, file, status, default);
        if (db.ChangeTracker.HasChanges())
            await db.SaveAsync(act);
    }

    public async Task<T> LookAsync<T>(string partnership, Func<PartnershipDb, Task<T>> look)
    {
        await using var db = await App.OpenAllAsync(partnership);
        return await look(db);
    }

    public Task<Handover> HandoverAsync(Guid package) => LookAsync(Here, db => db.Handovers.AsNoTracking().SingleAsync(h => h.Package == package));

    public Task<HandoverArrival?> ArrivalAsync(Guid package) => LookAsync(There, db => db.HandoverArrivals.AsNoTracking().SingleOrDefaultAsync(a => a.Package == package));

    public Task<List<string>> ReasonsAsync(string partnership) => LookAsync(partnership, db => db.InboxEntries.AsNoTracking().OrderBy(e => e.Id).Select(e => e.Reason).ToListAsync());

    public ValueTask DisposeAsync() => Desk.DisposeAsync();
}
