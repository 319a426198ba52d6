using System.Net;
using Lapwing.Modules.Figures.Pages;
using Lapwing.Modules.Figures.Settings;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Figures;

/// <summary>What each audience may be shown is the partnership's own decision, and never weakens silently.</summary>
public sealed class DisclosureSettingsTests(Boroughs boroughs)
{
    private static readonly string s_board = PolicyModel.Url(Borough.Address, "board"), s_public = PolicyModel.Url(Borough.Address, "public");

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_stricter_policy_holds_at_once_and_the_history_says_who_and_when(EngineKind engine)
    {
        await using var borough = await Borough.StartAsync(engine, referrals: 300);
        using var administrator = await borough.AsAsync("administrator");
        Assert.Contains("Disclosure policies", (await administrator.GetAsync("/barnet/settings")).Text, StringComparison.Ordinal);

        var list = await administrator.SubmitAndFollowAsync(await administrator.GetAsync(s_board), new() { ["Input.Threshold"] = "8", ["Input.MedianBase"] = "10.5" });

        Assert.Contains("What the board may be shown is saved.", list.Text, StringComparison.Ordinal);
        Assert.Equal("15 August 2023, 5:30pm|Adele Settler|Board|smallest count 5 → 8; base of a median 8 → 10.5|", Line(list));
        using var analyst = await borough.AsAsync("analyst");
        var figures = await analyst.GetAsync(FiguresModel.Url(Borough.Address, Borough.Last));
        Assert.Contains("Counts below 8 are not shown", figures.Text, StringComparison.Ordinal);
        Assert.Contains("fewer than 8", figures.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("fewer than 5", figures.Text, StringComparison.Ordinal);
        await using var db = await borough.OpenAsync();
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Action == "settings.disclosure" && e.Purpose == "changing what the board may be shown", TestContext.Current.CancellationToken));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task What_protects_less_needs_a_reason_that_stays(EngineKind engine)
    {
        await using var borough = await Borough.StartAsync(engine, referrals: 1);
        using var lead = await borough.AsAsync("programme");

        var refused = await lead.SubmitAsync(await lead.GetAsync(s_board), new() { ["Input.Threshold"] = "4" });
        Assert.Equal((HttpStatusCode.BadRequest, "Say why: this protects less than before"), (refused.Status, Assert.Single(refused.Errors)));
        Assert.Equal("4", refused.Html.QuerySelector("[name='Input.Threshold']")!.GetAttribute("value"));
        Assert.NotNull(refused.Html.QuerySelector("#Input_Reason-error, [id$=Reason-error]"));

        var list = await lead.SubmitAndFollowAsync(refused, new() { ["Input.Reason"] = "The board is three people who know every case." });
        Assert.EndsWith("|Priya Leadley|Board|smallest count 5 → 4|The board is three people who know every case.", Line(list), StringComparison.Ordinal);

        // Each thing that protects less, and staying below five while something else changes.
        foreach (var (address, field, value, says) in ((string, string, string, string)[])
            [(s_public, "Input.RoundingBase", "1", "Say why: this protects less than before"), (s_public, "Input.PercentageBase", "10", "Say why: this protects less than before"), (s_board, "Input.MedianBase", "20", "Say why counts below 5 may be shown")])
            Assert.Equal([says], (await lead.SubmitAsync(await lead.GetAsync(address), new() { [field] = value })).Errors);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task What_would_protect_nobody_or_show_the_public_more_than_the_board_is_refused_at_its_field(EngineKind engine)
    {
        var borough = await boroughs.OnAsync(engine);
        using var administrator = await borough.AsAsync("administrator");
        foreach (var (address, field, value, says) in ((string, string, string, string)[])
        [
            (s_board, "Threshold", "2", "The smallest count that is shown must be a whole number from 3 to 100: below 3 nobody is protected"),
            (s_board, "Threshold", "", "The smallest count that is shown must be a whole number from 3 to 100: below 3 nobody is protected"),
            (s_board, "Threshold", "five", "\"five\" is not something that can go here"),
            (s_board, "Threshold", "11", "The public is shown counts from 10, so the board cannot be shown fewer. Change the public's policy first"),
            (s_public, "Threshold", "4", "The board is shown counts from 5, so the public cannot be shown smaller ones"),
            (s_board, "Zero", "Hidden", "The public is shown zeros, so the board cannot be denied them. Change the public's policy first"),
            (s_board, "RoundingBase", "11", "Counts cannot be rounded to more than 10, twice the smallest count that is shown"),
            (s_board, "RoundingBase", "0", "Counts must be rounded to a whole number from 1 to 100"),
            (s_board, "PercentageBase", "0", "The base of a percentage must be from 1 to 1,000"),
            (s_board, "MedianBase", "1001", "The base of a median must be from 1 to 1,000"),
            (s_board, "Reason", new string('x', 1_001), "The reason must be 1,000 characters or fewer"),
        ])
        {
            var refused = await administrator.SubmitAsync(await administrator.GetAsync(address), new() { ["Input.Reason"] = "A made-up reason", [$"Input.{field}"] = value });
            Assert.Equal((field, value, HttpStatusCode.BadRequest), (field, value, refused.Status));
            Assert.Equal((field, value, says), (field, value, Assert.Single(refused.Errors)));
            Assert.Contains(says, refused.Html.QuerySelector($"[id$='{field}-error']")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Only_administrators_and_programme_leads_may_and_there_is_no_other_audience(EngineKind engine)
    {
        var borough = await boroughs.OnAsync(engine);
        foreach (var role in (string[])["analyst", "caseworker", "guardian", "frontdoor", "partner"])
        {
            using var browser = await borough.AsAsync(role);
            Assert.Equal((role, HttpStatusCode.Forbidden), (role, (await browser.GetAsync(PoliciesModel.Url(Borough.Address))).Status));
            Assert.Equal((role, HttpStatusCode.Forbidden), (role, (await browser.GetAsync(s_board)).Status));
        }
        using var administrator = await borough.AsAsync("administrator");
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync(PolicyModel.Url(Borough.Address, "press"))).Status);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Of_two_who_change_it_at_once_the_second_sees_what_the_first_did(EngineKind engine)
    {
        await using var borough = await Borough.StartAsync(engine, referrals: 1);
        using var first = await borough.AsAsync("administrator");
        using var second = await borough.AsAsync("programme");
        await first.SubmitAndFollowAsync(await first.GetAsync(s_public), new() { ["Input.Threshold"] = "11" });
        var form = await second.GetAsync(s_public);
        await first.SubmitAndFollowAsync(await first.GetAsync(s_public), new() { ["Input.Threshold"] = "12" });

        var refused = await second.SubmitAsync(form, new() { ["Input.Threshold"] = "15" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(refused.Html.QuerySelectorAll("main tbody tr"), row => string.Join('|', row.Children.Select(c => c.TextContent)) == "smallest count|12|15");
        var list = await second.SubmitAndFollowAsync(refused, []);
        Assert.Contains("|smallest count 12 → 15|", Line(list), StringComparison.Ordinal);
    }

    private static string Line(TestPage list) => string.Join('|', list.Html.QuerySelector("#changes tbody tr, main table tbody tr")!.Children.Select(c => c.TextContent.Trim()));
}
