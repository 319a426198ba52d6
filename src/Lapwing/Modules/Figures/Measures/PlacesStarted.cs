using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Shared places in which work began in the quarter, by borough and by whether the person harms different victims, the same again, or both.</summary>
public sealed class PlacesStarted : Measure
{
    public override string Code => "places-started";
    public override string Title => "Places started";
    public override string Definition => "Shared places in which work began in the quarter, by borough and by whether the person harms different victims, the same again, or both.";
    public override string Source => "Lapwing: coded facts of shared places; serial and repeat as in the evaluation of the Drive Project (2020)";
    public override string Unit => "places";
    public override bool IsOfPlaces => true;
    public override IReadOnlyList<FactKind> Facts => [FactKind.PlaceStarted];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [directory.ByBorough, Breakdowns.ByHarmPattern];
}
