namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>
/// Collects raw cells. Cells that are not given are zero; totals over categories that add up are worked out, or checked when they are given;
/// totals over overlapping categories must be given, because nobody can work them out.
/// </summary>
public sealed class TallyBuilder
{
    private const int Unknown = -1;
    private static readonly Func<IReadOnlyList<Guid>> NoRecords = () => [];
    private readonly List<(string?[] Categories, int Count, Func<IReadOnlyList<Guid>> Records)> _given = [];

    /// <param name="code">Code of the table or figure within the release.</param>
    /// <param name="title">Title as readers see it.</param>
    /// <param name="measure">Code of what is counted.</param>
    public TallyBuilder(string code, string title, string measure) => (Code, Title, Measure) = (CellKey.Plain(code), title, CellKey.Plain(measure));

    internal string Code { get; }
    internal string Title { get; }
    internal string Measure { get; }
    internal string CountedUnit { get; private set; } = "";
    internal bool Public { get; private set; }
    internal List<(string Dimension, string Category)> Population { get; } = [];
    internal List<Dimension> Dimensions { get; } = [];

    /// <summary>Fixes a coordinate for all cells, such as the quarter.</summary>
    public TallyBuilder Within(string dimension, string category)
    {
        Population.Add((dimension, category));
        return this;
    }

    public TallyBuilder By(Dimension dimension)
    {
        Dimensions.Add(dimension);
        return this;
    }

    public TallyBuilder Unit(string unit)
    {
        CountedUnit = unit;
        return this;
    }

    /// <summary>Says that nobody can be found by these numbers, so that they are shown as they are.</summary>
    public TallyBuilder NotAboutPeople()
    {
        Public = true;
        return this;
    }

    /// <summary>Adds a count at one category per dimension, null for a total.</summary>
    public TallyBuilder Cell(int count, IReadOnlyList<Guid> records, params ReadOnlySpan<string?> categories) => Cell(count, () => records, categories);

    /// <inheritdoc cref="Cell(int, IReadOnlyList{Guid}, ReadOnlySpan{string?})"/>
    public TallyBuilder Cell(int count, Func<IReadOnlyList<Guid>> records, params ReadOnlySpan<string?> categories)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        _given.Add((categories.ToArray(), count, records));
        return this;
    }

    public Tally Build()
    {
        var size = Dimensions.Aggregate(1, (product, d) => product * d.Positions);
        var counts = new int[size];
        var records = new Func<IReadOnlyList<Guid>>[size];
        for (var cell = 0; cell < size; cell++)
            counts[cell] = IsLeaf(cell) ? 0 : Unknown;
        foreach (var (categories, count, references) in _given)
        {
            var cell = Tally.Flat(Dimensions, categories);
            if (records[cell] is not null)
                throw new ArgumentException($"A cell of tally '{Code}' is given twice.");
            (counts[cell], records[cell]) = (count, references);
        }
        AddUp(counts, records);
        return new Tally(this, [.. Enumerable.Range(0, size).Select(cell => new TallyCell(KeyAt(cell), counts[cell], records[cell] ?? NoRecords))]);
    }

    /// <summary>Works out and checks totals, one dimension after the other, until nothing changes.</summary>
    private void AddUp(int[] counts, Func<IReadOnlyList<Guid>>[] records)
    {
        for (var (changed, pass) = (true, 0); changed || pass == 0; pass++)
        {
            changed = false;
            foreach (var (cell, dimension, parts) in Sums())
            {
                if (parts.Any(p => counts[p] == Unknown))
                    continue;
                var sum = dimension.Overlapping ? Unknown : parts.Sum(p => counts[p]);
                if (counts[cell] == Unknown && sum != Unknown)
                {
                    (counts[cell], changed) = (sum, true);
                    records[cell] ??= () => [.. parts.SelectMany(p => (records[p] ?? NoRecords)()).Distinct()];
                }
                else if (counts[cell] != Unknown && (sum != Unknown ? sum != counts[cell] : parts.Any(p => counts[p] > counts[cell])))
                    throw new ArgumentException($"Tally '{Code}': the parts along '{dimension.Code}' do not agree with their total at {KeyAt(cell)}. Every record needs a category; add one for 'not recorded'.");
            }
        }
        if (Array.IndexOf(counts, Unknown) is >= 0 and var missing)
            throw new ArgumentException($"Tally '{Code}': the total at {KeyAt(missing)} must be given, since its categories overlap.");
    }

    private IEnumerable<(int Cell, Dimension Dimension, int[] Parts)> Sums()
    {
        var size = Dimensions.Aggregate(1, (product, d) => product * d.Positions);
        var stride = size;
        foreach (var dimension in Dimensions)
        {
            stride /= dimension.Positions;
            for (var cell = 0; cell < size; cell++)
            {
                var (position, at, step) = (cell / stride % dimension.Positions, cell, stride);
                if (dimension.Children[position] is { Length: > 0 } children)
                    yield return (cell, dimension, [.. children.Select(child => at + (child - position) * step)]);
            }
        }
    }

    private bool IsLeaf(int cell)
    {
        foreach (var dimension in Dimensions.AsEnumerable().Reverse())
        {
            if (dimension.Children[cell % dimension.Positions].Length > 0)
                return false;
            cell /= dimension.Positions;
        }
        return true;
    }

    private CellKey KeyAt(int cell)
    {
        var coordinates = new List<(string, string?)>(Population.Select(p => (p.Dimension, (string?)p.Category)));
        foreach (var dimension in Dimensions.AsEnumerable().Reverse())
        {
            coordinates.Add((dimension.Code, dimension.CodeAt(cell % dimension.Positions)));
            cell /= dimension.Positions;
        }
        return CellKey.Of(Measure, coordinates);
    }
}
