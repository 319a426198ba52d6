using System.Diagnostics;
using Lapwing.Modules.Figures.Disclosure;

namespace Lapwing.Tests.Modules.Figures.Disclosure;

/// <summary>A quarterly paper must be protected and proved while somebody waits. The times are printed; a busy machine fails no test.</summary>
public sealed class DisclosureSpeedTests(ITestOutputHelper output)
{
    private static readonly string[] s_quarters = [.. Enumerable.Range(0, 8).Select(q => $"{2021 + q / 4}-Q{1 + q % 4}")];
    private static readonly Dimension[] s_dimensions = [Town.Level, Town.Source, Town.Pathway, Town.Who, Town.Outcome, Town.Age, Town.Ethnicity, Town.Area];

    [Theory]
    [InlineData("board", 8)]
    [InlineData("public", 2)]
    public void A_paper_of_27_tables_and_40_figures_with_all_quarters_before_it_is_protected_with_proof(string audience, int quarters)
    {
        var policy = audience == "board" ? DisclosurePolicy.Board : DisclosurePolicy.Public;
        var town = new Town(7, 3000, s_quarters);
        var earlier = new List<ReleaseLedger>();
        for (var quarter = 0; quarter < quarters; quarter++)
        {
            var release = Paper(town, policy, earlier, quarter);
            var watch = Stopwatch.StartNew();
            var paper = DisclosureControl.Protect(release);
            var cells = paper.Tables.SelectMany(t => t.Cells).ToList();
            output.WriteLine($"{audience} {s_quarters[quarter]}: {watch.ElapsedMilliseconds} ms for {cells.Count} cells, {paper.Proofs.Count} proofs, "
                + $"{cells.Count(c => c.Status == CellStatus.Primary)} small and {cells.Count(c => c.Status == CellStatus.Complementary)} withheld");
            Assert.All(paper.Proofs, p => Assert.True(p is { Holds: true, KnownBefore: false }));
            earlier.Add(paper.Ledger!);
        }
    }

    /// <summary>Eighteen tables of two dimensions, nine of one or a trend, and a count, a percentage and a median for each level and source.</summary>
    private static Release Paper(Town town, DisclosurePolicy policy, List<ReleaseLedger> earlier, int quarter)
    {
        var now = s_quarters[quarter];
        var builder = new ReleaseBuilder(policy, earlier);
        var trend = new Dimension("quarter", "Quarter", s_quarters.Take(quarter + 1).Select(q => new Category(q, q)), total: null);
        foreach (var (a, b) in s_dimensions.SelectMany((a, i) => s_dimensions.Skip(i + 1).Select(b => (a, b))).Where(p => p.a.Positions * p.b.Positions <= 130).Take(18))
            builder.Add(town.Table($"{a.Code}-{b.Code}", "received", now, null, a, b));
        foreach (var dimension in s_dimensions.Take(7))
            builder.Add(town.Trend($"trend-{dimension.Code}", "received", trend, dimension));
        var total = town.Table("received", "received", now);
        builder.Add(total);
        foreach (var dimension in (Dimension[])[Town.Level, Town.Source])
        {
            var table = town.Table($"by-{dimension.Code}", "received", now, null, dimension);
            builder.Add(table);
            foreach (var code in dimension.Categories.Select(c => c.Code))
                builder.Figure($"n-{code}", code, table.Key(code)).Percentage($"p-{code}", code, table.Key(code), total.Key()).Median($"m-{code}", code, 3, "days", table.Key(code));
        }
        return builder.Build();
    }
}
