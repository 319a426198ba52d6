namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>
/// The name of one number: what is counted and of whom. Two tables, a sentence and a chart that show the same number carry the same key,
/// so disclosure control knows them to be one. A dimension that is not mentioned is totalled over: the key of a row total is the key of the
/// same cell in the table without the column dimension.
/// </summary>
public readonly record struct CellKey : IComparable<CellKey>
{
    private CellKey(string text) => Text = text;

    /// <summary>Canonical form, such as <c>referrals-received|level=high|quarter=2023-24-Q1</c>.</summary>
    public string Text { get; }

    /// <summary>The key for a measure at the given coordinates, in any order; coordinates without a category are totals and drop out.</summary>
    public static CellKey Of(string measure, params IEnumerable<(string Dimension, string? Category)> coordinates)
    {
        var parts = coordinates.Where(c => c.Category is not null).OrderBy(c => c.Dimension, StringComparer.Ordinal).ToList();
        for (var i = 1; i < parts.Count; i++)
        {
            if (parts[i].Dimension == parts[i - 1].Dimension)
                throw new ArgumentException($"Dimension '{parts[i].Dimension}' is given twice.", nameof(coordinates));
        }
        return new CellKey(string.Join('|', parts.Select(p => $"{Plain(p.Dimension)}={Plain(p.Category!)}").Prepend(Plain(measure))));
    }

    /// <summary>A key read back from its canonical form, for releases that were stored.</summary>
    internal static CellKey Parse(string text) => new(text);

    internal string Measure => Text.IndexOf('|') is >= 0 and var end ? Text[..end] : Text;

    internal CellKey ForMeasure(string measure) => new(Plain(measure) + Text[Measure.Length..]);

    /// <summary>Codes must not contain the two separators, or two different cells could get one key.</summary>
    internal static string Plain(string code) =>
        code.Length > 0 && code.AsSpan().IndexOfAny('|', '=') < 0 ? code : throw new ArgumentException($"'{code}' is no code: it is empty or contains '|' or '='.", nameof(code));

    public int CompareTo(CellKey other) => string.CompareOrdinal(Text, other.Text);
    public override string ToString() => Text;

    public static bool operator <(CellKey left, CellKey right) => left.CompareTo(right) < 0;
    public static bool operator >(CellKey left, CellKey right) => left.CompareTo(right) > 0;
    public static bool operator <=(CellKey left, CellKey right) => left.CompareTo(right) <= 0;
    public static bool operator >=(CellKey left, CellKey right) => left.CompareTo(right) >= 0;
}
