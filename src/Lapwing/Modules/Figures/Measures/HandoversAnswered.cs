using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Handovers to another partnership about which it was decided in the quarter, or that were taken back, refused or ran out: each by how it came out last.</summary>
public sealed class HandoversAnswered : Measure
{
    public override string Code => "handovers-answered";
    public override string Title => "Handovers that came out";
    public override string Definition => "Handovers to another partnership about which it was decided in the quarter, or that were taken back, refused or ran out: each by how it came out last.";
    public override string Source => "Lapwing: coded facts of handovers";
    public override string Unit => "handovers";
    public override IReadOnlyList<FactKind> Facts => [FactKind.HandoverAnswered];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [Breakdowns.ByHandoverOutcome, directory.ByPartner];
}
