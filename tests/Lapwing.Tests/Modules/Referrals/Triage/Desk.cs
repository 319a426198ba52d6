using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Risk;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Referrals.Triage;

/// <summary>What a test says about a made-up referral; everything else is ordinary.</summary>
public sealed record Made
{
    public string Given { get; init; } = "Testina";
    public string Family { get; init; } = "Madeup";
    public DateOnly? Born { get; init; } = new(1990, 4, 12);
    public int? Age { get; init; }
    public string? Phone { get; init; }
    public WhoIsReferred Who { get; init; } = WhoIsReferred.AdultVictim;
    public RiskLevel Risk { get; init; } = RiskLevel.Medium;
    public SafeContact SafeContact { get; init; } = new() { MayRing = true, CodePhrase = "About the library books", NotSafeToTalkTo = "Anybody else at home" };
    public TimeSpan Ago { get; init; } = TimeSpan.FromMinutes(30);
    public bool IsRepeat { get; init; }
    public string Account { get; init; } = "What a made-up neighbour heard";
    public string? Address { get; init; }
    public ConsentBasis Basis { get; init; } = ConsentBasis.Consent;
}

/// <summary>A front door at work: two triage workers, a worker of an outreach service, and one of another team that is in no circle.</summary>
public sealed class Desk : IAsyncDisposable
{
    private int taken;

    public required TestApp App { get; init; }
    public required Agency Agency { get; init; }
    public required Team FrontDoor { get; init; }
    public required Team Outreach { get; init; }
    public required Team Elsewhere { get; init; }
    public required Team Safeguarding { get; init; }
    public required Service OutreachService { get; init; }
    public required Service IdvaService { get; init; }
    public required Service ChildService { get; init; }
    public required Service PausedService { get; init; }
    public required IReadOnlyDictionary<string, Member> Members { get; init; }

    public static async Task<Desk> StartAsync(EngineKind engine, Lapwing.Settings.Outbound? outbound = null, Action<Microsoft.AspNetCore.Builder.WebApplicationBuilder>? configure = null)
    {
        var app = await TestApp.StartAsync(engine, outbound: outbound, configure: configure);
        await using var db = await app.OpenAllAsync();
        var act = app.Act();
        var agency = Agency.Add(act, "Harbour Council", AgencyKind.Council);
        var frontDoor = Team.Add(act, agency.Id, "Front door", "020 7946 0001", isFrontDoor: true);
        var outreach = Team.Add(act, agency.Id, "Outreach", "020 7946 0002");
        var elsewhere = Team.Add(act, agency.Id, "Elsewhere", "020 7946 0003");
        var safeguarding = Team.Add(act, agency.Id, "Children's safeguarding", "020 7946 0004");
        var services = new[]
        {
            Service.Add(act, 1, "Kingfisher Outreach", "", agency.Id, outreach.Id, ServiceStage.FormallyLaunched, 1, new() { Pathway = Pathway.Outreach, RiskLevels = [RiskLevel.Standard, RiskLevel.Medium], KeepsWaitingList = true }),
            Service.Add(act, 2, "Kingfisher IDVA", "", agency.Id, outreach.Id, ServiceStage.FormallyLaunched, null, new() { Pathway = Pathway.IndependentAdvocacy, RiskLevels = [RiskLevel.High] }),
            Service.Add(act, 3, "Harbour MASH", "", agency.Id, safeguarding.Id, ServiceStage.FormallyLaunched, null, new() { Pathway = Pathway.ChildrensSafeguarding, Serves = WhoIsReferred.AdultVictim | WhoIsReferred.Child }),
            Service.Add(act, 4, "Paused Service", "", agency.Id, elsewhere.Id, ServiceStage.Paused, null, new() { Pathway = Pathway.VictimHub }),
        };
        db.AddRange(agency, frontDoor, outreach, elsewhere, safeguarding);
        db.AddRange(services.Cast<object>());
        await db.SaveAsync(act);
        var members = new Dictionary<string, Member>
        {
            ["ann"] = await app.JoinAsync("ann@example.org", Job.FrontDoor, agency, frontDoor),
            ["ben"] = await app.JoinAsync("ben@example.org", Job.FrontDoor, agency, frontDoor),
            ["cas"] = await app.JoinAsync("cas@example.org", Job.CaseWorker, agency, outreach),
            ["dee"] = await app.JoinAsync("dee@example.org", Job.FrontDoor, agency, elsewhere),
            ["eve"] = await app.JoinAsync("eve@example.org", Job.CaseWorker, agency, outreach),
            ["max"] = await app.JoinAsync("max@example.org", Job.TeamManager, agency, outreach),
            ["gus"] = await app.JoinAsync("gus@example.org", Job.Guardian, agency),
            ["ada"] = await app.JoinAsync("ada@example.org", Job.Administrator, agency),
        };
        return new()
        {
            App = app, Agency = agency, FrontDoor = frontDoor, Outreach = outreach, Elsewhere = elsewhere, Safeguarding = safeguarding, Members = members,
            OutreachService = services[0], IdvaService = services[1], ChildService = services[2], PausedService = services[3],
        };
    }

