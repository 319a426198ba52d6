using System.Collections.Concurrent;
using Lapwing.Access;
using Lapwing.CommandLine;
using Lapwing.Data;
using Lapwing.Demonstration;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Groups;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Risk;
using Lapwing.Settings;
using Lapwing.Vocabulary;
using Lapwing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Lapwing.BrowserTests.Site))]

namespace Lapwing.BrowserTests;

/// <summary>The product on a loopback port with the demonstration's partnerships and none of its referrals, and a real Chromium in front of it. One for all journeys.</summary>
public sealed class Site : IAsyncLifetime
{
    public const string Place = "/barking-and-dagenham";

    /// <summary>Of accounts that a test makes for itself.</summary>
    public const string Password = "correct horse battery";
    private const string Partnership = "barking-and-dagenham";

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", // nothing is asked of the world outside, also when somebody exits to it
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("lapwing-browser-").FullName;
    private readonly ConcurrentDictionary<string, Task<string>> sessions = new();
    private WebApplication app = null!;
    private IPlaywright playwright = null!;

    public IBrowser Browser { get; private set; } = null!;
    public string Address { get; private set; } = "";

    /// <summary>The pages that were looked at already, so that each is looked at once.</summary>
    internal ConcurrentDictionary<string, bool> LookedAt { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var chromium = Environment.GetEnvironmentVariable("LAPWING_CHROMIUM")
            ?? throw new InvalidOperationException("The journeys need a Chromium: run ./test, or set LAPWING_CHROMIUM to its path.");
        app = WebHost.Build(new Installation
        {
            DataFolder = Path.Combine(folder, "data"), KeyFile = Path.Combine(folder, "keys.json"), WitnessFolder = Path.Combine(folder, "witness"),
            Urls = "http://127.0.0.1:0", RunsJobs = false,
        });
        await Opening.MigrateAsync(app.Services, TextWriter.Null, default);
        await DemonstrationDirectory.CreateAsync(app.Services, new Progress<string>(), default);
        await app.StartAsync();
        Address = app.Urls.Single();
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Headless = true, Args = Flags });
    }

    /// <summary>Somebody who is not signed in.</summary>
    public async Task<Visitor> VisitAsync(bool javaScript = true) =>
        new(this, await Browser.NewContextAsync(new() { JavaScriptEnabled = javaScript, ViewportSize = new() { Width = 1100, Height = 900 } }), javaScript);

    /// <summary>Somebody of the demonstration, such as <c>frontdoor</c>, in a browser of their own. The first one signs in by hand, the others have the same session.</summary>
    public async Task<Visitor> AsAsync(string who)
    {
        var session = await sessions.GetOrAdd(who, async _ =>
        {
            await using var visitor = await VisitAsync();
            await visitor.SignInAsync($"{who}@{Partnership}.example");
            return await visitor.SessionAsync();
        });
        return new(this, await Browser.NewContextAsync(new() { StorageState = session, ViewportSize = new() { Width = 1100, Height = 900 } }), javaScript: true);
    }

    /// <summary>An account of its own, so that what a test does to it concerns nobody else.</summary>
    public async Task<string> NewAccountAsync(string name)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var email = name + "@example.org";
        var made = await accounts.CreateAsync(new() { Id = Guid.CreateVersion7(), UserName = email, Email = email, EmailConfirmed = true, FullName = name }, Password);
        return made.Succeeded ? email : throw new InvalidOperationException(made.ToString());
    }

    /// <summary>A referral that has arrived at the front door an hour ago, of somebody with this made-up name.</summary>
    public async Task<Referral> ReceiveAsync(string given, string family, SafeContact? safe = null, Side side = Side.Survivor, string partnership = Partnership)
    {
        var now = Storage.Whole(TimeProvider.System.GetUtcNow().UtcDateTime);
        var act = new Act(NeedToKnow.Unrestricted(Viewer.System("test", now), UnrestrictedReason.Generation), now, "referral.receive", "arranging a test");
        await using var db = await app.Services.GetRequiredService<Partnerships>().OpenAsync(partnership, act.Who);
        var frontDoor = await db.Teams.SingleAsync(team => team.IsFrontDoor);
        var opened = CaseFile.Open(act, db.Session.Keys, side, frontDoor.Id, now.AddYears(1));
        var person = Person.Record(opened.Key, given, family, new(1990, 4, 12), null, new());
        var referral = Referral.Receive(act, opened.Key, person, new()
        {
            Reference = Reference.New().ToString(), OutcomeCodeHash = new byte[32], Source = ReferralSource.Police, Who = WhoIsReferred.AdultVictim,
            SafeContact = safe ?? new() { MayRing = true, CodePhrase = "About the library books" }, Basis = ConsentBasis.Consent, Abuse = AbuseKind.ControllingOrCoercive,
            Relationship = PersonallyConnected.WereIntimatePartners, Account = "What a made-up neighbour heard.", Needs = Needs.SafetyAdvice, Area = 1,
            ReceivedAt = now.AddHours(-1), TriageDueAt = now.AddHours(3), ContactDueAt = now.AddHours(7),
        });
        db.AddRange(opened.File, opened.StoredKey, opened.Circle, person, referral);
        db.AddRange(db.Session.Index.KeysFor(person, [given, family], [new(1990, 4, 12)], []));
        await db.SaveAsync(act);
        return referral;
    }

    /// <summary>A group of Phoenix that meets today, with two made-up children who are ready for it.</summary>
    public async Task<(string Name, IReadOnlyList<Id<GroupPlace>> Places)> PlanGroupAsync(params string[] children)
    {
        var now = Storage.Whole(TimeProvider.System.GetUtcNow().UtcDateTime);
        var act = new Act(NeedToKnow.Unrestricted(Viewer.System("test", now), UnrestrictedReason.Generation), now, "group.plan", "arranging a test");
        await using var db = await app.Services.GetRequiredService<Partnerships>().OpenAsync(Partnership, act.Who);
        var (service, today) = (await db.Services.SingleAsync(s => s.Number == 6), Time.LondonTime.DateOf(now));
        var worker = await db.TeamMemberships.Where(t => t.Team == service.Team).OrderBy(t => t.Id).Select(t => t.Member).FirstAsync();
        var programme = GroupProgramme.Add(act, service.Team, service.Number, new($"Wellbeing with {children[0]}", "For a test", GroupTier.Wellbeing, false, 60, 5, 16, 1, ["Meeting each other", "Saying goodbye"], GroupCriteria.Usual(GroupTier.Wellbeing)));
        var facilitator = Facilitator.Name(act, programme, worker, new(today.AddYears(-1), today.AddYears(1), today.AddYears(-1), null));
        var planned = Cohort.Plan(act, programme, GroupFor.Children, new($"Plover {children[0]}", 4, 9 * 60, facilitator.Id, null, new Dictionary<Id<Facilitator>, (string, LicenceTerms)> { [facilitator.Id] = ("Made up", facilitator.Terms) }), [today, today.AddDays(7)]);
        db.AddRange(programme, facilitator, planned.Cohort);
        db.AddRange(planned.Sessions);
        var places = new List<Id<GroupPlace>>();
        foreach (var child in children)
        {
            var opened = CaseFile.Open(act, db.Session.Keys, Side.Child, service.Team, now.AddYears(1));
            var person = Person.Record(opened.Key, child, "Madeup", today.AddYears(-9), null, new());
            var entry = WaitingEntry.Ask(act, opened.Key, programme, Side.Child, person, new(null, true, null, true, false, null, null, worker), null);
            var place = Pairing.Add(act, planned.Cohort, null, new(entry, opened.Key), [], [], null, null)[0];
            db.AddRange(opened.File, opened.StoredKey, opened.Circle, person, entry, place);
            places.Add(place.Id);
        }
        await db.SaveAsync(act);
        return ($"Plover {children[0]}", places);
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
