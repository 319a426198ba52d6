using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Shared places that were offered, accepted or in use at the end of the quarter.</summary>
public sealed class PlacesHeld : Measure
{
    public override string Code => "places-held";
    public override string Title => "Places held";
    public override string Definition => "Shared places that were offered, accepted or in use at the end of the quarter.";
    public override string Source => "Lapwing: coded facts of shared places";
    public override string Unit => "places";
    public override bool IsOfPlaces => true;
    public override MeasureKind Kind => MeasureKind.Standing;
    public override IReadOnlyList<FactKind> Facts => [FactKind.PlaceOffered, FactKind.PlaceReturned, FactKind.PlaceUsed];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [directory.ByBorough];

    public override int Weigh(FactCursor fact) => fact.Kind == FactKind.PlaceOffered ? 1 : -1;
}
