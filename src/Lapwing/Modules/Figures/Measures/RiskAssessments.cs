using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Risk assessments completed in the quarter; a later one of the same person counts again.</summary>
public sealed class RiskAssessments : Measure
{
    public override string Code => "risk-assessments";
    public override string Title => "Risk assessments completed";
    public override string Definition => "Risk assessments completed in the quarter; a later one of the same person counts again.";
    public override string Source => "Lapwing: coded facts of risk";
    public override string Unit => "risk assessments";
    public override IReadOnlyList<FactKind> Facts => [FactKind.RiskAssessed];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [Breakdowns.ByRisk];
}
