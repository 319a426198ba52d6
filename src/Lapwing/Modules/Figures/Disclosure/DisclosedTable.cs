namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>A table as it may be shown: the only kind that a page, a chart, an export or a paper accepts.</summary>
public sealed class DisclosedTable
{
    private readonly IReadOnlyList<DisclosedCell> _cells;

    private DisclosedTable(string code, string title, string unit, IReadOnlyList<DisclosedAxis> axes, IReadOnlyList<DisclosedCell> cells, IReadOnlyList<string> notes) =>
        (Code, Title, Unit, Axes, _cells, Notes) = (code, title, unit, axes, cells, notes);

    public string Code { get; }
    public string Title { get; }
    public string Unit { get; }
    public IReadOnlyList<DisclosedAxis> Axes { get; }

    /// <summary>All cells, the last axis running fastest.</summary>
    public IReadOnlyList<DisclosedCell> Cells => _cells;

    /// <summary>Sentences that explain the marks that occur in this table.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The cell at one category per axis, null for the total.</summary>
    public DisclosedCell this[params ReadOnlySpan<string?> categories]
    {
        get
        {
            if (categories.Length != Axes.Count)
                throw new ArgumentException($"Table '{Code}' has {Axes.Count} axes.", nameof(categories));
            var flat = 0;
            for (var a = 0; a < Axes.Count; a++)
            {
                var category = categories[a];
                var position = Enumerable.Range(0, Axes[a].Headings.Count).Where(h => Axes[a].Headings[h].Category == category).DefaultIfEmpty(-1).First();
                flat = position >= 0 ? flat * Axes[a].Headings.Count + position : throw new ArgumentException($"Axis '{Axes[a].Code}' has no '{category ?? "total"}'.", nameof(categories));
            }
            return _cells[flat];
        }
    }

    /// <summary>Rows for a table with one or two dimensions; one with more is sliced by its first dimensions' categories.</summary>
    public IEnumerable<DisclosedRow> Rows(params ReadOnlySpan<string?> slice)
    {
        var fixedCategories = slice.ToArray();
        var across = Axes.Count - fixedCategories.Length == 2;
        if (!across && Axes.Count - fixedCategories.Length != 1)
            throw new ArgumentException($"Table '{Code}' has {Axes.Count} axes: fix all but one or two.", nameof(slice));
        return Axes[fixedCategories.Length].Headings.Select(row => new DisclosedRow(row, across
            ? [.. Axes[^1].Headings.Select(column => this[[.. fixedCategories, row.Category, column.Category]])]
            : [this[[.. fixedCategories, row.Category]]]));
    }

    /// <summary>The rows that say something: in a table of categories, those with nothing in them are left out where a zero may be shown.
    /// A table over time keeps every quarter, and one in two directions every row.</summary>
    public IEnumerable<DisclosedRow> FilledRows() =>
        Axes[0].Code == "quarter" || Axes.Count > 1 ? Rows() : Rows().Where(row => row.Heading.Category is null || row.Cells.Any(cell => cell.Status != CellStatus.Zero));

    internal static DisclosedTable Make(DisclosureControl maker, string code, string title, string unit, IReadOnlyList<DisclosedAxis> axes, IReadOnlyList<DisclosedCell> cells, IReadOnlyList<string> notes)
    {
        ArgumentNullException.ThrowIfNull(maker);
        return new DisclosedTable(code, title, unit, axes, cells, notes);
    }
}
