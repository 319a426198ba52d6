using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Lapwing.Modules.Figures;
using Lapwing.Modules.Figures.Disclosure;

namespace Lapwing.Tests.Modules.Figures;

/// <summary><c>docs/measures.md</c> is written from the catalogue by <c>make measures</c>, and may not fall behind it.</summary>
public sealed class MeasureDocumentTests
{
    private static readonly Breakdowns s_breakdowns = new([]);

    [Fact]
    public async Task The_document_of_measures_says_what_the_catalogue_says()
    {
        var (file, written) = (Path.Combine(Root(), "docs", "measures.md"), Write());
        if (Environment.GetEnvironmentVariable("LAPWING_WRITE_MEASURES") is { Length: > 0 })
            await File.WriteAllTextAsync(file, written, TestContext.Current.CancellationToken);
        var kept = File.Exists(file) ? (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n") : "";
        Assert.True(kept == written, "docs/measures.md is not what the catalogue says. Write it again with: make measures");
    }

    [Fact]
    public void Every_measure_and_every_breakdown_is_in_it()
    {
        var written = Write();
        Assert.All(Catalogue.All(new()), measure => Assert.Contains($"## {measure.Title}\n", written, StringComparison.Ordinal));
        Assert.All(Catalogue.All(new()).SelectMany(m => m.BreakdownsFor(s_breakdowns)), breakdown => Assert.Contains($"| `{breakdown.Code}` |", written, StringComparison.Ordinal));
        Assert.DoesNotContain("—", written, StringComparison.Ordinal);
    }

    private static string Write()
    {
        var text = new StringBuilder("""
            # Measures

            What each figure counts. Written from the catalogue in `src/Lapwing/Modules/Figures` by `make measures`; a test fails when the two differ, so change the catalogue and not this page.

            - **Period.** A quarter of the financial year, on London days: Q1 is 1 April to 30 June. "Counted by" says which day decides in what quarter something counts.
            - **Cut-off.** Every figure is counted as known at one instant. What is recorded or corrected later is not in it, and an earlier cut-off can be counted again.
            - **Level of risk.** Referrals received, and the children linked to them, are told by the level known at the cut-off; a decision, contact, assessment or acceptance by the level known when it was recorded.
            - **Recorded.** Ethnicity, disability and sexual orientation are recorded when there is an answer, "prefer not to say" included; "not known" and no answer are not.
            - **Protection.** Small counts are protected by the audience's policy (default: the board below 5, the public below 10 and rounded to 5). A minimum base comes on top of that; those below are the defaults of both.
            - **Change on a year before** is worked out for every count, and a **share** for every measure that is part of another.


            """.ReplaceLineEndings("\n"));
        foreach (var measure in Catalogue.All(new()))
        {
            text.Append(CultureInfo.InvariantCulture, $"## {measure.Title}\n\n{measure.Definition}\n\n| | |\n| --- | --- |\n");
            Row("Code", $"`{measure.Code}`, version {measure.Version}");
            Row("Unit", measure.Unit);
            Row("Counted by", measure.DateBasis);
            Row("Kind", KindOf(measure));
            Row("Broken down by", measure.BreakdownsFor(s_breakdowns) is { Count: > 0 } by ? string.Join(", ", by.Select(b => $"{b.Title.ToLowerInvariant()} (`{b.Code}`)")) : "nothing");
            Row("Minimum base", measure.MinimumBase(DisclosurePolicy.Board));
            Row("Source", measure.Source);
            text.Append('\n');
        }
        text.Append("## Breakdowns\n\n| Code | Breakdown | Categories |\n| --- | --- | --- |\n");
        foreach (var breakdown in Catalogue.All(new()).SelectMany(m => m.BreakdownsFor(s_breakdowns)).DistinctBy(b => b.Code))
            text.Append(CultureInfo.InvariantCulture, $"| `{breakdown.Code}` | {breakdown.Title} | {(breakdown.Code == "service" ? "the partnership's services, no service" : breakdown.Code == "borough" ? "the partnership's boroughs, not known" : string.Join(", ", breakdown.Categories.Select(c => c.Title)))} |\n");
        return text.ToString();

        void Row(string name, string value) => text.Append(CultureInfo.InvariantCulture, $"| {name} | {value} |\n");
    }

    private static string KindOf(Measure measure) => measure.Kind switch
    {
        MeasureKind.Count => measure.SubsetOf is { } whole ? $"count; share of `{whole}`" : "count",
        MeasureKind.People => "different people",
        MeasureKind.Standing => "what stands at the end of the quarter",
        _ => $"median over `{measure.MedianOver}`",
    };

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Lapwing.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("The repository's root was not found from the test's source.");
        return folder.FullName;
    }
}
