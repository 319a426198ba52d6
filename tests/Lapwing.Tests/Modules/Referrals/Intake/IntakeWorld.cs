using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Referrals;

namespace Lapwing.Tests.Modules.Referrals.Intake;

/// <summary>A partnership with a front door and an agency that refers, on either engine; started once for a class of tests.</summary>
public sealed class IntakeWorlds : IAsyncDisposable
{
    private readonly Dictionary<EngineKind, IntakeWorld> worlds = [];

    public async Task<IntakeWorld> OnAsync(EngineKind engine) =>
        worlds.TryGetValue(engine, out var world) ? world : worlds[engine] = await IntakeWorld.StartAsync(engine);

    public async ValueTask DisposeAsync()
    {
        foreach (var world in worlds.Values)
            await world.App.DisposeAsync();
    }
}

public sealed class IntakeWorld
{
    public const string Worker = "front.door@example.org", Referrer = "school@example.org";

    public required TestApp App { get; init; }
    public required Team FrontDoor { get; init; }
    public required Team School { get; init; }
    public required Member WorkerMember { get; init; }

    /// <summary>The secret part of the school's link.</summary>
    public required string LinkCode { get; init; }

    public static async Task<IntakeWorld> StartAsync(EngineKind engine)
    {
        var app = await TestApp.StartAsync(engine);
        var act = app.Act();
        var code = AgencyLinkCode.New();
        var council = Agency.Add(act, "Testing Council", AgencyKind.Council);
        var school = Agency.Add(act, "Testing School", AgencyKind.Education);
        var frontDoor = Team.Add(act, council.Id, "Front door", "020 7946 0001", isFrontDoor: true);
        var teachers = Team.Add(act, school.Id, "Safeguarding leads", "020 7946 0002");
        await using (var db = await app.OpenAllAsync())
        {
            db.AddRange(council, school, frontDoor, teachers, AgencyLink.Make(act, school.Id, AgencyLinkCode.HashOf(code), app.Now.AddDays(30)));
            db.Areas.Add(Area.Add(act, 1, "Testing", "E09000099", "East Area"));
            await db.SaveAsync(act);
        }
        var worker = await app.JoinAsync(Worker, Job.FrontDoor, council, frontDoor);
        await app.JoinAsync(Referrer, Job.PartnerRepresentative, school, teachers);
        return new() { App = app, FrontDoor = frontDoor, School = teachers, WorkerMember = worker, LinkCode = code };
    }

    /// <summary>The database as the front door's worker sees it.</summary>
    public Task<PartnershipDb> OpenAsFrontDoorAsync() => App.Partnerships.OpenAsync("testing",
        new(WorkerMember.Id, "front door", WorkerMember.Agency, Job.FrontDoor, [FrontDoor.Id], App.Now, "test"));

    public Task<PartnershipDb> OpenAsSchoolAsync() => App.Partnerships.OpenAsync("testing",
        new(Id<Member>.New(), "school", School.Agency, Job.PartnerRepresentative, [School.Id], App.Now, "test"));

    /// <summary>Begins with the school's link; the page is the first question.</summary>
    public async Task<(TestBrowser Browser, TestPage Page)> BeginAsAgencyAsync()
    {
        var browser = App.Browser();
        return (browser, await browser.SubmitAndFollowAsync(await browser.GetAsync($"/testing/refer/with/{LinkCode}"), []));
    }

    public async Task<(TestBrowser Browser, TestPage Page)> BeginAsSurvivorAsync()
    {
        var browser = App.Browser();
        return (browser, await browser.SubmitAndFollowAsync(await browser.GetAsync("/testing/get-help"), []));
    }

    public static string StepOf(TestPage page) => page.Address.Split('/')[^1];

    /// <summary>Answers question after question until <paramref name="until"/> is shown, with plain answers unless others are given for a question.</summary>
    public static async Task<TestPage> WalkAsync(TestBrowser browser, TestPage page, Dictionary<string, Dictionary<string, string>>? answers = null, string until = "check")
    {
        for (var steps = 0; StepOf(page) != until; steps++)
        {
            Assert.True(steps < 40, $"The journey does not end: {page.Address}");
            Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
            var step = StepOf(page);
            page = await browser.SubmitAndFollowAsync(page, answers?.GetValueOrDefault(step) ?? Plain.GetValueOrDefault(step) ?? []);
        }
        return page;
    }

    /// <summary>Sends what is checked and returns the confirmation.</summary>
    public static async Task<TestPage> SendAsync(TestBrowser browser, TestPage check)
    {
        Assert.Equal("Check your answers", check.Heading);
        return await browser.SubmitAndFollowAsync(check, []);
    }

    public static string ReferenceOn(TestPage sent)
    {
        var panel = sent.Html.QuerySelector(".govuk-panel strong")?.TextContent;
        Assert.True(Reference.TryParse(panel, out var reference), $"No reference on {sent.Address}: {sent.Heading}");
        return reference.ToString();
    }

    private static readonly Dictionary<string, Dictionary<string, string>> Plain = new()
    {
        ["who"] = new() { ["Referred"] = "AdultVictim" },
        ["safe-contact"] = new() { ["Ways"] = "ring" },
        ["safe-times"] = new() { ["When"] = "any", ["Voicemail"] = "false", ["Withhold"] = "true" },
        ["name"] = new() { ["IsNamed"] = "true", ["GivenName"] = "Wilhelmina", ["FamilyName"] = "Ashdown" },
        ["age"] = new() { ["Years"] = "34" },
        ["telephone-and-email"] = new() { ["Telephone"] = "07700 900982", ["Email"] = "someone@example.org" },
        ["consent"] = new() { ["Basis"] = "Consent" },
        ["what-happened"] = new() { ["Kinds"] = "ControllingOrCoercive" },
        ["person-causing-harm"] = new() { ["IsNamed"] = "false" },
        ["children"] = new() { ["HowMany"] = "0" },
        ["you"] = new() { ["FullName"] = "Made-up Teacher", ["Role"] = "Head of year", ["Telephone"] = "020 7946 0958" },
    };
}
