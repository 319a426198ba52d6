using System.Net;
using Lapwing.Access;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Outcome;
using Lapwing.Tests.Modules.Referrals.Intake;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Referrals.Outcome;

/// <summary>A referrer sees the status of a referral with its reference and code, and nothing else.</summary>
public sealed class OutcomeTests(IntakeWorlds worlds) : IClassFixture<IntakeWorlds>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_referrer_sees_the_status_and_nothing_about_anybody(EngineKind engine)
    {
        var world = await worlds.OnAsync(engine);
        var (reference, code) = await ReferAsync(world);
        using var browser = world.App.Browser();
        var seen = await AskAsync(browser, reference.ToLowerInvariant(), code);
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.Contains("Received", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Wilhelmina", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ashdown", seen.Text, StringComparison.Ordinal);

        await using var db = await world.OpenAsFrontDoorAsync();
        var act = new Act(db.Viewer, world.App.Now, "referral.decline", "test");
        (await db.Referrals.SingleAsync(r => r.Reference == reference, Ct)).Decline(act, DeclineReason.SurvivorDeclined, 5);
        await db.SaveAsync(act, Ct);
        var after = await AskAsync(browser, reference, code);
        Assert.Contains("Not taken forward", after.Text, StringComparison.Ordinal);
        Assert.Contains("Support was not started.", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("declined", after.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task An_unknown_reference_and_a_wrong_code_look_alike(EngineKind engine)
    {
        var world = await worlds.OnAsync(engine);
        var (reference, _) = await ReferAsync(world);
        using var browser = world.App.Browser();
        var wrong = await AskAsync(browser, reference, "2222-2222");
        var unknown = await AskAsync(browser, Reference.New().ToString(), "2222-2222");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal(wrong.Status, unknown.Status);
        Assert.Equal(Assert.Single(wrong.Errors), Assert.Single(unknown.Errors));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task After_ten_tries_in_an_hour_even_the_right_code_waits_and_an_unknown_reference_waits_alike(EngineKind engine)
    {
        var world = await worlds.OnAsync(engine);
        var (reference, code) = await ReferAsync(world);
        using var browser = world.App.Browser();
        foreach (var tried in new[] { reference, Reference.New().ToString() })
        {
            for (var i = 0; i < OutcomeTry.MostInAnHour; i++)
                Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync(browser, tried, "2222-2222")).Status);
            Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(browser, tried, code)).Status);
        }
        world.App.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(browser, reference, code)).Status);
    }

    private static async Task<(string Reference, string Code)> ReferAsync(IntakeWorld world)
    {
        var (browser, page) = await world.BeginAsAgencyAsync();
        var sent = await IntakeWorld.SendAsync(browser, await IntakeWorld.WalkAsync(browser, page));
        return (IntakeWorld.ReferenceOn(sent), sent.Html.QuerySelector("p.govuk-\\!-font-size-24")!.TextContent.Trim());
    }

    private static async Task<TestPage> AskAsync(TestBrowser browser, string reference, string code) =>
        await browser.SubmitAsync(await browser.GetAsync("/testing/outcome"), new() { ["Reference"] = reference, ["Code"] = code });
}
