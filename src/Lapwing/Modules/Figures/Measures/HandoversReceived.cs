using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Handovers that arrived at the front door in the quarter from another partnership.</summary>
public sealed class HandoversReceived : Measure
{
    public override string Code => "handovers-received";
    public override string Title => "Handovers received";
    public override string Definition => "Handovers that arrived at the front door in the quarter from another partnership.";
    public override string Source => "Lapwing: coded facts of handovers";
    public override string Unit => "handovers";
    public override IReadOnlyList<FactKind> Facts => [FactKind.HandoverReceived];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [directory.ByPartner, Breakdowns.ByWho];
}
