using System.Numerics;
using Lapwing.Modules.Accommodation;

namespace Lapwing.Tests.Modules.Accommodation;

public sealed class MatchRulesTests
{
    private static readonly UnitFeatures Unit = new(1, 4, UnitFor.Women, 18, true, 12, 17, AccessNeeds.StepFree, PetKinds.Cat, false, SupportNeeds.MentalHealth, 77);
    private static readonly HouseholdNeeds Mother = new() { Adults = 1, As = AskingAs.Woman, Age = 30, Children = [new(3, false), new(12, true)] };

    public static TheoryData<string, string?, string?> Rows => new()
    {
        { "fits", null, null },
        { "boy-13", "boys", "It takes boys up to 12; a boy of this household is 13." },
        { "girl-17", null, null },
        { "five", "size", "It takes up to 4 people; this household has 5." },
        { "man", "for", "It is for women." },
        { "seventeen", "youngest-adult", "It takes adults from 18; this person is 17." },
        { "wheelchair", "access", "It does not have: wheelchair space in all rooms." },
        { "dog", "pets", "It does not take: dog." },
        { "assistance-dog", null, null },
        { "no-recourse", "recourse", "It has no funded place for somebody without recourse to public funds." },
        { "drugs", "support", "It cannot support with: drugs." },
        { "area", "area", "It is not safe for this household because of where it is." },
        { "full", "full", "It has no vacancy now." },
        { "no-children", "children", "It takes no children." },
        { "children-to-11", "children-age", "It takes children up to 11; a child of this household is 12." },
    };

    [Theory, MemberData(nameof(Rows))]
    public void Each_rule_says_in_plain_words_what_stands_against_a_unit(string household, string? rule, string? reason)
    {
        var (unit, ask) = household switch
        {
            "boy-13" => (Unit, Ask(Mother with { Children = [new(13, true)] })),
            "girl-17" => (Unit, Ask(Mother with { Children = [new(17, false)] })),
            "five" => (Unit, Ask(Mother with { Children = [new(1, false), new(2, false), new(3, false), new(4, false)] })),
            "man" => (Unit, Ask(Mother with { As = AskingAs.Man })),
            "seventeen" => (Unit, Ask(Mother with { Age = 17 })),
            "wheelchair" => (Unit, Ask(Mother with { Access = AccessNeeds.StepFree | AccessNeeds.Wheelchair })),
            "dog" => (Unit, Ask(Mother with { Pets = PetKinds.Dog | PetKinds.Cat })),
            "assistance-dog" => (Unit, Ask(Mother with { Pets = PetKinds.AssistanceDog })),
            "no-recourse" => (Unit, Ask(Mother with { NoRecourse = true })),
            "drugs" => (Unit, Ask(Mother with { Support = SupportNeeds.Drugs | SupportNeeds.MentalHealth })),
            "area" => (Unit, new MatchAsk(Mother, [1, 77])),
            "full" => (Unit with { Free = 0 }, Ask(Mother)),
            "no-children" => (Unit with { TakesChildren = false }, Ask(Mother)),
            "children-to-11" => (Unit with { ChildrenUpTo = 11 }, Ask(Mother)),
            _ => (Unit, Ask(Mother)),
        };
        var against = MatchRules.Against(unit, ask);
        Assert.Equal(rule is null ? [] : [rule], MatchRules.All.Where((_, n) => (against & 1u << n) != 0).Select(r => r.Code));
        Assert.Equal(reason is null ? [] : [reason], MatchRules.Reasons(unit, ask, against));
    }

    [Fact]
    public void Every_rule_has_a_row_its_source_and_the_reason_of_a_turn_away()
    {
        Assert.Equal(MatchRules.All.Select(r => r.Code).Order(), Rows.Select(row => row.Data.Item2).OfType<string>().Distinct().Order());
        Assert.All(MatchRules.All, rule => Assert.True(rule.Source.Length > 0 && Enum.IsDefined(rule.TurnAway), rule.Code));
        Assert.True(MatchRules.All.Count <= 32);
    }

    [Fact]
    public void Whatever_a_unit_and_a_household_are_there_is_a_reason_for_each_rule_and_none_names_an_area()
    {
        var random = new Random(5);
        for (var n = 0; n < 5_000; n++)
        {
            int? Maybe(int below) => random.Next(3) == 0 ? null : random.Next(below);
            var unit = new UnitFeatures(random.Next(-1, 3), random.Next(1, 7), (UnitFor)random.Next(3), random.Next(16, 60), random.Next(2) == 0, Maybe(18), Maybe(18), (AccessNeeds)random.Next(32),
                (PetKinds)random.Next(16), random.Next(2) == 0, (SupportNeeds)random.Next(16), Maybe(6));
            var needs = new HouseholdNeeds
            {
                Adults = random.Next(1, 4), As = (AskingAs)random.Next(3), Age = Maybe(2) is null ? null : random.Next(16, 90), Access = (AccessNeeds)random.Next(32), Pets = (PetKinds)random.Next(16),
                NoRecourse = random.Next(2) == 0, Support = (SupportNeeds)random.Next(16), Children = [.. Enumerable.Range(0, random.Next(5)).Select(_ => new ComingChild(random.Next(18), random.Next(2) == 0))],
            };
            Assert.Equal(needs.Code, HouseholdNeeds.Of(needs.Code).Code);
            var ask = new MatchAsk(needs, [0, 2]);
            var against = MatchRules.Against(unit, ask);
            var reasons = MatchRules.Reasons(unit, ask, against);
            Assert.Equal(BitOperations.PopCount(against), reasons.Count);
            Assert.All(reasons, reason => Assert.DoesNotContain(LondonBoroughs.Options, borough => reason.Contains(borough.Label, StringComparison.Ordinal)));
            // More can only stand against it when more is asked for.
            Assert.Equal(0u, against & ~MatchRules.Against(unit with { Free = 0 }, ask));
        }
    }

    private static MatchAsk Ask(HouseholdNeeds needs) => new(needs);
}
