using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Referrals that a service accepted in the quarter, whenever they arrived.</summary>
public sealed class ReferralsAccepted : Measure
{
    public override string Code => "referrals-accepted";
    public override string Title => "Referrals accepted";
    public override string Definition => "Referrals that a service accepted in the quarter, whenever they arrived.";
    public override string Source => "Lapwing: coded facts of the front door";
    public override string Unit => "referrals";
    public override IReadOnlyList<FactKind> Facts => [FactKind.ReferralAccepted];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [directory.ByPathway, Breakdowns.ByRisk, Breakdowns.ByWho];
}
