using System.Globalization;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;
using Lapwing.Modules.Risk.OverTime;

namespace Lapwing.Tests.Modules.Risk.OverTime;

/// <summary>Each criterion for MARAC as a table, with its boundaries to the day.</summary>
public sealed class MaracGateTests
{
    private static readonly Id<Person> Victim = Id<Person>.New(), Harmer = Id<Person>.New(), Another = Id<Person>.New();
    private static readonly DateTime At = new(2023, 6, 6, 9, 0, 0, DateTimeKind.Utc);

    private static DateOnly Day(string iso) => DateOnly.Parse(iso, CultureInfo.InvariantCulture);

    private static IncidentFact On(string day, IncidentKind kinds = IncidentKind.Violence, Id<Person>? by = null, Id<Person>? to = null) =>
        new(Day(day), false, kinds, to ?? Victim, by ?? Harmer, Day(day).ToDateTime(new(12, 0), DateTimeKind.Utc));

    private static GateFacts Facts(string today = "2023-06-06", int? age = 30, ScoreFact? latest = null, IReadOnlyList<IncidentFact>? incidents = null,
        IReadOnlyList<MaracFact>? referrals = null, RiskBands? bands = null, bool child = false, DateTime? raised = null) =>
        new(Day(today), Victim, age, child, bands ?? RiskBands.Default, latest, incidents ?? [], referrals ?? [], raised);

    [Theory]
    [InlineData(13, 14, false)]
    [InlineData(14, 14, true)]
    [InlineData(24, 14, true)]
    [InlineData(9, 10, false)]
    [InlineData(10, 10, true)]
    public void Visible_high_risk_begins_at_the_threshold_of_the_partnership(int score, int threshold, bool met)
    {
        var gate = MaracGates.VisibleHighRisk(Facts(latest: new(score, RiskLevel.Medium, false, At), bands: new() { MaracThreshold = threshold }));
        Assert.Equal(met, gate.IsMet);
        Assert.Contains($"threshold of {threshold}", gate.Reason, StringComparison.Ordinal);
        Assert.Equal(met ? At : null, gate.Since);
    }

    [Fact]
    public void Nobody_assessed_meets_nothing_by_score() => Assert.Equal("no-assessment", MaracGates.VisibleHighRisk(Facts()).Code);

    [Theory]
    [InlineData(RiskLevel.High, true, true)]
    [InlineData(RiskLevel.Medium, true, false)]
    [InlineData(RiskLevel.High, false, false)]
    public void Judgement_counts_when_it_raised_to_high(RiskLevel level, bool raised, bool met) =>
        Assert.Equal(met, MaracGates.Judgement(Facts(latest: new(3, level, raised, At))).IsMet);

    [Theory]
    [InlineData(1, true)]
    [InlineData(-1, false)]
    public void A_raise_because_of_a_received_result_counts_until_we_assess_again(int hoursAfter, bool met) =>
        Assert.Equal(met, MaracGates.Judgement(Facts(latest: new(3, RiskLevel.Standard, false, At), raised: At.AddHours(hoursAfter))).IsMet);

    // Three in twelve months, to the day; the first day of the span counts, the day before it does not.
    [Theory]
    [InlineData("2023-06-06", "2022-06-06,2023-01-01,2023-06-06", true)]
    [InlineData("2023-06-06", "2022-06-05,2023-01-01,2023-06-06", false)]
    [InlineData("2023-06-07", "2022-06-06,2023-01-01,2023-06-06", false)]
    [InlineData("2023-06-06", "2023-06-06,2023-06-06,2023-06-06", true)]
    [InlineData("2023-06-06", "2023-06-05,2023-06-06", false)]
    [InlineData("2023-06-06", "2023-06-05,2023-06-06,2023-06-07", false)] // what lies ahead has not happened
    [InlineData("2024-02-29", "2023-02-28,2023-08-01,2024-02-29", true)] // twelve months before a leap day is the 28th
    [InlineData("2024-02-29", "2023-02-27,2023-08-01,2024-02-29", false)]
    [InlineData("2025-02-28", "2024-02-28,2024-08-01,2025-02-28", true)]
    [InlineData("2025-02-28", "2024-02-29,2024-08-01,2025-02-28", true)]
    [InlineData("2025-03-01", "2024-02-29,2024-08-01,2025-02-28", false)]
    public void Three_incidents_in_twelve_months_to_the_day_are_potential_escalation(string today, string days, bool met)
    {
        var incidents = days.Split(',').Select(d => On(d, IncidentKind.OtherAbuse)).ToList();
        Assert.Equal(met, MaracGates.Escalation(Facts(today, incidents: incidents)).IsMet);
    }

