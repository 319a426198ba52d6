using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Spaces of safe accommodation that could be let at the end of the quarter, as the providers said; held ones are among them.</summary>
public sealed class SafeVacancies : Measure
{
    public override string Code => "safe-vacancies";
    public override string Title => "Vacant in safe accommodation";
    public override string Definition => "Spaces of safe accommodation that could be let at the end of the quarter, as the providers said; held ones are among them.";
    public override string Source => "Lapwing: coded facts of safe accommodation";
    public override string Unit => "spaces";
    public override MeasureKind Kind => MeasureKind.Standing;
    public override IReadOnlyList<FactKind> Facts => [FactKind.VacanciesOpened, FactKind.VacanciesEnded];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [Breakdowns.ByUnitType];

    public override int Weigh(FactCursor fact) => fact.Kind == FactKind.VacanciesOpened ? fact.Value : -fact.Value;
}
