using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Support episodes that were open at the end of the quarter.</summary>
public sealed class EpisodesOpen : Measure
{
    public override string Code => "episodes-open";
    public override string Title => "Support episodes open";
    public override string Definition => "Support episodes that were open at the end of the quarter.";
    public override string Source => "Lapwing: coded facts of casework";
    public override string Unit => "support episodes";
    public override MeasureKind Kind => MeasureKind.Standing;
    public override IReadOnlyList<FactKind> Facts => [FactKind.EpisodeOpened, FactKind.EpisodeEnded];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [directory.ByService];

    public override int Weigh(FactCursor fact) => fact.Kind == FactKind.EpisodeOpened ? 1 : -1;
}
