using System.Net;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Referrals.Triage;

public sealed class WorklistTests(Desks desks) : IClassFixture<Desks>
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task It_is_ordered_by_risk_and_then_by_clock_with_the_unassessed_before_what_is_known_to_be_lower(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        await desk.ReceiveAsync(new() { Family = "Orderstandard", Risk = RiskLevel.Standard, Ago = TimeSpan.FromDays(2) });
        await desk.ReceiveAsync(new() { Family = "Orderhighlate", Risk = RiskLevel.High, Ago = TimeSpan.FromMinutes(5) });
        await desk.ReceiveAsync(new() { Family = "Orderunknown", Risk = RiskLevel.NotAssessed, Ago = TimeSpan.FromMinutes(10) });
        await desk.ReceiveAsync(new() { Family = "Orderhighearly", Risk = RiskLevel.High, Ago = TimeSpan.FromMinutes(50) });
        await desk.ReceiveAsync(new() { Family = "Ordermedium", Risk = RiskLevel.Medium, Ago = TimeSpan.FromMinutes(50) });
        using var ann = await desk.AsAsync("ann");
        // A claimed one keeps its place: being worked on makes nobody safer.
        var page = await ann.GetAsync("/testing/worklist");
        var claimed = await ann.GetAsync(page.Html.QuerySelectorAll("tbody a").Single(a => a.TextContent == "Testina Orderhighearly").GetAttribute("href")!);
        await ann.SubmitAndFollowAsync(claimed, [], "form.lapwing-claim");

        var names = (await ann.GetAsync("/testing/worklist")).Html.QuerySelectorAll("tbody th a").Select(a => a.TextContent.Replace("Testina ", "")).Where(n => n.StartsWith("Order", StringComparison.Ordinal));

        Assert.Equal(["Orderhighearly", "Orderhighlate", "Orderunknown", "Ordermedium", "Orderstandard"], names);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task It_says_how_much_working_time_is_left_and_what_is_overdue(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        // The clock stands at Tuesday 10:00; high risk has four working hours, and the night does not count.
        await desk.ReceiveAsync(new() { Family = "Clockleft", Risk = RiskLevel.High, Ago = TimeSpan.FromMinutes(30) });
        await desk.ReceiveAsync(new() { Family = "Clockover", Risk = RiskLevel.High, Ago = TimeSpan.FromHours(25) });
        using var ann = await desk.AsAsync("ann");
        var page = await ann.GetAsync("/testing/worklist");

        Assert.Contains("3 hours 30 minutes left", RowOf(page, "Clockleft"), StringComparison.Ordinal);
        Assert.Contains("Overdue by 5 hours", RowOf(page, "Clockover"), StringComparison.Ordinal);
        var overdue = await ann.GetAsync("/testing/worklist?show=overdue");
        Assert.Contains("Clockover", overdue.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Clockleft", overdue.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task It_shows_only_what_the_worker_may_know_and_tells_another_team_nothing(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        await desk.ReceiveAsync(new() { Family = "Hiddenfrom" });
        using var dee = await desk.AsAsync("dee");
        using var ann = await desk.AsAsync("ann");
        using var cas = await desk.AsAsync("cas");
        using var ada = await desk.AsAsync("ada");

        Assert.Contains("Hiddenfrom", (await ann.GetAsync("/testing/worklist")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hiddenfrom", (await dee.GetAsync("/testing/worklist")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await cas.GetAsync("/testing/worklist")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await ada.GetAsync("/testing/worklist")).Status);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task What_a_service_did_not_take_comes_back_with_its_reason(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync(new() { Family = "Comesback" });
        await OfferAndReturnAsync(desk, referral.Id);
        using var ann = await desk.AsAsync("ann");

        var row = RowOf(await ann.GetAsync("/testing/worklist"), "Comesback");

        Assert.Contains("Kingfisher Outreach did not take it: no capacity", row, StringComparison.Ordinal);
        var page = await ann.GetAsync(ReferralModel.Url("testing", referral.Id));
        Assert.Contains("Full until a made-up Monday", page.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task It_is_shown_a_page_at_a_time_without_losing_or_repeating_anybody(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        for (var n = 0; n < 30; n++)
            await desk.ReceiveAsync(new() { Family = $"Page{(char)('a' + n % 26)}{(char)('a' + n / 26)}", Ago = TimeSpan.FromMinutes(n % 7) });
        using var ann = await desk.AsAsync("ann");

        var first = await ann.GetAsync("/testing/worklist");
        var second = await ann.GetAsync(first.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        string[] names = [.. first.Html.QuerySelectorAll("tbody th a").Concat(second.Html.QuerySelectorAll("tbody th a")).Select(a => a.TextContent)];
        Assert.Equal(25, first.Html.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(30, names.Distinct().Count());
        Assert.Null(second.Html.QuerySelector("a[rel=next]"));
        Assert.Contains("Waiting for triage (30)", first.Text, StringComparison.Ordinal);
    }

    /// <summary>What the service's own page does.</summary>
    internal static async Task OfferAndReturnAsync(Desk desk, Id<Referral> id)
    {
        await using var db = await desk.App.OpenAllAsync();
        var act = desk.App.Act();
        var referral = await db.Referrals.SingleAsync(r => r.Id == id);
        var service = await db.Services.SingleAsync(s => s.Number == 1);
        var episode = referral.OfferTo(act, service, 5);
        db.SupportEpisodes.Add(episode);
        await db.SaveAsync(act);
        await using var again = await desk.App.OpenAllAsync();
        var answered = await again.SupportEpisodes.SingleAsync(e => e.Id == episode.Id);
        var returned = await again.Referrals.SingleAsync(r => r.Id == id);
        var answer = desk.App.Act();
        answered.NotTake(answer, await again.KeyOfAsync(referral.CaseFile), DeclineReason.NoCapacity, "Full until a made-up Monday");
        returned.ReturnToTriage(answer);
        await again.SaveAsync(answer);
    }

    private static string RowOf(TestPage page, string name) =>
        page.Html.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(name, StringComparison.Ordinal)).TextContent;
}
