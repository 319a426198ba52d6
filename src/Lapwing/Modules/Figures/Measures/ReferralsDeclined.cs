using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Referrals that ended in the quarter without a service, by the reason given.</summary>
public sealed class ReferralsDeclined : Measure
{
    public override string Code => "referrals-declined";
    public override string Title => "Referrals declined";
    public override string Definition => "Referrals that ended in the quarter without a service, by the reason given.";
    public override string Source => "Lapwing: coded facts of the front door";
    public override string Unit => "referrals";
    public override IReadOnlyList<FactKind> Facts => [FactKind.ReferralDeclined];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [Breakdowns.ByDeclineReason, Breakdowns.ByWho];
}
