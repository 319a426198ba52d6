using Lapwing.Modules.Risk;

namespace Lapwing.Tests.Modules.Risk.OverTime;

public sealed class ReassessmentRuleTests
{
    private static readonly DateTime Opened = new(2023, 1, 2, 9, 0, 0, DateTimeKind.Utc), Assessed = new(2023, 5, 1, 9, 0, 0, DateTimeKind.Utc);

    private static DateOnly Day(int month, int day) => new(2023, month, day);

    [Theory]
    [InlineData(RiskLevel.High, 28)]
    [InlineData(RiskLevel.Medium, 56)]
    [InlineData(RiskLevel.Standard, 91)]
    [InlineData(RiskLevel.NotAssessed, 91)]
    public void An_assessment_holds_for_a_time_that_depends_on_the_level(RiskLevel level, int days)
    {
        var due = ReassessmentRule.Due(Assessed, level, Opened, [], ReassessmentTimes.Default);
        Assert.Equal(Day(5, 1).AddDays(days), due.On);
        Assert.False(due.IsOverdue(due.On));
        Assert.True(due.IsOverdue(due.On.AddDays(1)));
    }

    [Fact]
    public void A_file_in_which_nobody_was_assessed_is_due_soon_after_it_was_opened()
    {
        var due = ReassessmentRule.Due(null, RiskLevel.NotAssessed, Opened, [], ReassessmentTimes.Default);
        Assert.Equal((Day(1, 9), "Nobody has been assessed in this file yet."), (due.On, due.Reasons[0]));
    }

    [Theory]
    [InlineData(RiskEventKind.Incident)]
    [InlineData(RiskEventKind.Move)]
    [InlineData(RiskEventKind.Separation)]
    [InlineData(RiskEventKind.Order)]
    [InlineData(RiskEventKind.Pregnancy)]
    [InlineData(RiskEventKind.Release)]
    [InlineData(RiskEventKind.ReceivedResult)]
    [InlineData(RiskEventKind.Other)]
    public void Whatever_happens_after_it_makes_a_new_one_due_within_a_week(RiskEventKind kind)
    {
        var due = ReassessmentRule.Due(Assessed, RiskLevel.Standard, Opened, [new(kind, Day(5, 3), Assessed.AddDays(2))], ReassessmentTimes.Default);
        Assert.Equal(Day(5, 10), due.On);
        Assert.Equal($"{kind.Sentence()} on 3 May 2023.", due.Reasons[0]);
        Assert.Equal(2, due.Reasons.Count);
    }

    [Theory]
    [InlineData("2023-04-01", -10, "2023-07-31")] // known when it was assessed
    [InlineData("2023-04-01", 4, "2023-05-12")] // happened before, learnt after: counted from the day it was learnt
    [InlineData("2023-05-20", -10, "2023-05-27")] // a release that was known to come: counted from its day
    [InlineData("2023-05-01", -1, "2023-07-31")] // on the day itself and known before
    public void What_was_known_when_it_was_made_does_not_make_it_old(string on, int recordedDaysAfter, string due) => Assert.Equal(
        DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture),
        ReassessmentRule.Due(Assessed, RiskLevel.Standard, Opened, [new(RiskEventKind.Release, DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), Assessed.AddDays(recordedDaysAfter))], ReassessmentTimes.Default).On);

    [Fact]
    public void The_times_are_the_partnerships_own()
    {
        var times = new ReassessmentTimes { DaysAfterEvent = 0, WeeksHigh = 1, WeeksMedium = 2, WeeksStandard = 3 };
        Assert.Equal(Day(5, 8), ReassessmentRule.Due(Assessed, RiskLevel.High, Opened, [], times).On);
        Assert.Equal(Day(5, 3), ReassessmentRule.Due(Assessed, RiskLevel.High, Opened, [new(RiskEventKind.Move, Day(5, 3), Assessed.AddDays(2))], times).On);
        Assert.Empty(times.Problems());
        Assert.Equal(4, new ReassessmentTimes { DaysAfterEvent = -1, WeeksHigh = 0, WeeksMedium = 105, WeeksStandard = 0 }.Problems().Count());
    }
}
