using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Shared places in which work ended in the quarter, by what became of it.</summary>
public sealed class PlacesUsed : Measure
{
    public override string Code => "places-used";
    public override string Title => "Places used";
    public override string Definition => "Shared places in which work ended in the quarter, by what became of it.";
    public override string Source => "Lapwing: coded facts of shared places";
    public override string Unit => "places";
    public override bool IsOfPlaces => true;
    public override IReadOnlyList<FactKind> Facts => [FactKind.PlaceUsed];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [directory.ByBorough, Breakdowns.ByPlaceOutcome];
}
