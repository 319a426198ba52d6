using System.Globalization;
using Lapwing.Time;
using Microsoft.Extensions.Time.Testing;

namespace Lapwing.Tests.Time;

public sealed class LondonTimeTests
{
    [Theory]
    [InlineData("2023-07-01T23:30:00Z", "2023-07-02")] // summer: London is an hour ahead
    [InlineData("2023-01-01T23:30:00Z", "2023-01-01")]
    [InlineData("2023-03-25T23:59:59Z", "2023-03-25")]
    [InlineData("2023-10-28T23:00:00Z", "2023-10-29")]
    public void Today_is_the_London_day(string instant, string day)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));
        Assert.Equal(day, LondonTime.Today(clock).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2023-03-26T00:59:59", "2023-03-26T00:59:59Z")]
    [InlineData("2023-03-26T01:30:00", "2023-03-26T01:30:00Z")] // does not exist: moved forward to 02:30 BST
    [InlineData("2023-03-26T02:00:00", "2023-03-26T01:00:00Z")]
    [InlineData("2023-10-29T01:30:00", "2023-10-29T00:30:00Z")] // exists twice: the first
    [InlineData("2023-10-29T02:00:00", "2023-10-29T02:00:00Z")]
    [InlineData("2023-06-01T12:00:00", "2023-06-01T11:00:00Z")]
    public void Wall_clocks_become_instants_also_on_the_nights_of_the_clock_change(string wall, string instant) =>
        Assert.Equal(Utc(instant), LondonTime.ToUtc(DateTime.Parse(wall, CultureInfo.InvariantCulture)));

    [Fact]
    public void The_table_of_offsets_says_what_the_zone_says_on_every_day()
    {
        for (var utc = new DateTime(1971, 1, 1, 0, 30, 0, DateTimeKind.Utc); utc.Year < 2060; utc = utc.AddHours(7))
            Assert.Equal(TimeZoneInfo.ConvertTimeFromUtc(utc, LondonTime.Zone), LondonTime.FromUtc(utc));
    }

    [Fact]
    public void Every_hour_of_a_year_survives_the_way_to_London_and_back_except_the_hour_that_exists_twice()
    {
        for (var utc = Utc("2023-01-01T00:00:00Z"); utc.Year == 2023; utc = utc.AddMinutes(30))
        {
            var back = LondonTime.ToUtc(LondonTime.FromUtc(utc));
            var second = utc >= Utc("2023-10-29T01:00:00Z") && utc < Utc("2023-10-29T02:00:00Z");
            Assert.Equal(second ? utc.AddHours(-1) : utc, back);
            Assert.Equal(DateTimeKind.Utc, back.Kind);
        }
    }

    [Fact]
    public void An_instant_that_is_not_UTC_and_a_wall_clock_that_claims_to_be_are_refused()
    {
        Assert.Throws<ArgumentException>(() => LondonTime.FromUtc(new DateTime(2023, 1, 1, 0, 0, 0, DateTimeKind.Local)));
        Assert.Throws<ArgumentException>(() => LondonTime.ToUtc(new DateTime(2023, 1, 1, 0, 0, 0, DateTimeKind.Utc)));
    }

    internal static DateTime Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).UtcDateTime;
}
