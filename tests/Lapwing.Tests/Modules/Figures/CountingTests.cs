using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.Figures;
using Lapwing.Modules.Figures.Measures;
using Lapwing.Modules.Figures.Snapshots;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Figures;

/// <summary>What the counting pass makes of the coded facts is what the business tables say, for every measure, breakdown, category and quarter.</summary>
public sealed class CountingTests
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Every_measure_and_breakdown_agrees_with_the_business_tables_in_every_quarter(EngineKind engine)
    {
        await using var borough = await Borough.StartAsync(engine, referrals: 1_200);
        await Referrals.Handovers.PlantedHandovers.PlantAsync(borough.App, Borough.Address);
        await using var db = await borough.OpenAsync();
        var (census, counting) = (await Census.TakeAsync(db), await borough.CountAsync(db));

        Assert.Empty(Differences(counting, census));
        AssertNotEmpty(counting, census);

        // A fact that nobody recorded: one number too many or too few must be seen wherever it counts, and nowhere else.
        var forged = await db.Facts.AsNoTracking().FirstAsync(f => f.Kind == FactKind.EpisodeOpened && f.HappenedOn >= counting.Quarters[0].Start.DayNumber, TestContext.Current.CancellationToken);
        db.Facts.Add(forged.Retract(borough.App.Now));
        await db.SaveAsync(borough.App.Act());
        var seen = Differences(await borough.CountAsync(db), census);
        Assert.Equal(["episodes-open", "episodes-started", "people-supported"], seen.Select(d => d.Split(' ')[0]).Distinct().Order());
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Behind_every_number_are_the_records_that_the_business_tables_name(EngineKind engine)
    {
        await using var borough = await Borough.StartAsync(engine, referrals: 500);
        await Referrals.Handovers.PlantedHandovers.PlantAsync(borough.App, Borough.Address);
        await using var db = await borough.OpenAsync();
        var (census, counting) = (await Census.TakeAsync(db), await borough.CountAsync(db));
        var quarter = Borough.Last;
        var records = await CellRecords.GatherAsync(db, await Catalogue.ReadAsync(db, TestContext.Current.CancellationToken), quarter, counting.KnownAt, TestContext.Current.CancellationToken);

        foreach (var slot in counting.Slots.Where(s => s.Measure.Kind != MeasureKind.Median))
            foreach (var (breakdown, category) in slot.Breakdowns.SelectMany(b => b.Categories.Select(c => ((string?)b.Code, (string?)c.Code))).Prepend((null, null)))
                Assert.Equal(census.Behind(slot.Measure.Code, quarter, breakdown, category).Select(c => c.Record).Distinct().Order(),
                    records.Of(slot.Measure.Code, breakdown, category));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_fact_that_moves_to_another_quarter_while_all_are_counted_is_counted_once(EngineKind engine)
    {
        await using var borough = await Borough.StartAsync(engine, referrals: 200);
        await using var db = await borough.OpenAsync();
        var (started, counted) = (await StartedAsync(), 0);
        using var enough = new CancellationTokenSource();
        var moving = MoveAsync();
        try
        {
            for (; counted < 100; counted++)
                Assert.Equal(started, await StartedAsync());
        }
        finally
        {
            await enough.CancelAsync();
            Assert.True(await moving > counted / 4, "Hardly anything moved meanwhile.");
        }

        async Task<int> StartedAsync() => (await borough.CountAsync(db)).Slots.Single(slot => slot.Measure.Code == "episodes-started").Totals.Sum();

        async Task<int> MoveAsync()
        {
            await Task.Yield();
            await using var other = await borough.OpenAsync();
            var quarters = Borough.Last.Next.Last(QuarterFigures.TrendLength);
            var fact = await other.Facts.AsNoTracking().FirstAsync(f => f.Kind == FactKind.EpisodeOpened && f.HappenedOn >= quarters[0].Start.DayNumber, TestContext.Current.CancellationToken);
            var moves = 0;
            for (; !enough.IsCancellationRequested; moves++)
            {
                var moved = Fact.Of(fact.Kind, quarters[moves % quarters.Count].Start, borough.App.Now, fact.Record, fact.Person, fact.CaseFile, new(fact.Codes));
                other.Facts.AddRange(fact.Retract(borough.App.Now), moved);
                await other.SaveAsync(borough.App.Act());
                other.ChangeTracker.Clear();
                fact = moved;
            }
            return moves;
        }
    }

    /// <summary>Where the counting pass and the tables do not say the same.</summary>
    internal static List<string> Differences(Counting counting, Census census)
    {
        var differences = new List<string>();
        foreach (var slot in counting.Slots)
        {
            for (var q = 0; q < counting.Quarters.Count; q++)
            {
                var (measure, quarter) = (slot.Measure.Code, counting.Quarters[q]);
                if (slot.Measure.Kind == MeasureKind.Median)
                    Compare("median", slot.Medians[q], census.Median(measure, quarter));
                Compare("all", slot.Totals[q], census.Count(measure, quarter));
                for (var b = 0; b < slot.Breakdowns.Count; b++)
                    for (var c = 0; c < slot.Breakdowns[b].Categories.Count; c++)
                    {
                        var (by, category) = (slot.Breakdowns[b].Code, slot.Breakdowns[b].Categories[c].Code);
                        Compare($"{by} {category}", slot.ByCategory[b][q][c], census.Count(measure, quarter, by, category));
                    }

                void Compare(string what, double? counted, double? told)
                {
                    if (counted != told)
                        differences.Add($"{measure} {what} {quarter}: counted {counted}, the tables say {told}");
                }
            }
        }
        return differences;
    }

    /// <summary>Agreement about nothing would prove nothing: each measure counts something, and each breakdown divides it.</summary>
    private static void AssertNotEmpty(Counting counting, Census census)
    {
        Assert.Equal(counting.Slots.Select(s => s.Measure.Code).Order(), census.Measures.Order());
        foreach (var slot in counting.Slots)
        {
            // Groups are small: not in each quarter does somebody leave one.
            Assert.True(slot.Measure is GroupsLeft ? slot.Totals.Any(total => total > 0) : slot.Totals.All(total => total > 0), $"{slot.Measure.Code} has an empty quarter.");
            for (var b = 0; b < slot.Breakdowns.Count; b++)
                Assert.True(Enumerable.Range(0, slot.Breakdowns[b].Categories.Count).Count(c => slot.ByCategory[b].Any(quarter => quarter[c] > 0)) > 1, $"{slot.Measure.Code} is not divided by {slot.Breakdowns[b].Code}.");
        }
    }
}