    [Theory]
    [InlineData(2, 12, true)]
    [InlineData(4, 12, false)]
    [InlineData(3, 6, false)]
    [InlineData(3, 24, true)]
    public void Number_and_months_of_escalation_are_the_partnerships_own(int number, int months, bool met) => Assert.Equal(met,
        MaracGates.Escalation(Facts(incidents: [On("2022-07-01"), On("2023-01-01"), On("2023-06-01")], bands: new() { EscalationIncidents = number, EscalationMonths = months })).IsMet);

    [Fact]
    public void Incidents_by_anybody_count_for_escalation_and_those_done_to_somebody_else_do_not()
    {
        Assert.True(MaracGates.Escalation(Facts(incidents: [On("2023-01-01"), On("2023-02-01", by: Another), On("2023-03-01")])).IsMet);
        Assert.False(MaracGates.Escalation(Facts(incidents: [On("2023-01-01"), On("2023-02-01", to: Another), On("2023-03-01")])).IsMet);
    }

    // Within twelve months from the date of the last referral, its last day included; later it is a new referral.
    [Theory]
    [InlineData("2022-06-06", "2023-06-06", true)]
    [InlineData("2022-06-05", "2023-06-06", false)]
    [InlineData("2022-06-06", "2022-06-07", true)]
    [InlineData("2022-06-06", "2022-06-06", false)] // the incident that led to it is not a further one
    [InlineData("2022-06-06", "2022-06-01", false)]
    [InlineData("2024-02-29", "2025-02-28", true)]
    [InlineData("2024-02-29", "2025-03-01", false)]
    [InlineData("2023-02-28", "2024-02-28", true)]
    [InlineData("2023-02-28", "2024-02-29", false)]
    public void A_repeat_lies_within_twelve_months_of_the_last_referral_to_the_day(string referral, string incident, bool met)
    {
        var gate = MaracGates.Repeat(Facts("2025-06-06", incidents: [On(incident)], referrals: [new(Day(referral), Victim, Harmer)]));
        Assert.Equal(met, gate.IsMet);
        Assert.Contains("definition of repeat MARAC", gate.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repeat_needs_the_same_victim_and_the_same_person_causing_harm()
    {
        IReadOnlyList<MaracFact> referrals = [new(Day("2023-01-01"), Victim, Harmer)];
        Assert.True(MaracGates.Repeat(Facts(incidents: [On("2023-05-01")], referrals: referrals)).IsMet);
        Assert.False(MaracGates.Repeat(Facts(incidents: [On("2023-05-01", by: Another)], referrals: referrals)).IsMet);
        Assert.False(MaracGates.Repeat(Facts(incidents: [On("2023-05-01", to: Another)], referrals: referrals)).IsMet);
        Assert.False(MaracGates.Repeat(Facts(incidents: [On("2023-05-01")], referrals: [new(Day("2023-01-01"), Another, Harmer)])).IsMet);
        Assert.Equal("harmer-unknown", MaracGates.Repeat(Facts(incidents: [On("2023-05-01")], referrals: [new(Day("2023-01-01"), Victim, null)])).Code);
        Assert.Equal("no-referral", MaracGates.Repeat(Facts(incidents: [On("2023-05-01")])).Code);
    }

    [Fact]
    public void Only_the_last_referral_of_the_same_two_people_counts()
    {
        // The incident lies within twelve months of the first referral and before the second.
        Assert.False(MaracGates.Repeat(Facts("2023-12-01", incidents: [On("2023-02-01")], referrals: [new(Day("2023-01-01"), Victim, Harmer), new(Day("2023-03-01"), Victim, Harmer)])).IsMet);
        // A referral because of somebody else does not hide that of this one.
        Assert.True(MaracGates.Repeat(Facts("2023-12-01", incidents: [On("2023-02-01")], referrals: [new(Day("2023-01-01"), Victim, Harmer), new(Day("2023-03-01"), Victim, Another)])).IsMet);
    }

    [Theory]
    [InlineData(IncidentKind.Violence, true)]
    [InlineData(IncidentKind.Strangulation, true)]
    [InlineData(IncidentKind.ThreatOfViolence, true)]
    [InlineData(IncidentKind.Property, true)]
    [InlineData(IncidentKind.RapeOrSexualAbuse, true)]
    [InlineData(IncidentKind.PatternOfStalking, true)]
    [InlineData(IncidentKind.StalkingOrHarassment, false)]
    [InlineData(IncidentKind.ControlOrCoercion, false)]
    [InlineData(IncidentKind.Economic, false)]
    [InlineData(IncidentKind.BreachOfOrder, false)]
    [InlineData(IncidentKind.OtherAbuse, false)]
    [InlineData(IncidentKind.Economic | IncidentKind.ThreatOfViolence, true)]
    public void Only_qualifying_kinds_make_a_repeat(IncidentKind kinds, bool qualifies)
    {
        Assert.Equal(qualifies, QualifyingRule.Qualifies(On("2023-05-01", kinds), [], 12));
        Assert.Equal(qualifies, MaracGates.Repeat(Facts(incidents: [On("2023-05-01", kinds)], referrals: [new(Day("2023-01-01"), Victim, Harmer)])).IsMet);
    }

    [Theory]
    [InlineData("2022-05-01", true)]
    [InlineData("2022-04-30", false)]
    [InlineData("2023-05-02", false)]
    public void A_second_act_of_stalking_by_the_same_person_is_a_pattern(string other, bool qualifies)
    {
        var act = On("2023-05-01", IncidentKind.StalkingOrHarassment);
        Assert.Equal(qualifies, QualifyingRule.Qualifies(act, [act, On(other, IncidentKind.StalkingOrHarassment)], 12));
        Assert.False(QualifyingRule.Qualifies(act, [act, On(other, IncidentKind.StalkingOrHarassment, by: Another)], 12));
    }

    [Theory]
    [InlineData(15, false, true)]
    [InlineData(16, false, false)]
    [InlineData(null, true, true)]
    [InlineData(null, false, false)]
    [InlineData(16, true, false)]
    public void Under_16_nothing_leads_to_marac_whatever_is_known(int? age, bool child, bool below)
    {
        var gates = MaracGates.Of(Facts(age: age, child: child, latest: new(24, RiskLevel.High, true, At), incidents: [On("2023-04-01"), On("2023-05-01"), On("2023-05-02")],
            referrals: [new(Day("2023-01-01"), Victim, Harmer)]));
        Assert.Equal(4, gates.Count);
        Assert.All(gates, gate => Assert.Equal(!below, gate.IsMet));
    }

    [Theory]
    [InlineData(15, false)]
    [InlineData(16, true)]
    [InlineData(17, true)]
    [InlineData(18, false)]
    public void Somebody_of_16_or_17_is_heard_and_is_a_child_as_well(int age, bool young)
    {
        Assert.Equal(young, MaracGates.IsYoung(age));
        var result = RiskRules.Assess(Questionnaire.Demonstration, Questionnaire.Demonstration.Items.Select(i => new RiskAnswer(i.Code, Answer.Yes)), RiskBands.Default, new(age));
        Assert.Equal(young, result.Reasons.Any(r => r.Contains("children's social care must be told as well", StringComparison.Ordinal)));
    }
}