    public Task<TestBrowser> AsAsync(string who) => App.SignInAsync(who + "@example.org");

    /// <summary>A referral that has arrived, in the circle of the front door or of another team.</summary>
    public async Task<Referral> ReceiveAsync(Made? made = null, Team? circle = null)
    {
        made ??= new();
        await using var db = await App.OpenAllAsync();
        var act = App.Act("referral.receive");
        var team = circle ?? FrontDoor;
        var opened = CaseFile.Open(act, db.Session.Keys, made.Who == WhoIsReferred.Child ? Side.Child : Side.Survivor, team.Id, act.At.AddYears(1));
        var person = Person.Record(opened.Key, made.Given, made.Family, made.Born, made.Age, new());
        var received = act.At - made.Ago;
        var clocks = new ClockSettings();
        var referral = Referral.Receive(act, opened.Key, person, new()
        {
            Reference = Reference.OfOrdinal(Interlocked.Increment(ref taken)).ToString(), OutcomeCodeHash = new byte[32], Source = ReferralSource.Police,
            Who = made.Who, SafeContact = made.SafeContact, Basis = made.Basis, BasisNote = made.Basis == ConsentBasis.Consent ? null : "A made-up reason",
            Abuse = AbuseKind.ControllingOrCoercive, Relationship = PersonallyConnected.WereIntimatePartners, Account = made.Account,
            Needs = Needs.SafetyAdvice, Risk = made.Risk, ReceivedAt = received, IsRepeat = made.IsRepeat,
            SubjectKey = db.Session.Index.PersonKey(made.Given, made.Family, made.Born),
            TriageDueAt = clocks.TriageDue(received, made.Risk), ContactDueAt = clocks.ContactDue(received, made.Risk),
        });
        db.AddRange(opened.File, opened.StoredKey, opened.Circle, person, referral);
        db.AddRange(db.Session.Index.KeysFor(person, [made.Given, made.Family], made.Born is { } born ? [born] : [], [made.Phone]));
        if (made.Address is { } address)
        {
            db.Add(Whereabouts.Record(act, opened.Key, db.Session.Index, person.Id, address));
            Circles.Unseal(db, act, opened.File.Id, team.Id, Seal.Whereabouts, "test", act.At.AddYears(1));
        }
        await db.SaveAsync(act);
        return referral;
    }

    public async Task<Referral> LoadAsync(Id<Referral> id)
    {
        await using var db = await App.OpenAllAsync();
        return await db.Referrals.AsNoTracking().SingleAsync(r => r.Id == id);
    }

    public async Task<T> LookAsync<T>(Func<PartnershipDb, Task<T>> look)
    {
        await using var db = await App.OpenAllAsync();
        return await look(db);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

/// <summary>One desk for each engine, started when the first test of a class asks for it.</summary>
public sealed class Desks : IAsyncLifetime
{
    private readonly Dictionary<EngineKind, Desk> desks = [];
    private readonly SemaphoreSlim one = new(1);

    public async Task<Desk> OnAsync(EngineKind engine)
    {
        await one.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return desks.TryGetValue(engine, out var desk) ? desk : desks[engine] = await Desk.StartAsync(engine);
        }
        finally
        {
            one.Release();
        }
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var desk in desks.Values)
            await desk.DisposeAsync();
        one.Dispose();
    }
}
