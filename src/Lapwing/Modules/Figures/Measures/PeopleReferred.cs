using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Different people about whom a referral arrived in the quarter. A named person counts once however often they were referred, and so do people who were found to be the same person; somebody not named counts once for each referral.</summary>
public sealed class PeopleReferred : Measure
{
    public override string Code => "people-referred";
    public override string Title => "People referred";
    public override string Definition => "Different people about whom a referral arrived in the quarter. A named person counts once however often they were referred, and so do people who were found to be the same person; somebody not named counts once for each referral.";
    public override string Source => "Lapwing: coded facts of the front door; people, episodes and incidents are never mixed";
    public override string Unit => "people";
    public override int Version => 2;
    public override MeasureKind Kind => MeasureKind.People;
    public override IReadOnlyList<FactKind> Facts => [FactKind.ReferralReceived];
}
