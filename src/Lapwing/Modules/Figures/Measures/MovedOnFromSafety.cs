using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Households that left safe accommodation in the quarter, by where they went.</summary>
public sealed class MovedOnFromSafety : Measure
{
    public override string Code => "moved-on-from-safety";
    public override string Title => "Moved on from safe accommodation";
    public override string Definition => "Households that left safe accommodation in the quarter, by where they went.";
    public override string Source => "Lapwing: coded facts of safe accommodation";
    public override string Unit => "households";
    public override IReadOnlyList<FactKind> Facts => [FactKind.MovedOnFromSafety];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [Breakdowns.ByMoveOn];
}
