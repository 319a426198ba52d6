using Lapwing.Design.Charts;
using Lapwing.Modules.Boards.Documents;
using Lapwing.Modules.Figures.Disclosure;

namespace Lapwing.Modules.Boards.Export;

/// <param name="Weight">How much of the width it takes, against the others.</param>
/// <param name="Unbroken">Its words stay on one line.</param>
internal sealed record PaperColumn(string Heading, bool Numeric, int Weight, bool Unbroken = false);

/// <param name="Depth">How far its heading is indented: the parts of a hierarchy.</param>
/// <param name="Cells">The first is the row's heading.</param>
internal sealed record PaperRow(IReadOnlyList<Run> Cells, int Depth = 0);

/// <summary>A table as every export shows it, so that the page, the file and the document cannot differ in what they say.</summary>
internal sealed record PaperTable(string Caption, IReadOnlyList<PaperColumn> Columns, IReadOnlyList<PaperRow> Rows, IReadOnlyList<string> Notes)
{
    /// <summary>So many columns that ordinary letters would not fit between the margins.</summary>
    public bool IsWide => Columns.Count > 6;

    public static PaperTable Of(DisclosedTable table)
    {
        var (rows, across) = (table.Axes[0], table.Axes.Count > 1 ? table.Axes[1].Headings.Select(heading => heading.Title) : [Capital(table.Unit)]);
        // A table in two directions has no column that could name the unit.
        var caption = table.Axes.Count > 1 && table.Unit.Length > 0 ? $"{table.Title} ({table.Unit})" : table.Title;
        return new(caption, Across(rows.Title, across),
            [.. table.FilledRows().Select(row => new PaperRow([new Run(row.Heading.Title), .. row.Cells.Select(cell => new Run(cell.Display))], row.Heading.Depth))], table.Notes);
    }

    public static PaperTable Of(Chart chart) => new(chart.Title, Across(chart.CategoryName, chart.Series.Select(series => series.Name)),
        [.. chart.Categories.Select((category, i) => new PaperRow([new Run(category), .. chart.Series.Select(series => new Run(series.Cells[i].Display))]))], []);

    /// <summary>The small print at the head, where an export has no list of names and values.</summary>
    public static PaperTable Facts(PaperDocument document) => new("About this paper", [new("What", false, 1), new("Details", false, 2)],
        [.. PaperWords.Facts(document).Select(fact => new PaperRow([new Run(fact.Name), new Run(fact.Value)]))], []);

    /// <summary>Every number of the paper; what they mean is in <see cref="Meanings"/>, once for each measure and not for each quarter.</summary>
    public static PaperTable Numbers(PaperDocument document) => new("Numbers in this paper",
        [new("Figure", false, 6), new("Period", false, 3, Unbroken: true), new("As shown", true, 3), new("Unit", false, 3)],
        [.. document.Figures.Select(figure => new PaperRow([new Run(figure.Title), new Run(figure.Period), new Run(figure.Display, Figure: figure.From), new Run(figure.Unit)]))], []);

    public static PaperTable Meanings(PaperDocument document) => new("What they count",
        [new("Measure", false, 3), new("Definition", false, 5), new("Source", false, 3)],
        [.. document.Figures.Select(figure => (figure.Title, figure.Definition, Source: figure.Version > 0 ? $"{figure.Source}, version {figure.Version}" : figure.Source)).Distinct()
            .Select(figure => new PaperRow([new Run(figure.Title), new Run(figure.Definition), new Run(figure.Source)]))], []);

    private static IReadOnlyList<PaperColumn> Across(string first, IEnumerable<string> others) =>
        [new(first, false, 4), .. others.Select(heading => new PaperColumn(heading, true, 2))];

    private static string Capital(string unit) => unit.Length == 0 ? "Count" : char.ToUpperInvariant(unit[0]) + unit[1..];
}
