using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Children named or counted on referrals of the quarter. A child of two referrals counts in each; 15 or more on one referral count as 15.</summary>
public sealed class ChildrenLinked : Measure
{
    public override string Code => "children-linked";
    public override string Title => "Children linked to referrals";
    public override string Definition => "Children named or counted on referrals of the quarter. A child of two referrals counts in each; 15 or more on one referral count as 15.";
    public override string Source => "Domestic Abuse Act 2021, s.3: children as victims";
    public override string Unit => "children";
    public override IReadOnlyList<FactKind> Facts => [FactKind.ReferralReceived];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [Breakdowns.ByRisk];

    public override int Weigh(FactCursor fact) => fact.Codes.Children;
}
