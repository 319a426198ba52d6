using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Support episodes that ended in the quarter, by the reason.</summary>
public sealed class EpisodesEnded : Measure
{
    public override string Code => "episodes-ended";
    public override string Title => "Support episodes ended";
    public override string Definition => "Support episodes that ended in the quarter, by the reason.";
    public override string Source => "Lapwing: coded facts of casework";
    public override string Unit => "support episodes";
    public override IReadOnlyList<FactKind> Facts => [FactKind.EpisodeEnded];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [Breakdowns.ByEndReason, directory.ByService];
}
