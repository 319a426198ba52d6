using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Shared places that went back to the pool in the quarter before work began, by the reason.</summary>
public sealed class PlacesReturned : Measure
{
    public override string Code => "places-returned";
    public override string Title => "Places returned";
    public override string Definition => "Shared places that went back to the pool in the quarter before work began, by the reason.";
    public override string Source => "Lapwing: coded facts of shared places";
    public override string Unit => "places";
    public override bool IsOfPlaces => true;
    public override IReadOnlyList<FactKind> Facts => [FactKind.PlaceReturned];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [directory.ByBorough, Breakdowns.ByReturnReason];
}
