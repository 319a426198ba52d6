using System.Net;
using Lapwing.Access;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Referrals.Intake;

/// <summary>The journey from the first question to the reference, through the pages.</summary>
public sealed class JourneyTests(IntakeWorlds worlds) : IClassFixture<IntakeWorlds>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_professional_with_an_agency_link_refers_and_gets_a_reference(EngineKind engine)
    {
        var world = await worlds.OnAsync(engine);
        var (browser, page) = await world.BeginAsAgencyAsync();
        var check = await IntakeWorld.WalkAsync(browser, page, new()
        {
            ["address"] = new() { ["Address"] = "12 Made-up Street", ["Area"] = "1" },
            ["person-causing-harm"] = new() { ["IsNamed"] = "true", ["GivenName"] = "Mortimer", ["FamilyName"] = "Vane", ["Years"] = "40" },
            ["relationship"] = new() { ["Connection"] = "WereMarried" },
            ["children"] = new() { ["HowMany"] = "2" },
            ["children-names"] = new() { ["Lines[0].GivenName"] = "Odo", ["Lines[0].Years"] = "7" },
        });
        Assert.Contains("Wilhelmina Ashdown", check.Text, StringComparison.Ordinal);
        var reference = IntakeWorld.ReferenceOn(await IntakeWorld.SendAsync(browser, check));

        await using var db = await world.OpenAsFrontDoorAsync();
        var referral = await db.Referrals.SingleAsync(r => r.Reference == reference, Ct);
        var key = await db.KeyOfAsync(referral.CaseFile, Ct);
        var safe = SafeContact.FromJson(key.Reveal(referral.SafeContact));
        Assert.True(safe is { MayRing: true, WithholdNumber: true, MayLeaveVoicemail: false, MayText: false, MayWrite: false });
        Assert.True(referral.ActApplies);
        Assert.Equal(ReferralSource.Education, referral.Source);
        Assert.Equal(1, referral.Area);
        Assert.Equal(2, referral.Children);
        var person = await db.People.SingleAsync(p => p.Id == referral.Subject, Ct);
        Assert.Equal("Wilhelmina Ashdown", person.DisplayName(key));
        Assert.Equal("12 Made-up Street", key.Reveal((await db.Whereabouts.SingleAsync(w => w.CaseFile == referral.CaseFile, Ct)).Address));

        // Each side is a file of its own in the same matter.
        var file = await db.CaseFiles.SingleAsync(f => f.Id == referral.CaseFile, Ct);
        Assert.Equal(Side.Survivor, file.Side);
        Assert.Equal([Side.Survivor, Side.Child, Side.PersonCausingHarm],
            (await db.CaseFiles.Where(f => f.Matter == file.Matter).Select(f => f.Side).ToListAsync(Ct)).Order());

        // The referrer's team sees the outcome and not the file.
        await using var school = await world.OpenAsSchoolAsync();
        Assert.False(await school.Referrals.AnyAsync(r => r.Reference == reference, Ct));
        await using var all = await world.App.OpenAllAsync();
        Assert.True(await all.Circles.AnyAsync(c => c.File == referral.CaseFile && c.Team == world.School.Id && c.Depth == Depth.Outcome, Ct));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_signed_in_member_refers_and_finds_an_unfinished_referral_again(EngineKind engine)
    {
        var world = await worlds.OnAsync(engine);
        using var browser = await world.App.SignInAsync(IntakeWorld.Referrer);
        var page = await browser.SubmitAndFollowAsync(await browser.GetAsync("/testing/refer"), []);
        page = await IntakeWorld.WalkAsync(browser, page, until: "consent");

        using var another = await world.App.SignInAsync(IntakeWorld.Referrer);
        var start = await another.GetAsync("/testing/refer");
        var link = start.Html.QuerySelectorAll("main a.govuk-link").Select(a => a.GetAttribute("href")!).Last(h => h.EndsWith("/check", StringComparison.Ordinal));
        var open = await another.GetAsync((await another.GetAsync(link)).Location!);
        Assert.Equal("consent", IntakeWorld.StepOf(open));
        IntakeWorld.ReferenceOn(await IntakeWorld.SendAsync(another, await IntakeWorld.WalkAsync(another, open)));

        using var worker = await world.App.SignInAsync(IntakeWorld.Worker);
        Assert.Equal(HttpStatusCode.NotFound, (await worker.GetAsync(page.Address)).Status);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_survivor_sees_the_way_out_before_the_first_question_and_on_every_page(EngineKind engine)
    {
        var world = await worlds.OnAsync(engine);
        using var visitor = world.App.Browser();
        var before = await visitor.GetAsync("/testing/get-help");
        Assert.Contains("It does not delete your browsing history", before.Text, StringComparison.Ordinal);
        var page = await visitor.SubmitAndFollowAsync(before, []);
        while (IntakeWorld.StepOf(page) != "check")
        {
            Assert.NotNull(page.Html.QuerySelector(".govuk-exit-this-page"));
            Assert.DoesNotContain("abuse", page.Html.Title, StringComparison.OrdinalIgnoreCase);
            page = await visitor.SubmitAndFollowAsync(page, IntakeWorld.StepOf(page) switch
            {
                "who" => new() { ["Referred"] = "AdultVictim" },
                "safe-contact" => new() { ["Ways"] = "text" },
                "safe-times" => new() { ["When"] = "some", ["Days"] = "Monday|Friday", ["From"] = "9:30am", ["To"] = "3pm" },
                "telephone-and-email" => new() { ["Telephone"] = "+44 7700 900982" },
                _ => [],
            });
        }
        var sent = await IntakeWorld.SendAsync(visitor, page);
        await using var db = await world.OpenAsFrontDoorAsync();
        var reference = IntakeWorld.ReferenceOn(sent);
        var referral = await db.Referrals.SingleAsync(r => r.Reference == reference, Ct);
        Assert.Equal(ReferralSource.Self, referral.Source);
        Assert.False(referral.IsNamed);
        var safe = SafeContact.FromJson((await db.KeyOfAsync(referral.CaseFile, Ct)).Reveal(referral.SafeContact));
        Assert.Equal("Mon 09:30-15:00, Fri 09:30-15:00", safe.SafeTimes!.ToString());
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Exit_forgets_the_draft_in_this_browser(EngineKind engine)
    {
        var world = await worlds.OnAsync(engine);
        var (browser, page) = await world.BeginAsSurvivorAsync();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(page.Address)).Status);
        var exit = await browser.GetAsync("/exit");
        Assert.Equal(HttpStatusCode.Redirect, exit.Status);
        Assert.DoesNotContain("localhost", exit.Location!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(page.Address)).Status);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_draft_does_not_open_in_another_browser_but_moves_there_with_its_code(EngineKind engine)
    {
        var world = await worlds.OnAsync(engine);
        var (browser, page) = await world.BeginAsSurvivorAsync();
        page = await IntakeWorld.WalkAsync(browser, page, until: "name");
        using var other = world.App.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(page.Address)).Status);

        var later = await browser.SubmitAndFollowAsync(page, new() { ["GivenName"] = "Wilhelmina", ["go"] = "later" });
        var code = (await browser.SubmitAsync(later, [])).Html.QuerySelector(".govuk-panel__body")!.TextContent.Trim();
        var moved = await other.SubmitAndFollowAsync(await other.GetAsync("/testing/get-help/resume"), new() { ["Code"] = code.ToLowerInvariant() });
        Assert.StartsWith(page.Address[..^"/name".Length], moved.Location ?? moved.Address, StringComparison.Ordinal);
        Assert.Contains("Wilhelmina", (await other.GetAsync(page.Address)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(page.Address)).Status);

        using var guesser = world.App.Browser();
        var wrong = await guesser.SubmitAsync(await guesser.GetAsync("/testing/get-help/resume"), new() { ["Code"] = "2222-2222-2222" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains("There is nothing saved under this code", Assert.Single(wrong.Errors), StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_link_that_ended_or_never_was_is_not_there(EngineKind engine)
    {
        var world = await worlds.OnAsync(engine);
        using var browser = world.App.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/testing/refer/with/22222222222222222222")).Status);
        var code = Lapwing.Modules.Directory.AgencyLinkCode.New();
        await using var db = await world.App.OpenAllAsync();
        var act = world.App.Act();
        var link = Lapwing.Modules.Directory.AgencyLink.Make(act, world.School.Agency, Lapwing.Modules.Directory.AgencyLinkCode.HashOf(code), world.App.Now.AddDays(1));
        db.AgencyLinks.Add(link);
        await db.SaveAsync(act, Ct);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/testing/refer/with/{code}")).Status);
        var end = world.App.Act();
        link.End(end);
        await db.SaveAsync(end, Ct);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/testing/refer/with/{code}")).Status);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_child_under_16_is_passed_to_childrens_safeguarding_and_never_to_marac(EngineKind engine)
    {
        var world = await worlds.OnAsync(engine);
        foreach (var (age, safeguarding) in new[] { ("15", true), ("16", false) })
        {
            var (browser, page) = await world.BeginAsAgencyAsync();
            var sent = await IntakeWorld.SendAsync(browser, await IntakeWorld.WalkAsync(browser, page, new()
            {
                ["who"] = new() { ["Referred"] = "Child" }, ["age"] = new() { ["Years"] = age },
            }));
            Assert.Equal(safeguarding, sent.Text.Contains("passed to children&#x27;s safeguarding, and will not be heard at MARAC", StringComparison.Ordinal)
                || sent.Text.Contains("passed to children's safeguarding, and will not be heard at MARAC", StringComparison.Ordinal));
            var reference = IntakeWorld.ReferenceOn(sent);
            await using var db = await world.OpenAsFrontDoorAsync();
            var referral = await db.Referrals.SingleAsync(r => r.Reference == reference, Ct);
            Assert.Equal(safeguarding, referral.IsForChildrensSafeguarding);
            Assert.Equal(Side.Child, (await db.CaseFiles.SingleAsync(f => f.Id == referral.CaseFile, Ct)).Side);
        }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_same_two_named_people_within_twelve_months_are_a_repeat(EngineKind engine)
    {
        var world = await worlds.OnAsync(engine);
        async Task<bool> RepeatAsync(string harmer)
        {
            var (browser, page) = await world.BeginAsAgencyAsync();
            var sent = await IntakeWorld.SendAsync(browser, await IntakeWorld.WalkAsync(browser, page, new()
            {
                ["name"] = new() { ["IsNamed"] = "true", ["GivenName"] = "Zenobia", ["FamilyName"] = "O'Hare" },
                ["age"] = new() { ["BornOn.Day"] = "3", ["BornOn.Month"] = "4", ["BornOn.Year"] = "1988" },
                ["person-causing-harm"] = new()
                {
                    ["IsNamed"] = "true", ["GivenName"] = harmer, ["FamilyName"] = "Vane", ["BornOn.Day"] = "1", ["BornOn.Month"] = "2", ["BornOn.Year"] = "1985",
                },
            }));
            var reference = IntakeWorld.ReferenceOn(sent);
            await using var db = await world.OpenAsFrontDoorAsync();
            return (await db.Referrals.SingleAsync(r => r.Reference == reference, Ct)).IsRepeat;
        }
        Assert.False(await RepeatAsync("Mortimer"));
        Assert.True(await RepeatAsync("MORTIMER"));
        Assert.False(await RepeatAsync("Somebody Else"));
    }
}
