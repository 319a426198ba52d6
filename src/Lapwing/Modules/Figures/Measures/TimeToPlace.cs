using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Median time from the request to the offer of a shared place, for those offered in the quarter.</summary>
public sealed class TimeToPlace : Measure
{
    public override string Code => "time-to-place";
    public override string Title => "Time to a place";
    public override string Definition => "Median time from the request to the offer of a shared place, for those offered in the quarter.";
    public override string Source => "Lapwing: coded facts of shared places";
    public override string Unit => "hours";
    public override bool IsOfPlaces => true;
    public override MeasureKind Kind => MeasureKind.Median;
    public override string? MedianOver => "places-offered";
    public override IReadOnlyList<FactKind> Facts => [FactKind.PlaceOffered];

    public override int Weigh(FactCursor fact) => fact.Value;
}
