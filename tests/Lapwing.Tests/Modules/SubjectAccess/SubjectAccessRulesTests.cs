using System.Globalization;
using Lapwing.Access;
using Lapwing.Modules.SubjectAccess;

namespace Lapwing.Tests.Modules.SubjectAccess;

public sealed class SubjectAccessRulesTests
{
    [Theory]
    [InlineData("2023-06-06", false, "2023-07-06")]
    [InlineData("2023-08-31", false, "2023-10-02")] // there is no 31 September, and the 30th is a Saturday
    [InlineData("2023-01-31", false, "2023-02-28")]
    [InlineData("2024-01-31", false, "2024-02-29")]
    [InlineData("2023-11-25", false, "2023-12-27")] // Christmas Day and Boxing Day
    [InlineData("2023-06-06", true, "2023-09-06")]
    public void The_answer_is_due_after_a_calendar_month_on_a_working_day(string received, bool extended, string due) =>
        Assert.Equal(Day(due), SubjectAccessRules.DueOn(Day(received), extended));

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(Side.Survivor, true, false, 30, FileInAnswer.Included)]
    [InlineData(Side.Survivor, true, true, 30, FileInAnswer.Included)]
    [InlineData(Side.Survivor, false, true, 30, FileInAnswer.OnlyNamed)]
    [InlineData(Side.PersonCausingHarm, true, false, 30, FileInAnswer.OpenedByOthers)]
    [InlineData(Side.PersonCausingHarm, true, true, 30, FileInAnswer.Included)]
    [InlineData(Side.PersonCausingHarm, false, true, 30, FileInAnswer.OnlyNamed)]
    [InlineData(Side.Child, true, false, 15, FileInAnswer.Child)]
    [InlineData(Side.Child, true, false, 16, FileInAnswer.Included)]
    [InlineData(Side.Child, true, false, null, FileInAnswer.Child)]
    [InlineData(Side.PersonCausingHarm, true, false, 15, FileInAnswer.OpenedByOthers)]
    public void A_file_is_in_the_answer_only_when_it_is_their_own_and_they_may_know_of_it(Side side, bool subject, bool self, int? age, FileInAnswer expected) =>
        Assert.Equal(expected, SubjectAccessRules.Of(side, subject, self, age));
}
