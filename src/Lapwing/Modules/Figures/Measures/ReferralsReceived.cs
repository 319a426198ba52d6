using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Referrals that arrived at the front door in the quarter, at any level of risk, whatever came of them.</summary>
public sealed class ReferralsReceived : Measure
{
    public override string Code => "referrals-received";
    public override string Title => "Referrals received";
    public override string Definition => "Referrals that arrived at the front door in the quarter, at any level of risk, whatever came of them.";
    public override string Source => "Lapwing: coded facts of the front door";
    public override string Unit => "referrals";
    public override IReadOnlyList<FactKind> Facts => [FactKind.ReferralReceived];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [Breakdowns.BySource, Breakdowns.ByRisk, Breakdowns.ByWho, Breakdowns.ByAge, Breakdowns.ByGender, Breakdowns.EthnicityKnown, Breakdowns.DisabilityKnown, Breakdowns.OrientationKnown];
}
