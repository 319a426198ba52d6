using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Households that moved into safe accommodation in the quarter.</summary>
public sealed class MovedIntoSafety : Measure
{
    public override string Code => "moved-into-safety";
    public override string Title => "Moved into safe accommodation";
    public override string Definition => "Households that moved into safe accommodation in the quarter.";
    public override string Source => "Lapwing: coded facts of safe accommodation";
    public override string Unit => "households";
    public override IReadOnlyList<FactKind> Facts => [FactKind.MovedIntoSafety];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [Breakdowns.ByUnitType];
}
