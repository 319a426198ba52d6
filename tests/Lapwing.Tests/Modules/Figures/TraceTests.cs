using System.Net;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Figures.Disclosure;
using Lapwing.Modules.Figures.Pages;
using Lapwing.Modules.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Figures;

/// <summary>From a number to its records, and no further than need-to-know lets this viewer go.</summary>
public sealed class TraceTests(Boroughs boroughs)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_worker_sees_those_records_of_a_number_that_are_theirs_and_no_other(EngineKind engine)
    {
        await using var borough = await Borough.StartAsync(engine, referrals: 400);
        using var worker = await borough.AsAsync("caseworker");
        await using var db = await borough.OpenAsync();
        var census = await Census.TakeAsync(db);
        var me = await db.Members.SingleAsync(m => m.Name == "Corin Workman-Hale", Cancelled);
        var teams = await db.TeamMemberships.Where(t => t.Member == me.Id).Select(t => t.Team).ToListAsync(Cancelled);
        var mine = (await db.Circles.Where(c => teams.Contains(c.Team)).Select(c => c.File).ToListAsync(Cancelled)).ToHashSet();
        var referrals = (await db.Referrals.AsNoTracking().ToListAsync(Cancelled)).ToDictionary(r => r.Id.Value);
        var episodes = (await db.SupportEpisodes.AsNoTracking().ToListAsync(Cancelled)).ToDictionary(e => e.Id.Value, e => e.Referral);
        IReadOnlyList<Referral> Behind(string measure, string breakdown, string category) =>
            [.. census.Behind(measure, Borough.Last, breakdown, category).Select(c => referrals[episodes.GetValueOrDefault(c.Record, c.Record)])];

        foreach (var (measure, breakdown, category) in ((string, string, string)[])[("referrals-received", "source", "police"), ("referrals-accepted", "pathway", "independent-advocacy"), ("episodes-open", "service", "s3")])
        {
            var behind = Behind(measure, breakdown, category);
            var page = await worker.GetAsync(TraceModel.Url(Borough.Address, Borough.Last, measure, breakdown, category));
            Assert.Equal(behind.Where(r => mine.Contains(r.CaseFile)).Select(r => r.Reference).Order(StringComparer.Ordinal), Listed(page));
            Assert.NotEmpty(Listed(page));
        }
        var police = Behind("referrals-received", "source", "police");
        var others = await worker.GetAsync(TraceModel.Url(Borough.Address, Borough.Last, "referrals-received", "source", "police"));
        Assert.Contains(police, r => !mine.Contains(r.CaseFile));
        Assert.All(police.Where(r => !mine.Contains(r.CaseFile)), r => Assert.DoesNotContain(r.Reference, others.Text, StringComparison.Ordinal));

        // A wall beats the circle.
        var walled = police.First(r => mine.Contains(r.CaseFile));
        var act = borough.App.Act();
        db.Walls.Add(Wall.Raise(act, walled.CaseFile, me.Id, "named by the survivor"));
        await db.SaveAsync(act);
        Assert.DoesNotContain(walled.Reference, (await worker.GetAsync(TraceModel.Url(Borough.Address, Borough.Last, "referrals-received", "source", "police"))).Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Who_sees_numbers_only_sees_how_many_as_the_board_may_and_no_record(EngineKind engine)
    {
        var borough = await boroughs.OnAsync(engine);
        await using var db = await borough.OpenAsync();
        var (census, counting) = (await Census.TakeAsync(db), await borough.CountAsync(db));
        var small = counting.Slots.Single(s => s.Measure.Code == "referrals-received").Breakdowns.SelectMany(b => b.Categories.Select(c => (Breakdown: b.Code, Category: c.Code)))
            .First(at => census.Count("referrals-received", Borough.Last, at.Breakdown, at.Category) is > 0 and < 5);
        var references = await db.Referrals.AsNoTracking().Select(r => r.Reference).ToListAsync(Cancelled);
        foreach (var role in (string[])["analyst", "programme", "guardian"])
        {
            using var browser = await borough.AsAsync(role);
            var (few, all) = (await browser.GetAsync(TraceModel.Url(Borough.Address, Borough.Last, "referrals-received", small.Breakdown, small.Category)), await browser.GetAsync(TraceModel.Url(Borough.Address, Borough.Last, "people-referred")));
            Assert.Equal("Referrals received, 2023/24 Q1: fewer than 5", few.Heading);
            Assert.Equal($"People referred, 2023/24 Q1: {census.Count("people-referred", Borough.Last)}", all.Heading);
            Assert.All((TestPage[])[few, all], page => Assert.Contains("Your job sees numbers, not records", page.Text, StringComparison.Ordinal));
            Assert.All((TestPage[])[few, all], page => Assert.DoesNotContain(references, reference => page.Text.Contains(reference, StringComparison.Ordinal)));
        }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Every_look_behind_a_number_is_in_the_trail_with_who_and_what(EngineKind engine)
    {
        var borough = await boroughs.OnAsync(engine);
        await using var db = await borough.OpenAsync();
        var analyst = await db.Members.SingleAsync(m => m.Name == "Anatole Figgins", Cancelled);
        using var browser = await borough.AsAsync("analyst");
        await browser.GetAsync(TraceModel.Url(Borough.Address, Borough.Last, "referrals-declined", "decline-reason", "no-capacity"));

        var entries = await db.AuditEntries.AsNoTracking().Where(e => e.Actor == analyst.Id.Value).ToListAsync(Cancelled);
        Assert.Contains(entries, e => e is { Action: "figures.trace", Purpose: "records behind referrals-declined of 2023-24-Q1, decline-reason no-capacity" });
        Assert.Contains(entries, e => e is { Action: "figures.count", Purpose: "figures of 2023-24-Q1 for board" });
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_number_that_is_not_counted_is_not_there(EngineKind engine)
    {
        var borough = await boroughs.OnAsync(engine);
        using var browser = await borough.AsAsync("caseworker");
        foreach (var path in (string[])["referrals-lost", "time-to-triage", "referrals-received?breakdown=shoe-size&category=police", "referrals-received?breakdown=source&category=neptune", "referrals-received?breakdown=source", "referrals-triaged?breakdown=source&category=police"])
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await browser.GetAsync($"/barnet/figures/2023-24-Q1/{path}")).Status));
    }

    private static IEnumerable<string> Listed(TestPage page) => page.Html.QuerySelectorAll("main ul a").Select(a => a.TextContent.Trim());
}
