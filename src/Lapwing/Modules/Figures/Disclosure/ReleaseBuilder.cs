namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>
/// Collects everything that one audience will be shown at one time, with all that it was shown before. Tables that are released apart but read
/// together must be in one release or in the earlier ones, or nobody can promise anything about them.
/// </summary>
public sealed class ReleaseBuilder
{
    private readonly List<Tally> _tallies = [];
    private readonly List<FigureRequest> _figures = [];
    private readonly List<(string Total, string[] Parts)> _measures = [];
    private readonly List<(string Part, string Whole)> _subsets = [];
    private readonly List<(CellKey Total, CellKey[] Parts)> _relations = [];
    private readonly List<((CellKey Key, int Count)[] Before, (CellKey Key, int Count)[] After)> _balances = [];
    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);
    private readonly DisclosurePolicy _policy;
    private readonly IReadOnlyList<ReleaseLedger> _earlier;

    /// <param name="policy">Of the audience.</param>
    /// <param name="earlier">Every release that concerns the same people, of all audiences, oldest first.</param>
    public ReleaseBuilder(DisclosurePolicy policy, IReadOnlyList<ReleaseLedger>? earlier = null) => (_policy, _earlier) = (policy.Validated(), earlier ?? []);

    /// <summary>Adds a table, or a single figure when the tally has no dimension.</summary>
    public ReleaseBuilder Add(Tally tally)
    {
        Claim(tally.Code);
        _tallies.Add(tally);
        return this;
    }

    /// <summary>A count in a sentence or a headline.</summary>
    public ReleaseBuilder Figure(string code, string title, CellKey count) => Add(new FigureRequest(code, title, FigureKind.Count, count));

    /// <summary>A percentage; its numerator and denominator count as displayed, and what is left of the denominator is protected like them.</summary>
    public ReleaseBuilder Percentage(string code, string title, CellKey numerator, CellKey denominator) => Add(new FigureRequest(code, title, FigureKind.Percentage, numerator, denominator));

    /// <summary>The change from an earlier count to a later one, in per cent; both count as displayed.</summary>
    public ReleaseBuilder Change(string code, string title, CellKey later, CellKey earlier) => Add(new FigureRequest(code, title, FigureKind.Change, later, earlier));

    /// <summary>
    /// A median over the records of a count, which counts as displayed. There are no means: a mean times its base is a total, from which the mean of a group that was left out can be worked out.
    /// </summary>
    public ReleaseBuilder Median(string code, string title, double value, string unit, CellKey @base) => Add(new FigureRequest(code, title, FigureKind.Median, @base, null, value, unit));

    /// <summary>Declares that one measure is made of others wherever all are known: received = accepted + declined + pending.</summary>
    public ReleaseBuilder Decompose(string measure, params string[] parts)
    {
        _measures.Add((measure, parts));
        return this;
    }

    /// <summary>Declares that one measure counts some of another's records, so that the rest can be worked out and is protected too.</summary>
    public ReleaseBuilder Subset(string part, string whole)
    {
        _subsets.Add((part, whole));
        return this;
    }

    /// <summary>Declares that one cell is made of others: the last twelve months of four quarters.</summary>
    public ReleaseBuilder Relate(CellKey total, params CellKey[] parts)
    {
        _relations.Add((total, parts));
        return this;
    }

    /// <summary>Declares that two sums are equal, as any reader knows: what was open and what started is what ended and what is open.
    /// The counts are needed because some of the numbers may not be displayed in this release.</summary>
    public ReleaseBuilder Balance((CellKey Key, int Count)[] before, (CellKey Key, int Count)[] after)
    {
        if (before.Sum(b => b.Count) == after.Sum(a => a.Count))
            _balances.Add((before, after));
        return this;
    }

    public Release Build() => new(_policy, _earlier, [.. _tallies], [.. _figures], [.. _measures], [.. _subsets], [.. _relations], [.. _balances]);

    private ReleaseBuilder Add(FigureRequest figure)
    {
        Claim(figure.Code);
        _figures.Add(figure);
        return this;
    }

    private void Claim(string code)
    {
        if (!_codes.Add(CellKey.Plain(code)))
            throw new ArgumentException($"The release already has a '{code}'.", nameof(code));
    }
}
