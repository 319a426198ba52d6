using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Files, or parts of them, that were handed over to another partnership in the quarter.</summary>
public sealed class HandoversSent : Measure
{
    public override string Code => "handovers-sent";
    public override string Title => "Handovers sent";
    public override string Definition => "Files, or parts of them, that were handed over to another partnership in the quarter.";
    public override string Source => "Lapwing: coded facts of handovers";
    public override string Unit => "handovers";
    public override IReadOnlyList<FactKind> Facts => [FactKind.HandoverSent];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [directory.ByPartner, Breakdowns.ByWho];
}
