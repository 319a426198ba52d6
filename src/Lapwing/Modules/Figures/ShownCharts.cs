using Lapwing.Design.Charts;
using Lapwing.Modules.Figures.Context;
using Lapwing.Modules.Figures.Disclosure;

namespace Lapwing.Modules.Figures;

/// <summary>Charts of what disclosure control let through, and of nothing else.</summary>
public static class ShownCharts
{
    public static Chart Of(DisclosedTable table, ChartKind kind, string? note = null)
    {
        var headings = table.Axes[0].Headings.Where(heading => heading.Category is not null).ToList();
        var notes = string.Join(" ", table.Notes.Append(note).Where(n => !string.IsNullOrEmpty(n)));
        return new()
        {
            Title = table.Title, Kind = kind, CategoryName = table.Axes[0].Title, Note = notes.Length == 0 ? null : notes,
            Categories = [.. headings.Select(heading => heading.Title)],
            Series = [new(Capital(table.Unit), [.. headings.Select(heading => CellOf(table[heading.Category]))])],
        };
    }

    /// <summary>An official series: it is published already and hides nobody's number.</summary>
    public static Chart Of(ContextSeries series, IReadOnlyList<ContextFigure> figures) => new()
    {
        Title = series.Title, Kind = ChartKind.Line, CategoryName = "Quarter", Note = series.Note, Categories = [.. figures.Select(f => f.Quarter.Title)],
        Series = [new(Capital(series.Unit), [.. figures.Select(f => new ChartCell(f.Value.ToString("N0", System.Globalization.CultureInfo.GetCultureInfo("en-GB")), f.Value))])],
    };

    private static ChartCell CellOf(DisclosedCell cell) => new(cell.Display, cell.Value);

    public static string Capital(string unit) => unit.Length == 0 ? "Count" : char.ToUpperInvariant(unit[0]) + unit[1..];
}
