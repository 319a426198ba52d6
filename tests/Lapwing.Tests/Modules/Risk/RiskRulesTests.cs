using CsCheck;
using Lapwing.Modules.Risk;

namespace Lapwing.Tests.Modules.Risk;

public sealed class RiskRulesTests
{
    private const string Why = "She described a pattern that the questions do not catch.";
    private static readonly Questionnaire Pack = Questionnaire.Demonstration;
    private static readonly string[] Plain = [.. Pack.Items.Where(i => i.Flag is null && i.Cluster is null).Select(i => i.Code)];

    [Theory]
    [InlineData(0, RiskLevel.Standard)]
    [InlineData(1, RiskLevel.Standard)]
    [InlineData(9, RiskLevel.Standard)]
    [InlineData(10, RiskLevel.Medium)]
    [InlineData(13, RiskLevel.Medium)]
    [InlineData(14, RiskLevel.High)]
    [InlineData(24, RiskLevel.High)]
    public void The_score_gives_the_level(int yes, RiskLevel level)
    {
        var result = RiskRules.Assess(Pack, Answers(yes), RiskBands.Default);
        Assert.Equal((level, level, yes, 24, 0), (result.Level, result.LevelByScore, result.Score, result.OutOf, result.Unanswered));
        Assert.Equal(yes >= 14, result.RecommendedForMarac);
        Assert.Equal(("lapwing-demonstration", 2), (result.Pack, result.PackVersion));
        Assert.StartsWith($"The score is {yes} of 24", result.Reasons[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, RiskLevel.Standard)]
    [InlineData(5, RiskLevel.Medium)]
    [InlineData(8, RiskLevel.High)]
    public void A_partnership_draws_its_own_lines(int yes, RiskLevel level) =>
        Assert.Equal(level, RiskRules.Assess(Pack, Answers(yes), new RiskBands { MediumFrom = 5, HighFrom = 8 }).Level);

    [Fact]
    public void A_lower_MARAC_threshold_recommends_before_the_level_is_high()
    {
        var result = RiskRules.Assess(Pack, Answers(10), new RiskBands { MaracThreshold = 10 });
        Assert.Equal(RiskLevel.Medium, result.Level);
        Assert.Equal([MaracCriterion.VisibleHighRisk], result.MaracCriteria);
    }

    [Theory]
    [InlineData("throat", RiskFlag.NonFatalStrangulation)]
    [InlineData("followed", RiskFlag.Stalking)]
    [InlineData("kill-threat", RiskFlag.ThreatsToKill)]
    [InlineData("own-view", RiskFlag.VictimsOwnView)]
    [InlineData("honour", RiskFlag.HonourBasedAbuse)]
    public void One_grave_answer_surfaces_at_any_score(string item, RiskFlag flag)
    {
        var result = RiskRules.Assess(Pack, [new RiskAnswer(item, Answer.Yes)], RiskBands.Default);
        Assert.Equal([flag], result.Flags);
        Assert.Equal(RiskLevel.Standard, result.Level);
        Assert.Contains(flag.Reason(), result.Reasons);
        foreach (var other in new[] { Answer.No, Answer.DontKnow, Answer.Declined })
        {
            Assert.Empty(RiskRules.Assess(Pack, [new RiskAnswer(item, other)], RiskBands.Default).Flags);
        }
    }

    [Theory]
    [InlineData(true, "left", "control", "hurt")]
    [InlineData(true, "left", "control", "sexual")]
    [InlineData(false, "left", "control")]
    [InlineData(false, "left", "hurt", "sexual")]
    [InlineData(false, "control", "hurt", "sexual")]
    public void Separation_control_and_violence_surface_together(bool surfaces, params string[] yes) => Assert.Equal(
        surfaces,
        RiskRules.Assess(Pack, yes.Select(i => new RiskAnswer(i, Answer.Yes)), RiskBands.Default).Flags.Contains(RiskFlag.SeparationControlAndViolence));

    [Fact]
    public void Gaps_are_counted_by_kind_and_said()
    {
        var result = RiskRules.Assess(
            Pack, [new(Plain[0], Answer.Yes), new(Plain[1], Answer.No), new(Plain[2], Answer.DontKnow), new(Plain[3], Answer.Declined, "not today")], RiskBands.Default);
        Assert.Equal((1, 1, 20, 22), (result.DontKnow, result.Declined, result.NotAsked, result.Unanswered));
        Assert.Contains(result.Reasons, r => r.StartsWith("22 of 24 questions have neither yes nor no (don't know 1, declined 1, not asked 20)", StringComparison.Ordinal));
        Assert.DoesNotContain(result.Reasons, r => r.Contains("not today", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_answered_is_not_assessed_and_not_low()
    {
        Assert.Equal(RiskLevel.NotAssessed, RiskRules.Assess(Pack, [], RiskBands.Default).Level);
        Assert.Equal(RiskLevel.NotAssessed, RiskRules.Assess(Pack, [new("hurt", Answer.Declined)], RiskBands.Default).Level);
        Assert.Equal(RiskLevel.High, RiskRules.Assess(Pack, [], RiskBands.Default, null, new(RiskLevel.High, Why)).Level);
    }

    [Fact]
    public void Judgement_raises_with_reasons_and_recommends_MARAC_when_high()
    {
        var result = RiskRules.Assess(Pack, Answers(3), RiskBands.Default, null, new(RiskLevel.High, Why));
        Assert.Equal((RiskLevel.High, RiskLevel.Standard, true), (result.Level, result.LevelByScore, result.RaisedByJudgement));
        Assert.Equal([MaracCriterion.ProfessionalJudgement], result.MaracCriteria);
        Assert.DoesNotContain(result.Reasons, r => r.Contains(Why, StringComparison.Ordinal));
        Assert.Empty(RiskRules.Assess(Pack, Answers(3), RiskBands.Default, null, new(RiskLevel.Medium, Why)).MaracCriteria);
        Assert.False(RiskRules.Assess(Pack, Answers(14), RiskBands.Default, null, new(RiskLevel.High, Why)).RaisedByJudgement);
    }

    [Theory]
    [InlineData(14, RiskLevel.Medium, Why, nameof(ProfessionalJudgement.Level))]
    [InlineData(10, RiskLevel.Standard, Why, nameof(ProfessionalJudgement.Level))]
    [InlineData(3, RiskLevel.NotAssessed, Why, nameof(ProfessionalJudgement.Level))]
    [InlineData(3, RiskLevel.High, null, nameof(ProfessionalJudgement.Reasons))]
    [InlineData(3, RiskLevel.High, "          high          ", nameof(ProfessionalJudgement.Reasons))]
    public void Judgement_that_lowers_or_gives_no_reasons_is_refused(int yes, RiskLevel judged, string? reasons, string member)
    {
        var judgement = new ProfessionalJudgement(judged, reasons);
        Assert.Contains(judgement.Problems(RiskBands.Default.LevelOf(yes)), p => p.Member == member);
        Assert.Throws<ArgumentException>(() => RiskRules.Assess(Pack, Answers(yes), RiskBands.Default, null, judgement));
    }

    [Fact]
    public void No_answers_and_no_judgement_ever_end_below_the_score() =>
        Gen.Select(Gen.Int[-1, 3].Array[24], Gen.Int[0, 3], Gen.Int[1, 12], Gen.Int[1, 12]).Sample(t =>
        {
            var (codes, judged, medium, more) = t;
            var bands = new RiskBands { MediumFrom = medium, HighFrom = medium + more };
            var answers = Pack.Items.Zip(codes).Where(p => p.Second >= 0).Select(p => new RiskAnswer(p.First.Code, (Answer)p.Second)).ToList();
            var plain = RiskRules.Assess(Pack, answers, bands);
            var judgement = new ProfessionalJudgement((RiskLevel)judged, Why);
            var accepted = !judgement.Problems(plain.Level).Any();
            return plain.Score == codes.Count(c => c == 0) && plain.Level == plain.LevelByScore && plain.Score + plain.Unanswered + codes.Count(c => c == 1) == 24
                && (!accepted || RiskRules.Assess(Pack, answers, bands, null, judgement).Level == (RiskLevel)judged)
                && (accepted == (judged > 0 && judged >= (int)plain.Level));
        });

    [Theory]
    [InlineData(30, 3, false, new[] { MaracCriterion.PotentialEscalation })]
    [InlineData(30, 2, false, new MaracCriterion[0])]
    [InlineData(30, 0, true, new[] { MaracCriterion.Repeat })]
    [InlineData(null, 5, true, new[] { MaracCriterion.PotentialEscalation, MaracCriterion.Repeat })]
    [InlineData(16, 3, false, new[] { MaracCriterion.PotentialEscalation })]
    [InlineData(15, 9, true, new MaracCriterion[0])]
    public void MARAC_is_recommended_on_each_ground_and_never_under_16(int? age, int incidents, bool repeat, MaracCriterion[] criteria)
    {
        var result = RiskRules.Assess(Pack, Answers(1), RiskBands.Default, new(age, incidents, repeat));
        Assert.Equal(criteria, result.MaracCriteria);
        Assert.Equal(age < 16, result.Reasons.Any(r => r.Contains("follow children's safeguarding", StringComparison.Ordinal)));
        Assert.Equal(age < 16, result.Reasons.Any(r => r.Contains("made for ages 16 and over", StringComparison.Ordinal)));
    }

    [Fact]
    public void Under_16_no_score_and_no_judgement_reaches_MARAC() =>
        Assert.Empty(RiskRules.Assess(Pack, Answers(24), RiskBands.Default, new(15)).MaracCriteria);

    [Fact]
    public void A_received_result_is_kept_and_not_scored_again()
    {
        var result = RiskRules.Received("DARA", RiskLevel.Medium);
        Assert.Equal((RiskLevel.Medium, null, 0, "DARA"), (result.Level, result.Score, result.PackVersion, result.Pack));
        Assert.Throws<ArgumentOutOfRangeException>(() => RiskRules.Received("DARA", RiskLevel.NotAssessed));
    }

    [Fact]
    public void An_answer_to_no_question_or_twice_is_a_bug_that_is_caught()
    {
        Assert.Throws<ArgumentException>(() => RiskRules.Assess(Pack, [new("nonsense", Answer.Yes)], RiskBands.Default));
        Assert.Throws<ArgumentException>(() => RiskRules.Assess(Pack, [new("hurt", Answer.Yes), new("hurt", Answer.No)], RiskBands.Default));
    }

    [Theory]
    [InlineData(0, 14, 14, 3, "MediumFrom")]
    [InlineData(10, 10, 14, 3, "HighFrom")]
    [InlineData(10, 25, 14, 3, "HighFrom")]
    [InlineData(10, 14, 25, 3, "MaracThreshold")]
    [InlineData(10, 14, 14, 0, "EscalationIncidents")]
    public void Lines_that_cannot_work_are_refused(int medium, int high, int marac, int incidents, string member)
    {
        Assert.Empty(RiskBands.Default.Problems(24));
        var bands = new RiskBands { MediumFrom = medium, HighFrom = high, MaracThreshold = marac, EscalationIncidents = incidents };
        Assert.Contains(bands.Problems(24), p => p.Member == member);
    }

    private static IEnumerable<RiskAnswer> Answers(int yes) => Pack.Items.Select((item, n) => new RiskAnswer(item.Code, n < yes ? Answer.Yes : Answer.No));
}
