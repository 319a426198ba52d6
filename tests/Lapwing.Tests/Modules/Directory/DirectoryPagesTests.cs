using System.Net;
using Lapwing.Access;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Directory.Editing;
using Lapwing.Tests.Modules.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Directory;

public sealed class DirectoryPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Task<TestApp> StartAsync(EngineKind engine) => SignInTests.StartAsync(engine,
        ("admin@harbour.example", Job.Administrator), ("second@harbour.example", Job.Administrator), ("worker@harbour.example", Job.CaseWorker));

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task An_administrator_adds_an_area_an_agency_a_team_and_a_service_and_everybody_sees_the_service(EngineKind engine)
    {
        await using var app = await StartAsync(engine);
        using var admin = await app.SignInAsync("admin@harbour.example");
        await AddAsync(admin, "areas", new() { ["Name"] = "Harbour", ["GssCode"] = "E09000002", ["CommandUnit"] = "East" });
        await AddAsync(admin, "agencies", new() { ["Name"] = "Lighthouse", ["Kind"] = "VoluntarySector" });
        var lighthouse = await OptionAsync(admin, "teams", "Agency", "Lighthouse");
        await AddAsync(admin, "teams", new() { ["Name"] = "Lighthouse outreach", ["Agency"] = lighthouse, ["Telephone"] = "020 7946 0009" });

        var form = await admin.GetAsync("/testing/directory/services/new");
        var wrong = await admin.SubmitAsync(form, new()
        {
            ["Input.Name"] = "Lighthouse group", ["Input.Provider"] = lighthouse, ["Input.Pathway"] = "ChildTherapy", ["Input.Serves"] = "Child", ["Input.Capacity"] = "lots",
        });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains("Choose the team that gives the service", wrong.Errors);
        Assert.Contains("The therapeutic tier is for school-age children", wrong.Errors);
        Assert.Equal("Lighthouse group", wrong.Html.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        Assert.Equal("lots", wrong.Html.QuerySelector("[name='Input.Capacity']")!.GetAttribute("value"));

        var team = wrong.Html.QuerySelectorAll("[name='Input.Team'] option").Single(o => o.TextContent == "Lighthouse outreach").GetAttribute("value")!;
        var saved = await admin.SubmitAndFollowAsync(wrong, new()
        {
            ["Input.Team"] = team, ["Input.SchoolAgeOnly"] = "true", ["Input.Capacity"] = "12", ["Input.RiskLevels"] = "Standard|Medium", ["Input.Areas"] = "E09000002", ["Input.MonthsOfSafety"] = "6",
        });
        Assert.Equal("Change a service", saved.Heading);

        using var worker = await app.SignInAsync("worker@harbour.example");
        var services = await worker.GetAsync("/testing/services");
        Assert.Contains("Scoping", services.Text);
        Assert.DoesNotContain("places taken", services.Text);
        var stage = await admin.GetAsync(saved.Address + "/stage");
        var noReason = await admin.SubmitAsync(stage, new() { ["Stage"] = "FormallyLaunched", ["Reason"] = " " });
        Assert.Contains("Say why, and who decided", noReason.Errors);
        await admin.SubmitAndFollowAsync(noReason, new() { ["Reason"] = "Approved by both boards" });
        services = await worker.GetAsync("/testing/services");
        Assert.Contains("0 of 12 places taken", services.Text);
        Assert.Contains("Standard or medium risk", services.Text);
        Assert.Contains("In safety for 6 months", services.Text);
        Assert.Contains("Living in Harbour", services.Text);
        Assert.Equal(HttpStatusCode.Forbidden, (await worker.GetAsync("/testing/directory")).Status);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_front_door_is_handed_over_and_never_given_up(EngineKind engine)
    {
        await using var app = await StartAsync(engine);
        using var admin = await app.SignInAsync("admin@harbour.example");
        var list = await admin.GetAsync("/testing/directory?list=teams");
        var front = list.Html.QuerySelectorAll("main a").Single(a => a.TextContent == "Front door").GetAttribute("href")!;
        var beacon = list.Html.QuerySelectorAll("main a").Single(a => a.TextContent == "Beacon team").GetAttribute("href")!;
        var refused = await admin.SubmitAsync(await admin.GetAsync(front), new() { ["IsActive"] = "false" });
        Assert.Contains(refused.Errors, error => error.StartsWith("This team is the front door", StringComparison.Ordinal));
        await admin.SubmitAndFollowAsync(await admin.GetAsync(beacon), [], "#front-door");
        await using var db = await app.OpenAllAsync();
        Assert.Equal("Beacon team", (await db.Teams.SingleAsync(t => t.IsFrontDoor, Ct)).Name);
        // the twin: a team that is not the front door can stop
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync(await admin.GetAsync(front), new() { ["IsActive"] = "false" })).Status);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Two_administrators_change_one_team_and_the_second_sees_what_the_first_did(EngineKind engine)
    {
        await using var app = await StartAsync(engine);
        using var one = await app.SignInAsync("admin@harbour.example");
        using var two = await app.SignInAsync("second@harbour.example");
        var address = (await one.GetAsync("/testing/directory?list=teams")).Html.QuerySelectorAll("main a").Single(a => a.TextContent == "Beacon team").GetAttribute("href")!;
        var (mine, theirs) = (await one.GetAsync(address), await two.GetAsync(address));
        await two.SubmitAndFollowAsync(theirs, new() { ["Telephone"] = "020 7946 0777" });
        var conflict = await one.SubmitAsync(mine, new() { ["Name"] = "Beacon and pier team" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, conflict.Status);
        Assert.Contains("020 7946 0777", conflict.Html.QuerySelector("main table")!.TextContent);
        Assert.Equal("Beacon and pier team", conflict.Html.QuerySelector("[name=Name]")!.GetAttribute("value"));
        await one.SubmitAndFollowAsync(conflict, new() { ["Telephone"] = "020 7946 0777" });
        await using var db = await app.OpenAllAsync();
        Assert.Equal("020 7946 0777", (await db.Teams.SingleAsync(t => t.Name == "Beacon and pier team", Ct)).Telephone);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task An_agency_link_is_shown_once_kept_as_a_hash_and_can_be_ended(EngineKind engine)
    {
        await using var app = await StartAsync(engine);
        using var admin = await app.SignInAsync("admin@harbour.example");
        await using var db = await app.OpenAllAsync();
        var agency = await db.Agencies.AsNoTracking().SingleAsync(Ct);
        var address = LinksModel.Url("testing", agency.Id);
        var page = await admin.GetAsync(address);
        Assert.Contains("Choose how long the link works", (await admin.SubmitAsync(page, [], "#make")).Errors);
        var made = await admin.SubmitAsync(page, new() { ["Days"] = "30" }, "#make");
        var code = made.Html.QuerySelector("#link")!.TextContent.Split('/')[^1];
        Assert.DoesNotContain(code, (await admin.GetAsync(address)).Text);
        var hash = AgencyLinkCode.HashOf(code);
        Assert.True((await db.AgencyLinks.AsNoTracking().SingleAsync(l => l.CodeHash == hash, Ct)).Works(app.Now));
        await admin.SubmitAndFollowAsync(await admin.GetAsync(address), [], "main form");
        Assert.False((await db.AgencyLinks.AsNoTracking().SingleAsync(l => l.CodeHash == hash, Ct)).Works(app.Now));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Clocks_and_risk_bands_are_kept_and_a_promise_that_makes_no_sense_is_refused(EngineKind engine)
    {
        await using var app = await StartAsync(engine);
        using var admin = await app.SignInAsync("admin@harbour.example");
        var settings = await admin.GetAsync("/testing/settings");
        Assert.Contains("Clocks", settings.Text);
        var clocks = await admin.GetAsync("/testing/settings/clocks");
        var wrong = await admin.SubmitAsync(clocks, new() { ["Input.OpeningHours"] = "whenever", ["Input.TriageHigh"] = "" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal("whenever", wrong.Html.QuerySelector("[name='Input.OpeningHours']")!.GetAttribute("value"));
        await admin.SubmitAndFollowAsync(wrong, new() { ["Input.OpeningHours"] = "Mon-Sun 08:00-20:00", ["Input.TriageHigh"] = "2" });
        var bands = await admin.GetAsync("/testing/settings/risk");
        Assert.Contains("High risk must begin above medium risk", (await admin.SubmitAsync(bands, new() { ["Input.HighFrom"] = "5" })).Errors);
        await admin.SubmitAndFollowAsync(bands, new() { ["Input.HighFrom"] = "12" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.SubmitAsync(bands, new() { ["Input.HighFrom"] = "13" })).Status); // the page was older than what is kept
        await using var db = await app.OpenAllAsync();
        Assert.Equal(2, (await Lapwing.Modules.Referrals.ClockSettings.ReadAsync(db, Ct)).TriageHigh);
        Assert.Equal(12, (await Lapwing.Modules.Risk.RiskSettings.ReadAsync(db, Ct)).Bands.HighFrom);
    }

    private static async Task AddAsync(TestBrowser browser, string list, Dictionary<string, string> fields) =>
        await browser.SubmitAndFollowAsync(await browser.GetAsync($"/testing/directory/{list}/new"), fields);

    private static async Task<string> OptionAsync(TestBrowser browser, string list, string field, string label) =>
        (await browser.GetAsync($"/testing/directory/{list}/new")).Html.QuerySelectorAll($"[name={field}] option").Single(o => o.TextContent == label).GetAttribute("value")!;
}
