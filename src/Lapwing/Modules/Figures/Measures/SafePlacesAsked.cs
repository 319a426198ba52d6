using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Households that asked for safe accommodation in the quarter, by request of a file or by an enquiry without a name.</summary>
public sealed class SafePlacesAsked : Measure
{
    public override string Code => "safe-places-asked";
    public override string Title => "Safe places asked for";
    public override string Definition => "Households that asked for safe accommodation in the quarter, by request of a file or by an enquiry without a name.";
    public override string Source => "Lapwing: coded facts of safe accommodation";
    public override string Unit => "households";
    public override IReadOnlyList<FactKind> Facts => [FactKind.SafePlaceAsked];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [Breakdowns.ByChildren];
}
