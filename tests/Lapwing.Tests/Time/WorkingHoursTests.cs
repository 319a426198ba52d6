using System.Globalization;
using Lapwing.Time;

namespace Lapwing.Tests.Time;

public sealed class WorkingHoursTests
{
    private static readonly WorkingHours Office = WorkingHours.OfficeHours;

    [Theory]
    [InlineData("2023-06-05 09:00", 4, "2023-06-05 13:00")] // Monday
    [InlineData("2023-06-05 15:00", 4, "2023-06-06 11:00")] // over the night
    [InlineData("2023-06-02 16:30", 1, "2023-06-05 09:30")] // Friday, over the weekend
    [InlineData("2023-06-03 12:00", 1, "2023-06-05 10:00")] // starts on a Saturday
    [InlineData("2023-06-05 07:00", 1, "2023-06-05 10:00")] // before opening
    [InlineData("2023-06-05 17:00", 1, "2023-06-06 10:00")] // at closing
    [InlineData("2023-06-05 09:00", 8, "2023-06-05 17:00")] // exactly the day
    [InlineData("2023-04-06 16:00", 2, "2023-04-11 10:00")] // over Good Friday and Easter Monday
    [InlineData("2022-12-23 16:00", 2, "2022-12-28 10:00")] // Christmas fell on a Sunday: the substitute day counts
    [InlineData("2022-09-16 16:00", 2, "2022-09-20 10:00")] // the late Queen's funeral
    [InlineData("2023-03-24 16:00", 2, "2023-03-27 10:00")] // over the clock change
    [InlineData("2023-06-05 12:00", 0, "2023-06-05 12:00")]
    [InlineData("2023-06-04 12:00", 0, "2023-06-05 09:00")]
    public void Working_hours_are_added_on_the_London_clock(string from, int hours, string until) =>
        Assert.Equal(At(until), Office.AddHours(At(from), hours));

    [Theory]
    [InlineData("2023-06-05 10:00", 1, "2023-06-06 10:00")]
    [InlineData("2023-06-02 10:00", 1, "2023-06-05 10:00")]
    [InlineData("2023-06-03 10:00", 1, "2023-06-06 09:00")] // the clock starts at Monday's opening
    [InlineData("2023-04-06 10:00", 2, "2023-04-12 10:00")]
    [InlineData("2023-06-05 10:00", 0, "2023-06-05 10:00")]
    public void Working_days_keep_the_time_of_day(string from, int days, string until) =>
        Assert.Equal(At(until), Office.AddDays(At(from), days));

    [Fact]
    public void A_shorter_day_cuts_the_time_of_day()
    {
        var hours = new WorkingHours(WeeklyHours.Parse("Mon-Thu 09:00-17:00, Fri 09:00-12:00"), BankHolidays.None);
        Assert.Equal(At("2023-06-09 12:00"), hours.AddDays(At("2023-06-08 15:00"), 1));
    }

    [Theory]
    [InlineData("2023-06-05 09:00", "2023-06-05 10:30", 90)]
    [InlineData("2023-06-05 16:00", "2023-06-06 10:00", 120)]
    [InlineData("2023-06-02 16:00", "2023-06-05 10:00", 120)]
    [InlineData("2023-06-03 10:00", "2023-06-04 10:00", 0)]
    [InlineData("2023-06-05 10:00", "2023-06-05 09:30", 0)]
    [InlineData("2023-04-01 00:00", "2023-07-01 00:00", 60 * 8 * 60)] // Q1 2023/24: 65 weekdays less 5 bank holidays
    public void Working_minutes_pass_only_while_open(string from, string until, long minutes) =>
        Assert.Equal(minutes, Office.ElapsedMinutes(At(from), At(until)));

    [Theory]
    [InlineData("2023-03-26", 23)]
    [InlineData("2023-10-29", 25)]
    [InlineData("2023-06-05", 24)]
    public void A_service_that_never_closes_works_the_real_length_of_the_day(string day, int hours)
    {
        var from = LondonTime.StartOfDay(DateOnly.Parse(day, CultureInfo.InvariantCulture));
        var until = LondonTime.StartOfDay(DateOnly.Parse(day, CultureInfo.InvariantCulture).AddDays(1));
        Assert.Equal(hours * 60, WorkingHours.Always.ElapsedMinutes(from, until));
        Assert.Equal(until, WorkingHours.Always.AddHours(from, hours));
    }

    [Fact]
    public void Hours_that_fall_into_the_skipped_hour_do_not_break_the_clock()
    {
        var night = new WorkingHours(WeeklyHours.Parse("Sun 01:00-02:00"), BankHolidays.None);
        Assert.Equal(At("2023-04-02 01:00"), night.NextOpen(At("2023-03-25 12:00")));
    }

    [Fact]
    public void Adding_and_measuring_agree_for_any_hours_instant_and_amount() =>
        CsCheck.Check.Sample(
            CsCheck.Gen.Select(CsCheck.Gen.Int[0, 1_400_000], CsCheck.Gen.Int[0, 6_000], CsCheck.Gen.Int[0, 2]),
            t =>
            {
                var (start, minutes, which) = t;
                WorkingHours[] all = [Office, WorkingHours.Always, new WorkingHours(WeeklyHours.Parse("Mon 08:30-12:00, Mon 12:30-20:00, Sat 10:00-13:15, Sun 22:00-24:00"), BankHolidays.England)];
                var from = At("2022-01-01 00:00").AddMinutes(start);
                var until = all[which].Add(from, TimeSpan.FromMinutes(minutes));
                return all[which].ElapsedMinutes(from, until) == minutes;
            },
            seed: "0000000000000");

    [Fact]
    public void Bank_holidays_cover_2020_to_2030_with_the_one_off_days_and_can_be_extended()
    {
        var england = BankHolidays.England;
        Assert.Equal((2020, 2030), (england.FirstYear, england.LastYear));
        Assert.Equal("King Charles III's Coronation", england.NameOf(new DateOnly(2023, 5, 8)));
        Assert.True(england.Contains(new DateOnly(2020, 5, 8)));
        Assert.False(england.Contains(new DateOnly(2020, 5, 4)));
        Assert.False(england.Covers(new DateOnly(2031, 1, 1)));
        Assert.All(Enumerable.Range(2020, 11), y => Assert.InRange(england.Days.Keys.Count(d => d.Year == y), 8, 12));
        var extended = england.With(new DateOnly(2023, 6, 5), "Local day");
        Assert.False(new WorkingHours(WeeklyHours.Always, extended).IsWorkingDay(new DateOnly(2023, 6, 5)));
        Assert.Contains("CC BY 3.0", BankHolidays.Attribution, StringComparison.Ordinal);
    }

    private static DateTime At(string london) => LondonTime.ToUtc(DateTime.Parse(london, CultureInfo.InvariantCulture));
}
