using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Homes at which sanctuary works were fitted in the quarter.</summary>
public sealed class SanctuariesFitted : Measure
{
    public override string Code => "sanctuaries-fitted";
    public override string Title => "Sanctuaries fitted";
    public override string Definition => "Homes at which sanctuary works were fitted in the quarter.";
    public override string Source => "Lapwing: coded facts of safe accommodation";
    public override string Unit => "homes";
    public override IReadOnlyList<FactKind> Facts => [FactKind.SanctuaryFitted];
}
