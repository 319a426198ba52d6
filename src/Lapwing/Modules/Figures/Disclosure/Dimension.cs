namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>
/// What a table is broken down by: categories, possibly in a hierarchy, and a total. Where the categories add up to their total the sum is
/// an equation that any reader may use to work out a cell that is not shown; where they overlap (a referral may name several kinds of abuse)
/// a reader knows only that no category exceeds the total.
/// </summary>
public sealed class Dimension
{
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);

    /// <param name="code">Stable code, the same in every table that uses this dimension.</param>
    /// <param name="title">Heading.</param>
    /// <param name="categories">In the order of display; a category comes before or after those that it is the parent of.</param>
    /// <param name="total">Heading of the total over all categories; null where there is none because they do not exhaust anything (quarters of a trend).</param>
    /// <param name="overlapping">True where a record may fall into several categories.</param>
    public Dimension(string code, string title, IEnumerable<Category> categories, string? total = "Total", bool overlapping = false)
    {
        (Code, Title, Total, Overlapping) = (CellKey.Plain(code), title, total, overlapping);
        Categories = [.. categories];
        if (Categories.Count == 0)
            throw new ArgumentException($"Dimension '{code}' has no categories.", nameof(categories));
        for (var i = 0; i < Categories.Count; i++)
        {
            if (!_positions.TryAdd(CellKey.Plain(Categories[i].Code), i))
                throw new ArgumentException($"Dimension '{code}' has '{Categories[i].Code}' twice.", nameof(categories));
        }
        foreach (var category in Categories)
            EnsureNoCircle(category);
        Children = [.. Enumerable.Range(0, Categories.Count + 1).Select(p => Enumerable.Range(0, Categories.Count)
            .Where(c => Categories[c].Parent == (p < Categories.Count ? Categories[p].Code : null)).ToArray())];
    }

    public string Code { get; }
    public string Title { get; }
    public IReadOnlyList<Category> Categories { get; }
    public string? Total { get; }
    public bool Overlapping { get; }

    /// <summary>Categories and, after them, the total when there is one.</summary>
    internal int Positions => Categories.Count + (Total is null ? 0 : 1);

    /// <summary>The positions that each position is made of; the last entry is the total's.</summary>
    internal IReadOnlyList<int[]> Children { get; }

    internal string? CodeAt(int position) => position < Categories.Count ? Categories[position].Code : null;
    internal string TitleAt(int position) => position < Categories.Count ? Categories[position].Title : Total!;

    /// <summary>How deep a position lies in the hierarchy, for indenting: 0 for the top.</summary>
    internal int DepthAt(int position)
    {
        var depth = 0;
        for (var at = position < Categories.Count ? Categories[position].Parent : null; at is not null; at = Categories[_positions[at]].Parent)
            depth++;
        return depth;
    }

    internal int PositionOf(string? category)
    {
        if (category is null)
            return Total is not null ? Categories.Count : throw new ArgumentException($"Dimension '{Code}' has no total.", nameof(category));
        return _positions.TryGetValue(category, out var position) ? position : throw new ArgumentException($"Dimension '{Code}' has no category '{category}'.", nameof(category));
    }

    private void EnsureNoCircle(Category start)
    {
        var steps = 0;
        for (var at = start; at.Parent is not null; at = Categories[_positions[at.Parent]])
        {
            if (!_positions.ContainsKey(at.Parent) || ++steps > Categories.Count)
                throw new ArgumentException($"Category '{start.Code}' of '{Code}' has a parent that is missing or below itself.");
        }
    }
}
