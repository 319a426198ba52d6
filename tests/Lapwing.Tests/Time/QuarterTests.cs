using Lapwing.Time;
using static Lapwing.Tests.Time.LondonTimeTests;

namespace Lapwing.Tests.Time;

public sealed class QuarterTests
{
    [Theory]
    [InlineData("2023-24-Q1", "2023/24 Q1", "April to June 2023", "2023-04-01", "2023-06-30", "2023-03-31T23:00:00Z", "2023-06-30T23:00:00Z")]
    [InlineData("2023-24-Q2", "2023/24 Q2", "July to September 2023", "2023-07-01", "2023-09-30", "2023-06-30T23:00:00Z", "2023-09-30T23:00:00Z")]
    [InlineData("2023-24-Q3", "2023/24 Q3", "October to December 2023", "2023-10-01", "2023-12-31", "2023-09-30T23:00:00Z", "2024-01-01T00:00:00Z")]
    [InlineData("2023-24-Q4", "2023/24 Q4", "January to March 2024", "2024-01-01", "2024-03-31", "2024-01-01T00:00:00Z", "2024-03-31T23:00:00Z")]
    [InlineData("1999-00-Q1", "1999/00 Q1", "April to June 1999", "1999-04-01", "1999-06-30", "1999-03-31T23:00:00Z", "1999-06-30T23:00:00Z")]
    public void A_quarter_is_printed_and_bounded_as_councils_do(string code, string title, string months, string start, string end, string from, string to)
    {
        var quarter = Quarter.Parse(code);
        Assert.Equal((code, title, months), (quarter.Code, quarter.Title, quarter.Months));
        Assert.Equal((Day(start), Day(end)), (quarter.Start, quarter.End));
        Assert.Equal((Utc(from), Utc(to)), (quarter.StartUtc, quarter.EndUtc));
        Assert.Equal(quarter, Quarter.Parse(title));
        Assert.Equal(quarter, Quarter.Parse(" " + code.ToUpperInvariant().Replace('Q', 'q') + " "));
        Assert.Equal(code, quarter.ToString());
    }

    [Theory]
    [InlineData("2023-04-01", "2023-24-Q1")]
    [InlineData("2023-03-31", "2022-23-Q4")]
    [InlineData("2024-02-29", "2023-24-Q4")]
    [InlineData("2023-12-31", "2023-24-Q3")]
    [InlineData("2022-06-30", "2022-23-Q1")]
    public void A_day_belongs_to_one_quarter(string day, string code)
    {
        var quarter = Quarter.Of(Day(day));
        Assert.Equal(code, quarter.Code);
        Assert.True(quarter.Contains(Day(day)));
        Assert.False(quarter.Next.Contains(Day(day)));
    }

    [Fact]
    public void An_instant_counts_in_the_quarter_of_its_London_day()
    {
        Assert.Equal("2023-24-Q1", Quarter.Of(Utc("2023-03-31T23:00:00Z")).Code);
        Assert.Equal("2022-23-Q4", Quarter.Of(Utc("2023-03-31T22:59:59Z")).Code);
        Assert.True(Quarter.Parse("2023-24-Q1").Contains(Utc("2023-06-30T22:59:59Z")));
        Assert.False(Quarter.Parse("2023-24-Q1").Contains(Utc("2023-06-30T23:00:00Z")));
    }

    [Fact]
    public void Quarters_follow_each_other_without_gap_or_overlap()
    {
        for (var quarter = new Quarter(1995, 1); quarter < new Quarter(2035, 1); quarter = quarter.Next)
        {
            Assert.Equal(quarter.EndUtc, quarter.Next.StartUtc);
            Assert.Equal(quarter, quarter.Next.Previous);
            Assert.Equal(quarter.Start.AddYears(-1), quarter.YearBefore.Start);
            Assert.Equal(Math.Sign(quarter.CompareTo(quarter.Next)), Math.Sign(string.CompareOrdinal(quarter.Code, quarter.Next.Code)));
            Assert.True(quarter < quarter.Next && quarter <= quarter.Next && quarter.Next > quarter && quarter.Next >= quarter);
        }
    }

    [Fact]
    public void The_last_eight_are_oldest_first() =>
        Assert.Equal(["2021-22-Q2", "2021-22-Q3", "2021-22-Q4", "2022-23-Q1", "2022-23-Q2", "2022-23-Q3", "2022-23-Q4", "2023-24-Q1"],
            Quarter.Parse("2023-24-Q1").Last(8).Select(q => q.Code));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("2023-24")]
    [InlineData("2023-25-Q1")]
    [InlineData("2023-24-Q0")]
    [InlineData("2023-24-Q5")]
    [InlineData("2023-24-Q11")]
    [InlineData("2023_24_Q1")]
    [InlineData("1066-67-Q1")]
    [InlineData("٢٠٢٣-24-Q1")]
    [InlineData("Q1 2023/24")]
    public void Anything_else_is_refused_with_an_example(string? text)
    {
        Assert.False(Quarter.TryParse(text, out _));
        Assert.Contains("2023-24-Q1", Assert.Throws<FormatException>(() => Quarter.Parse(text!)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2023, 0)]
    [InlineData(2023, 5)]
    [InlineData(1989, 1)]
    [InlineData(2099, 1)]
    public void A_quarter_out_of_range_cannot_be_made(int year, int number) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Quarter(year, number));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
