using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Different people for whom a support episode opened in the quarter. People who were found to be the same person count once.</summary>
public sealed class PeopleSupported : Measure
{
    public override string Code => "people-supported";
    public override string Title => "People who started support";
    public override string Definition => "Different people for whom a support episode opened in the quarter. People who were found to be the same person count once.";
    public override string Source => "Lapwing: coded facts of casework";
    public override string Unit => "people";
    public override int Version => 2;
    public override MeasureKind Kind => MeasureKind.People;
    public override IReadOnlyList<FactKind> Facts => [FactKind.EpisodeOpened];
}
