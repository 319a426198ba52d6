using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Referrals about which the front door made its first decision in the quarter.</summary>
public sealed class ReferralsTriaged : Measure
{
    public override string Code => "referrals-triaged";
    public override string Title => "Referrals triaged";
    public override string Definition => "Referrals about which the front door made its first decision in the quarter.";
    public override string Source => "Lapwing: coded facts of the front door";
    public override string Unit => "referrals";
    public override IReadOnlyList<FactKind> Facts => [FactKind.ReferralTriaged];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [Breakdowns.ByRisk];
}
