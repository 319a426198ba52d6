using Lapwing.Modules.Risk.Roles;

namespace Lapwing.Tests.Modules.Risk.Roles;

public sealed class ActionRulesTests
{
    [Theory]
    [InlineData(ActionKind.RefugeOrMove, ActionKind.AddressShared, "refuge-address")]
    [InlineData(ActionKind.SafetyPlanAtHome, ActionKind.ReturnHome, "home-return")]
    [InlineData(ActionKind.RefugeOrMove, ActionKind.SharedContact, "refuge-contact")]
    [InlineData(ActionKind.OrderApplication, ActionKind.SharedContact, "order-contact")]
    [InlineData(ActionKind.OrderApplication, ActionKind.JointMeeting, "order-meeting")]
    [InlineData(ActionKind.OrderApplication, ActionKind.Mediation, "order-mediation")]
    [InlineData(ActionKind.OrderApplication, ActionKind.ReturnHome, "order-return")]
    [InlineData(ActionKind.OrderApplication, ActionKind.OrderApplication, "order-order")]
    [InlineData(ActionKind.Disclosure, ActionKind.Disclosure, "disclosure-both")]
    [InlineData(ActionKind.BehaviourChange, ActionKind.BehaviourChange, "programme-both")]
    [InlineData(ActionKind.RefugeOrMove, ActionKind.RefugeOrMove, "refuge-both")]
    [InlineData(ActionKind.RefugeOrMove, ActionKind.JointTenancyLetter, "tenancy-letter")]
    [InlineData(ActionKind.SafetyPlanAtHome, ActionKind.BehaviourChange, null)]
    [InlineData(ActionKind.RefugeOrMove, ActionKind.BehaviourChange, null)]
    [InlineData(ActionKind.SafetyPlanAtHome, ActionKind.SafetyPlanAtHome, null)]
    public void Two_actions_conflict_whichever_side_they_are_on(ActionKind one, ActionKind other, string? code)
    {
        Assert.Equal(code, ActionRules.Between(one, other)?.Code);
        Assert.Equal(code, ActionRules.Between(other, one)?.Code);
        Assert.Equal(code is null ? [] : [one], ActionRules.Conflicts([one, one], [other]));
    }

    [Fact]
    public void Every_rule_has_its_reason_and_stands_once()
    {
        Assert.All(ActionRules.Conflicting, c => Assert.EndsWith(".", c.Reason, StringComparison.Ordinal));
        Assert.Equal(ActionRules.Conflicting.Count, ActionRules.Conflicting.Select(c => c.Code).Distinct().Count());
        Assert.Equal(ActionRules.Forbidden.Count, ActionRules.Forbidden.Select(f => f.Kind).Distinct().Count());
        Assert.All(Enum.GetValues<ActionKind>(), k => Assert.NotEmpty(k.Title()));
        Assert.True(string.Join(',', Enum.GetValues<ActionKind>()).Length <= MatterSide.ActionsLimit);
    }

    [Theory]
    [InlineData(Whom.ThisPerson, ScreeningMeaning.Harmed, 1, 0)]
    [InlineData(Whom.TheOther, ScreeningMeaning.Harmed, 0, 1)]
    [InlineData(Whom.ThisPerson, ScreeningMeaning.Harming, 0, 1)]
    [InlineData(Whom.TheOther, ScreeningMeaning.Harming, 1, 0)]
    [InlineData(Whom.ThisPerson, ScreeningMeaning.Context, 0, 0)]
    [InlineData(Whom.Both, ScreeningMeaning.Harmed, 0, 0)]
    [InlineData(Whom.Neither, ScreeningMeaning.Harming, 0, 0)]
    [InlineData(Whom.NotKnown, ScreeningMeaning.Harmed, 0, 0)]
    public void An_answer_points_to_whoever_fears_and_away_from_whoever_controls(Whom whom, ScreeningMeaning means, int subject, int other)
    {
        var pack = new ScreeningPack("x", 1, "X", "Us", [new("a", "S", "A?", "", means)]);
        Assert.Equal((subject, other), pack.PointsOf([new("a", whom)]));
    }

    [Fact]
    public void The_screening_asks_about_fear_control_injuries_history_and_services_in_words_of_our_own()
    {
        var pack = ScreeningPack.Shipped;
        Assert.Equal(["Fear", "Control", "Injuries and force", "History", "What each says", "Turning to services"], pack.Sections.Select(s => s.Key));
        Assert.Equal(pack.Items.Count, pack.Items.Select(i => i.Code).Distinct().Count());
        Assert.All(pack.Items, i => Assert.True(i.Text.EndsWith('?') && i.Help.Length > 0));
    }
}
