using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Support episodes that a worker opened in the quarter.</summary>
public sealed class EpisodesStarted : Measure
{
    public override string Code => "episodes-started";
    public override string Title => "Support episodes started";
    public override string Definition => "Support episodes that a worker opened in the quarter.";
    public override string Source => "Lapwing: coded facts of casework";
    public override string Unit => "support episodes";
    public override IReadOnlyList<FactKind> Facts => [FactKind.EpisodeOpened];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [directory.ByService];
}
