using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Families of whom a child and the mother or carer in the parallel group both completed it, on the day on which the second did.</summary>
public sealed class GroupPairsCompleted : Measure
{
    public override string Code => "groups-pairs-completed";
    public override string Title => "Pairs that completed a group";
    public override string Definition => "Families of whom a child and the mother or carer in the parallel group both completed it, on the day on which the second did.";
    public override string Source => "AVA, CODA: the mothers' group runs in parallel on the same themes";
    public override string Unit => "pairs";
    public override IReadOnlyList<FactKind> Facts => [FactKind.GroupPairCompleted];
}
