using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Different people for whom a support episode opened in the quarter.</summary>
public sealed class PeopleSupported : Measure
{
    public override string Code => "people-supported";
    public override string Title => "People who started support";
    public override string Definition => "Different people for whom a support episode opened in the quarter.";
    public override string Source => "Lapwing: coded facts of casework";
    public override string Unit => "people";
    public override MeasureKind Kind => MeasureKind.People;
    public override IReadOnlyList<FactKind> Facts => [FactKind.EpisodeOpened];
}
