namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>Everything of one release, linked by its keys and not yet protected. It holds raw counts and cannot be rendered.</summary>
public sealed class Release
{
    internal Release(DisclosurePolicy policy, IReadOnlyList<ReleaseLedger> earlier, IReadOnlyList<Tally> tallies, IReadOnlyList<FigureRequest> figures,
        IReadOnlyList<(string Total, string[] Parts)> measures, IReadOnlyList<(string Part, string Whole)> subsets, IReadOnlyList<(CellKey Total, CellKey[] Parts)> relations,
        IReadOnlyList<((CellKey Key, int Count)[] Before, (CellKey Key, int Count)[] After)> balances) =>
        (Policy, Earlier, Tallies, Figures, Measures, Subsets, Relations, Balances) = (policy, earlier, tallies, figures, measures, subsets, relations, balances);

    public DisclosurePolicy Policy { get; }
    internal IReadOnlyList<ReleaseLedger> Earlier { get; }
    internal IReadOnlyList<Tally> Tallies { get; }
    internal IReadOnlyList<FigureRequest> Figures { get; }
    internal IReadOnlyList<(string Total, string[] Parts)> Measures { get; }
    internal IReadOnlyList<(string Part, string Whole)> Subsets { get; }
    internal IReadOnlyList<(CellKey Total, CellKey[] Parts)> Relations { get; }
    internal IReadOnlyList<((CellKey Key, int Count)[] Before, (CellKey Key, int Count)[] After)> Balances { get; }

    public override string ToString() => $"Release for {Policy.Audience}: {Tallies.Count} tallies, {Figures.Count} figures";
}
