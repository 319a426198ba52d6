using System.Security.Cryptography;
using System.Text;

namespace Lapwing.Design.Charts;

/// <summary>How the figures are drawn.</summary>
public enum ChartKind
{
    /// <summary>One bar for each category, or one for each series beside the others.</summary>
    Bars,

    /// <summary>The series of a category end to end: only for parts of one whole.</summary>
    Stacked,

    /// <summary>A trend over time.</summary>
    Line,
}

/// <summary>
/// A chart of disclosed figures. <see cref="ToSvg"/> is drawn on the server as one self-contained image with a title and a description,
/// the same for a page, a PDF and a document; no number travels as data for a script.
/// </summary>
public sealed record Chart
{
    public required string Title { get; init; }

    /// <summary>What a reader who cannot see the chart should take from it; made from the words of the figures when none is given.</summary>
    public string? Description { get; init; }

    public ChartKind Kind { get; init; }

    /// <summary>What the categories are, such as "Quarter": the heading of the table's first column.</summary>
    public required string CategoryName { get; init; }
    public required IReadOnlyList<string> Categories { get; init; }
    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>Source, cut-off and what was withheld, under the chart.</summary>
    public string? Note { get; init; }

    public bool WithholdsAny => Series.Any(s => s.Cells.Any(c => c.IsWithheld));

    public string ToSvg()
    {
        if (Series.Count is 0 or > Canvas.Styles) throw new InvalidOperationException($"A chart has one to {Canvas.Styles} series: more cannot be told apart.");
        if (Series.Any(s => s.Cells.Count != Categories.Count)) throw new InvalidOperationException("Every series has one cell for each category.");
        return Kind == ChartKind.Line ? LineChart.Draw(this) : BarChart.Draw(this);
    }

    public string Described => Description ?? (Series.Count == 1
        ? string.Join("; ", Categories.Zip(Series[0].Cells, (category, cell) => $"{category}: {cell.Display}")) + "."
        : $"{string.Join(", ", Series.Select(s => s.Name))} by {CategoryName.ToLowerInvariant()}. The figures are in the table.");

    /// <summary>The same for the same chart, so that a paper printed twice is the same paper.</summary>
    internal string Id => "chart-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Title}|{Kind}|{string.Join('|', Categories)}|{string.Join('|', Series.Select(s => s.Name))}")))[..8];
}
