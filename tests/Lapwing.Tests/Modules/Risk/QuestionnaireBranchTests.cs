using CsCheck;
using Lapwing.Modules.Risk;

namespace Lapwing.Tests.Modules.Risk;

public sealed class QuestionnaireBranchTests
{
    public static TheoryData<string> Packs => [.. Questionnaire.Shipped.Select(p => RiskSettings.NameOf(p.Code, p.Version))];

    private static Questionnaire Named(string name) => Questionnaire.Shipped.Single(p => RiskSettings.NameOf(p.Code, p.Version) == name);

    [Fact]
    public void Isolation_leads_to_the_honour_based_set_and_harassment_to_the_stalking_set()
    {
        var pack = Questionnaire.Demonstration;
        Assert.Equal(["honour-set"], pack.BranchesAfter([new("cut-off", Answer.Yes)]).Select(b => b.Code));
        Assert.Equal(["stalking-set"], pack.BranchesAfter([new("followed", Answer.Yes)]).Select(b => b.Code));
        Assert.Equal(11, pack.Branches.Single(b => b.Code == "stalking-set").Items.Count);
        foreach (var other in new[] { Answer.No, Answer.DontKnow, Answer.Declined })
            Assert.Empty(pack.BranchesAfter([new("cut-off", other), new("followed", other)]));
    }

    [Fact]
    public void The_young_peoples_pack_is_chosen_from_13_to_17_and_is_whole()
    {
        var young = Questionnaire.YoungDemonstration;
        Assert.Empty(young.Problems());
        Assert.Equal((13, 17), (young.MinimumAge, young.MaximumAge));
        Assert.True(young.IsFor(13) && young.IsFor(17) && !young.IsFor(12) && !young.IsFor(18));
        Assert.True(young.HighestScore >= RiskBands.Default.HighFrom);
        Assert.Equal(Enum.GetValues<RiskFlag>().Where(f => f != RiskFlag.SeparationControlAndViolence), young.Items.Select(i => i.Flag).OfType<RiskFlag>().Distinct().Order());
        Assert.Contains("not the SafeLives Dash", young.Acknowledgement, StringComparison.Ordinal);
    }

    /// <summary>Whatever is answered in branches: score and level are those of the main questions, flags only come to them, and what is open is asked until it was shown.</summary>
    [Theory, MemberData(nameof(Packs))]
    public void Answers_of_a_branch_never_lower_anything_and_a_branch_that_opens_is_asked(string name)
    {
        var pack = Named(name);
        var further = pack.Branches.SelectMany(b => b.Items).ToList();
        Gen.Select(Gen.Int[-1, 3].Array[pack.Items.Count], Gen.Int[-1, 3].Array[further.Count]).Sample(t =>
        {
            var main = Given(pack.Items, t.Item1);
            var all = main.Concat(Given(further, t.Item2)).ToList();
            var (without, with) = (RiskRules.Assess(pack, main, RiskBands.Default), RiskRules.Assess(pack, all, RiskBands.Default));
            var opened = pack.Branches.Where(b => b.After.Any(code => main.Any(a => a.Item == code && a.Answer == Answer.Yes))).Select(b => b.Code).ToList();
            var asked = pack.ToAsk(main, []).Select(b => b.Code).ToList();
            return with.Score >= without.Score && with.Level >= without.Level && with.Score == without.Score && with.OutOf == pack.Items.Count
                && without.Flags.All(with.Flags.Contains) && without.MaracCriteria.SequenceEqual(with.MaracCriteria)
                && asked.SequenceEqual(opened) && !pack.ToAsk(main, opened).Any();
        });

        static List<RiskAnswer> Given(IReadOnlyList<QuestionnaireItem> items, int[] answers) =>
            [.. items.Zip(answers).Where(p => p.Second >= 0).Select(p => new RiskAnswer(p.First.Code, (Answer)p.Second))];
    }

    [Fact]
    public void A_yes_in_a_branch_surfaces_its_flag_and_is_said_in_the_reasons_without_words()
    {
        var result = RiskRules.Assess(Questionnaire.Demonstration, [new("cut-off", Answer.Yes), new("honour-travel", Answer.Yes, "a made-up journey")], RiskBands.Default);
        Assert.Equal([RiskFlag.HonourBasedAbuse], result.Flags);
        Assert.Contains(result.Reasons, r => r.StartsWith("Family, community and honour: 1 of 7 further questions answered yes, 6 without yes or no.", StringComparison.Ordinal));
        Assert.DoesNotContain(result.Reasons, r => r.Contains("journey", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"code":"b","title":"B","after":["x"],"items":[{"code":"m","section":"B","text":"M?"}]}""", "must name main questions")]
    [InlineData("""{"code":"b","title":"B","after":[],"items":[{"code":"m","section":"B","text":"M?"}]}""", "must name main questions")]
    [InlineData("""{"code":"b","title":"","after":["a"],"items":[{"code":"m","section":"B","text":"M?"}]}""", "the title must have")]
    [InlineData("""{"code":"B","title":"B","after":["a"],"items":[{"code":"m","section":"B","text":"M?"}]}""", "the code must be small letters")]
    [InlineData("""{"code":"b","title":"B","after":["a"],"items":[]}""", "a branch has from 1")]
    [InlineData("""{"code":"b","title":"B","after":["a"],"items":[{"code":"a","section":"B","text":"M?"}]}""", "the code a is used twice")]
    [InlineData("""{"code":"b","title":"B","after":["a"],"items":[{"code":"m","section":"B","text":""}]}""", "needs a code and a text")]
    [InlineData("""{"code":"b","title":"B","after":["a"],"items":[{"code":"m","section":"B","text":"M?","cluster":"Separation"}]}""", "belong to main questions")]
    [InlineData("""{"code":"b","title":"B","after":["a"],"items":[null]}""", "needs a code and a text")]
    [InlineData("null", "Branch 1 is empty")]
    public void Each_fault_of_a_branch_is_named(string branch, string message)
    {
        var json = $$"""{"code":"x","version":1,"title":"X","acknowledgement":"Us","items":[{"code":"a","section":"S","text":"A?"}],"branches":[{{branch}}]}""";
        Assert.Contains(message, Assert.Throws<FormatException>(() => Questionnaire.Parse(json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_of_a_branch_never_score_whatever_the_file_says() => Assert.Equal(1, Questionnaire.Parse(
        """{"code":"x","version":1,"title":"X","acknowledgement":"Us","items":[{"code":"a","section":"S","text":"A?"}],"branches":[{"code":"b","title":"B","after":["a"],"items":[{"code":"m","section":"B","text":"M?","scores":true}]}]}""").HighestScore);
}
