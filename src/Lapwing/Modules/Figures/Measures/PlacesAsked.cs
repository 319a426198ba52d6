using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Requests for a shared place that reached the panel in the quarter.</summary>
public sealed class PlacesAsked : Measure
{
    public override string Code => "places-asked";
    public override string Title => "Places asked for";
    public override string Definition => "Requests for a shared place that reached the panel in the quarter.";
    public override string Source => "Lapwing: coded facts of shared places";
    public override string Unit => "requests";
    public override bool IsOfPlaces => true;
    public override IReadOnlyList<FactKind> Facts => [FactKind.PlaceAsked];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [directory.ByBorough];
}
