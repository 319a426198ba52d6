using System.Net;
using Lapwing.Access;
using Lapwing.CommandLine;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lapwing.Tests.Modules.Accounts;

public sealed class MemberTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<TestPage> InviteAsync(TestBrowser admin, string email, string job, string? team)
    {
        var form = await admin.GetAsync("/testing/members/add");
        var fields = new Dictionary<string, string>
        {
            ["Email"] = email, ["Input.Name"] = email.Split('@')[0],
            ["Input.Agency"] = form.Html.QuerySelectorAll("[name='Input.Agency'] option").Single(o => o.TextContent == "Harbour Council").GetAttribute("value")!,
            ["Input.Jobs"] = job,
        };
        if (team is not null)
            fields["Input.Teams"] = form.Html.QuerySelectorAll("[name='Input.Teams']").Single(box => box.ParentElement!.TextContent.Contains(team, StringComparison.Ordinal)).GetAttribute("value")!;
        return await admin.SubmitAsync(form, fields);
    }

    private static async Task<TestBrowser> AcceptAsync(TestApp app, TestPage invited, string email)
    {
        var browser = app.Browser();
        var link = new Uri(invited.Html.QuerySelector("#link")!.TextContent).PathAndQuery;
        var page = await browser.GetAsync(link);
        Assert.Contains("at least", (await browser.SubmitAsync(page, new() { ["Password"] = "short" })).Errors.Single());
        Assert.Contains("harder to guess", (await browser.SubmitAsync(page, new() { ["Password"] = "password1234" })).Errors.Single());
        Assert.Equal("/sign-in", (await browser.SubmitAsync(page, new() { ["Password"] = TestApp.Password })).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(link)).Status);
        browser.Dispose();
        return await app.SignInAsync(email);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Nobody_reaches_a_case_on_one_persons_word(EngineKind engine)
    {
        await using var app = await SignInTests.StartAsync(engine, ("admin@harbour.example", Job.Administrator), ("second@harbour.example", Job.Administrator));
        using var admin = await app.SignInAsync("admin@harbour.example");
        var invited = await InviteAsync(admin, "nell@harbour.example", "CaseWorker", "Beacon team");
        Assert.Contains("waits for a second person", invited.Text);
        using var nell = await AcceptAsync(app, invited, "nell@harbour.example");
        Assert.Equal(HttpStatusCode.NotFound, (await nell.GetAsync("/testing")).Status);

        var own = await admin.GetAsync("/testing/members/grants");
        Assert.Contains("somebody else confirms it", own.Text);
        using var second = await app.SignInAsync("second@harbour.example");
        var grants = await second.GetAsync("/testing/members/grants");
        var form = TestBrowser.FieldsOf(grants, []);
        // the proposer posts the very same form and is refused
        var forged = await admin.SendAsync(new(HttpMethod.Post, "/testing/members/grants")
        {
            Content = new FormUrlEncodedContent([.. form.Where(f => f.Key == "Grant"), .. TestBrowser.FieldsOf(own, [], "header form").Where(f => f.Key == "__RequestVerificationToken")]),
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await nell.GetAsync("/testing")).Status);
        await second.SubmitAndFollowAsync(grants, []);
        Assert.Equal(HttpStatusCode.OK, (await nell.GetAsync("/testing")).Status);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_job_without_cases_holds_at_once_and_access_ends_at_the_moment_the_membership_does(EngineKind engine)
    {
        await using var app = await SignInTests.StartAsync(engine, ("admin@harbour.example", Job.Administrator));
        using var admin = await app.SignInAsync("admin@harbour.example");
        using var ann = await AcceptAsync(app, await InviteAsync(admin, "ann@harbour.example", "Analyst", null), "ann@harbour.example");
        Assert.Equal(HttpStatusCode.OK, (await ann.GetAsync("/testing")).Status);
        var list = await admin.GetAsync("/testing/members");
        var page = await admin.GetAsync(list.Html.QuerySelectorAll("main a").Single(a => a.TextContent == "ann").GetAttribute("href")!);
        await admin.SubmitAndFollowAsync(page, [], "#end");
        Assert.Equal(HttpStatusCode.NotFound, (await ann.GetAsync("/testing")).Status);
        Assert.Contains("ann", (await admin.GetAsync("/testing/members?former=true")).Text);
        // invited again with an account that has a password: the link changes nothing
        var again = await InviteAsync(admin, "ann@harbour.example", "Analyst", null);
        using var anyone = app.Browser();
        Assert.Equal("You have an account already", (await anyone.GetAsync(new Uri(again.Html.QuerySelector("#link")!.TextContent).PathAndQuery)).Heading);
        Assert.Equal(HttpStatusCode.OK, (await ann.GetAsync("/testing")).Status);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task An_administrator_holds_no_other_job_changes_not_their_own_and_the_last_one_stays(EngineKind engine)
    {
        await using var app = await SignInTests.StartAsync(engine, ("admin@harbour.example", Job.Administrator));
        using var admin = await app.SignInAsync("admin@harbour.example");
        Assert.Contains("An administrator cannot hold another job", (await InviteAsync(admin, "x@harbour.example", "Administrator|Analyst", null)).Errors);
        Assert.Contains("A guardian cannot also do case work", (await InviteAsync(admin, "x@harbour.example", "Guardian|CaseWorker", "Beacon team")).Errors);
        var list = await admin.GetAsync("/testing/members");
        var me = await admin.GetAsync(list.Html.QuerySelectorAll("main a").Single(a => a.TextContent == "admin").GetAttribute("href")!);
        var own = await admin.SubmitAsync(me, new() { ["Input.Jobs"] = "Analyst", ["Input.Teams"] = "" });
        Assert.NotEqual(HttpStatusCode.Redirect, own.Status);
        await using var db = await app.OpenAllAsync();
        Assert.Equal(Job.Administrator, (await db.Members.AsNoTracking().SingleAsync(Ct)).Jobs);
        // alone, an administrator may appoint the second one, who then is not alone
        Assert.Equal("Member added", (await InviteAsync(admin, "next@harbour.example", "Administrator", null)).Heading);
        Assert.Equal(2, await db.Members.CountAsync(m => m.Jobs == Job.Administrator, Ct));
        Assert.Contains("waits for a second person", (await InviteAsync(admin, "third@harbour.example", "Administrator", null)).Text);
        Assert.Equal(2, await db.Members.CountAsync(m => m.Jobs == Job.Administrator, Ct));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_first_link_founds_a_partnership_once_and_a_newer_link_ends_it(EngineKind engine)
    {
        await using var app = await TestApp.StartAsync(engine, ct: Ct);
        var lost = await Opening.FirstLinkAsync(app.Services, Ct);
        var link = await Opening.FirstLinkAsync(app.Services, Ct);
        using var browser = app.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(lost)).Status);
        var page = await browser.GetAsync(link);
        Assert.Equal("Set up your partnership", page.Heading);
        var wrong = await browser.SubmitAsync(page, new() { ["Input.Name"] = "Real Harbour", ["Input.Address"] = "House", ["FullName"] = "Ada Quay", ["Email"] = "ada@quay.example", ["Password"] = TestApp.Password });
        Assert.Contains(wrong.Errors, error => error.StartsWith("Enter an address name", StringComparison.Ordinal));
        Assert.Contains("Enter your own agency", wrong.Errors);
        Assert.Equal("Real Harbour", wrong.Html.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        var done = await browser.SubmitAsync(wrong, new()
        {
            ["Input.Address"] = "real-harbour", ["Input.Agency"] = "Harbour Council", ["Input.FrontDoor"] = "Front door", ["Input.Telephone"] = "020 7946 0001", ["Password"] = TestApp.Password,
        });
        Assert.True(done.Location == "/sign-in", string.Join("; ", done.Errors));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(link)).Status);
        using var ada = await app.SignInAsync("ada@quay.example");
        Assert.StartsWith("/account/authenticator", (await ada.GetAsync("/real-harbour/members")).Location); // a real administrator needs the second step
        await using var db = await app.OpenAllAsync("real-harbour");
        Assert.Equal(Job.Administrator, (await db.Members.SingleAsync(Ct)).Jobs);
        Assert.True((await db.Teams.SingleAsync(Ct)).IsFrontDoor);
    }
}
