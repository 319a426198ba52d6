using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Shared places that were offered in the quarter.</summary>
public sealed class PlacesOffered : Measure
{
    public override string Code => "places-offered";
    public override string Title => "Places offered";
    public override string Definition => "Shared places that were offered in the quarter.";
    public override string Source => "Lapwing: coded facts of shared places";
    public override string Unit => "places";
    public override bool IsOfPlaces => true;
    public override IReadOnlyList<FactKind> Facts => [FactKind.PlaceOffered];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [directory.ByBorough];
}
