using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Risk;

namespace Lapwing.Tests.Modules.Risk;

public sealed class DomesticAbuseActTests
{
    [Theory]
    [InlineData(30, 35, PersonallyConnected.WereMarried, AbuseKind.Economic, ActAnswer.Yes)]
    [InlineData(16, 16, PersonallyConnected.IntimatePartners, AbuseKind.PhysicalOrSexual, ActAnswer.Yes)]
    [InlineData(70, 40, PersonallyConnected.HarmerIsChild, AbuseKind.ControllingOrCoercive, ActAnswer.Yes)]
    [InlineData(15, 16, PersonallyConnected.IntimatePartners, AbuseKind.PhysicalOrSexual, ActAnswer.No)]
    [InlineData(30, 15, PersonallyConnected.HarmerIsChild, AbuseKind.PhysicalOrSexual, ActAnswer.No)]
    [InlineData(30, 35, PersonallyConnected.NotConnected, AbuseKind.ViolentOrThreatening, ActAnswer.No)]
    [InlineData(null, 35, PersonallyConnected.NotConnected, AbuseKind.None, ActAnswer.No)] // one certain no is enough
    [InlineData(null, 35, PersonallyConnected.Married, AbuseKind.Economic, ActAnswer.NotKnown)]
    [InlineData(30, null, PersonallyConnected.Married, AbuseKind.Economic, ActAnswer.NotKnown)]
    [InlineData(30, 35, null, AbuseKind.Economic, ActAnswer.NotKnown)]
    [InlineData(30, 35, PersonallyConnected.Siblings, AbuseKind.None, ActAnswer.NotKnown)]
    public void Section_1_applies_to_two_people_of_16_or_over_who_are_personally_connected(
        int? victim, int? harmer, PersonallyConnected? connection, AbuseKind kinds, ActAnswer answer)
    {
        var finding = DomesticAbuseAct.Applies(victim, harmer, connection, kinds);
        Assert.Equal(answer, finding.Answer);
        Assert.NotEmpty(finding.Reasons);
        Assert.All(finding.Reasons, r => Assert.EndsWith(".", r, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, true, true, ActAnswer.Yes)]
    [InlineData(17, true, true, ActAnswer.Yes)]
    [InlineData(18, true, true, ActAnswer.No)]
    [InlineData(9, false, true, ActAnswer.No)]
    [InlineData(9, true, false, ActAnswer.No)]
    [InlineData(null, true, true, ActAnswer.NotKnown)]
    [InlineData(9, null, true, ActAnswer.NotKnown)]
    public void Section_3_makes_a_child_a_victim(int? age, bool? effects, bool? related, ActAnswer answer) =>
        Assert.Equal(answer, DomesticAbuseAct.ChildIsVictim(age, effects, related).Answer);

    [Fact]
    public void Every_word_of_the_field_has_a_title()
    {
        Assert.All(Enum.GetValues<ServiceStage>(), v => Assert.NotEmpty(v.Title()));
        Assert.All(Enum.GetValues<Pathway>(), v => Assert.NotEmpty(v.Title()));
        Assert.All(Enum.GetValues<DeclineReason>(), v => Assert.NotEmpty(v.Title()));
        Assert.All(Enum.GetValues<ReferralSource>(), v => Assert.NotEmpty(v.Title()));
        Assert.All(Enum.GetValues<RiskLevel>(), v => Assert.NotEmpty(v.Title()));
        Assert.All(Enum.GetValues<PersonallyConnected>(), v => Assert.NotEmpty(v.Title()));
        Assert.All(Enum.GetValues<ConsentBasis>(), v => Assert.Equal(v != ConsentBasis.Consent, v.Title().StartsWith("Without consent", StringComparison.Ordinal)));
        Assert.Equal("Physical or sexual abuse; Economic abuse", (AbuseKind.Economic | AbuseKind.PhysicalOrSexual).Title());
        Assert.Equal("Adult victim, Child", (WhoIsReferred.AdultVictim | WhoIsReferred.Child).Title());
        Assert.True(PersonallyConnected.WereIntimatePartners.IsOrWasPartner() && PersonallyConnected.WereIntimatePartners.HasEnded());
        Assert.False(PersonallyConnected.ParentsOfSameChild.IsOrWasPartner());
        Assert.Equal([ServiceStage.Pilot, ServiceStage.SoftLaunch, ServiceStage.FormallyLaunched], Enum.GetValues<ServiceStage>().Where(s => s.TakesReferrals()));
    }
}
