using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Handovers from another partnership that were decided in the quarter, or that were taken back or ran out undecided: each by how it came out last.</summary>
public sealed class HandoversDecided : Measure
{
    public override string Code => "handovers-decided";
    public override string Title => "Handovers decided";
    public override string Definition => "Handovers from another partnership that were decided in the quarter, or that were taken back or ran out undecided: each by how it came out last.";
    public override string Source => "Lapwing: coded facts of handovers";
    public override string Unit => "handovers";
    public override IReadOnlyList<FactKind> Facts => [FactKind.HandoverDecided];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [Breakdowns.ByHandoverOutcome, directory.ByPartner];
}
