namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>
/// Raw cells of one table with the records behind each. It cannot be rendered: it goes into a <see cref="ReleaseBuilder"/> and comes out of
/// <see cref="DisclosureControl"/> as a <see cref="DisclosedTable"/>, or, when it has no dimension, as a <see cref="DisclosedFigure"/>.
/// </summary>
public sealed class Tally
{
    private readonly TallyCell[] _cells;

    internal Tally(TallyBuilder from, TallyCell[] cells)
    {
        (Code, Title, Measure, Unit, AboutPeople) = (from.Code, from.Title, from.Measure, from.CountedUnit, !from.Public);
        Population = [.. from.Population];
        Dimensions = [.. from.Dimensions];
        _cells = cells;
    }

    public string Code { get; }
    public string Title { get; }

    /// <summary>What is counted; part of every cell's key.</summary>
    public string Measure { get; }

    /// <summary>What one of it is: referrals, people, episodes, incidents.</summary>
    public string Unit { get; }

    /// <summary>False for counts of things that nobody can be found by (sessions held, places funded, published police figures): they are shown as they are.</summary>
    public bool AboutPeople { get; }

    /// <summary>Coordinates that all cells share, such as the quarter.</summary>
    public IReadOnlyList<(string Dimension, string Category)> Population { get; }
    public IReadOnlyList<Dimension> Dimensions { get; }
    public IReadOnlyList<TallyCell> Cells => _cells;

    /// <summary>The cell at one category per dimension, null for the total.</summary>
    public TallyCell Cell(params ReadOnlySpan<string?> categories) => _cells[Flat(Dimensions, categories)];

    /// <summary>The key of the cell at one category per dimension, null for the total: for figures, percentages and relations.</summary>
    public CellKey Key(params ReadOnlySpan<string?> categories) => Cell(categories).Key;

    public override string ToString() => $"Tally {Code}";

    /// <summary>Every sum inside the table: each parent and each total against its parts, along each dimension.</summary>
    internal IEnumerable<Family> Families()
    {
        for (var d = 0; d < Dimensions.Count; d++)
        {
            var dimension = Dimensions[d];
            var stride = Dimensions.Skip(d + 1).Aggregate(1, (size, next) => size * next.Positions);
            for (var cell = 0; cell < _cells.Length; cell++)
            {
                var position = cell / stride % dimension.Positions;
                var parts = dimension.Children[position].Select(child => _cells[cell + (child - position) * stride].Key.Text).ToList();
                if (parts.Count == 0)
                    continue;
                if (!dimension.Overlapping)
                    yield return new Family(Code, _cells[cell].Key.Text, parts, FamilyKind.Sum);
                else
                    foreach (var part in parts)
                        yield return new Family(Code, _cells[cell].Key.Text, [part], FamilyKind.AtMost);
            }
        }
    }

    internal static int Flat(IReadOnlyList<Dimension> dimensions, ReadOnlySpan<string?> categories)
    {
        if (categories.Length != dimensions.Count)
            throw new ArgumentException($"{dimensions.Count} categories are needed, {categories.Length} were given.", nameof(categories));
        var flat = 0;
        for (var d = 0; d < dimensions.Count; d++)
            flat = flat * dimensions[d].Positions + dimensions[d].PositionOf(categories[d]);
        return flat;
    }
}
