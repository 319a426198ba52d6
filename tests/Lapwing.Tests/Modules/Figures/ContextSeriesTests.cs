using Lapwing.Modules.Directory;
using Lapwing.Modules.Figures.Context;
using Lapwing.Time;

namespace Lapwing.Tests.Modules.Figures;

public sealed class ContextSeriesTests
{
    private const string BarkingAndDagenham = "E09000002";
    private const string Barnet = "E09000003";
    private static readonly ContextSeries Series = ContextSeries.VawgOffences;

    [Theory]
    [InlineData(BarkingAndDagenham, "2023-24-Q1", 1218L, 1048L, 170L, "16.2")]
    [InlineData(Barnet, "2022-23-Q1", 1277L, 1431L, -154L, "-10.8")]
    public void The_quarters_of_the_two_papers_are_the_published_ones(string area, string quarter, long value, long before, long change, string percent)
    {
        var figure = Series.In(area, Quarter.Parse(quarter))!;
        Assert.Equal((value, before, change), (figure.Value, figure.YearBefore, figure.Change));
        Assert.Equal(percent, figure.PercentChange!.Value.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_quarter_is_the_sum_of_its_three_months_in_every_borough_that_the_police_serve()
    {
        var quarter = Quarter.Parse("2024-25-Q3");
        var boroughs = LondonBorough.All.Where(b => b.CommandUnit.Length > 0).ToList();
        Assert.Equal(32, boroughs.Count);
        Assert.All(boroughs, b => Assert.Equal(
            Enumerable.Range(10, 3).Sum(m => Series.InMonth(b.GssCode, new DateOnly(2024, m, 15))), Series.In(b.GssCode, quarter)!.Value));
        Assert.Null(Series.In("E09000001", quarter)); // the City has its own police
        Assert.Null(Series.In("E99999999", quarter));
    }

    [Theory]
    [InlineData("2013-14-Q3", false, false)]
    [InlineData("2013-14-Q4", true, false)] // January to March 2014: the first, with nothing before it
    [InlineData("2014-15-Q4", true, true)]
    [InlineData("2025-26-Q3", true, true)]
    [InlineData("2025-26-Q4", false, false)] // March 2026 is missing: two months would read as a fall
    [InlineData("1990-91-Q1", false, false)]
    public void A_quarter_that_is_not_complete_is_not_shown(string quarter, bool shown, bool compared)
    {
        var figure = Series.In(Barnet, Quarter.Parse(quarter));
        Assert.Equal(shown, figure is not null);
        Assert.Equal(compared, figure?.YearBefore is not null);
        Assert.Equal(compared, figure?.PercentChange is not null);
    }

    [Fact]
    public void A_consortium_is_the_sum_of_its_boroughs()
    {
        var quarter = Quarter.Parse("2023-24-Q1");
        string[] eastArea = [BarkingAndDagenham, "E09000016", "E09000026"];
        var figure = Series.In(eastArea, quarter)!;
        Assert.Equal(eastArea.Sum(a => Series.In(a, quarter)!.Value), figure.Value);
        Assert.Equal(eastArea.Sum(a => Series.In(a, quarter)!.YearBefore), figure.YearBefore);
        Assert.Null(Series.In([BarkingAndDagenham, "E09000001"], quarter));
        Assert.Null(Series.In([], quarter));
    }

    [Fact]
    public void A_chart_gets_eight_quarters_oldest_first_and_the_series_says_what_it_is()
    {
        var last = Series.Last(BarkingAndDagenham, Quarter.Parse("2023-24-Q1"), 8);
        Assert.Equal(Quarter.Parse("2023-24-Q1").Last(8), last.Select(f => f.Quarter));
        Assert.Contains("Contains Metropolitan Police Service data published on the London Datastore, Open Government Licence v2", Series.Note, StringComparison.Ordinal);
        Assert.Contains("January 2014 to February 2026", Series.Note, StringComparison.Ordinal);
        Assert.Contains("not domestic abuse alone", Series.Base, StringComparison.Ordinal);
        Assert.Equal("offences", Series.Unit);
    }

    [Fact]
    public void Boroughs_are_found_by_code_and_name()
    {
        Assert.Equal(33, LondonBorough.All.Count);
        Assert.Equal("Barnet", LondonBorough.OfCode(Barnet)!.Name);
        Assert.Equal(Barnet, LondonBorough.OfName(" barnet ")!.GssCode);
        Assert.Equal("East Area", LondonBorough.OfCode(BarkingAndDagenham)!.CommandUnit);
        Assert.Null(LondonBorough.OfCode(null));
        Assert.Null(LondonBorough.OfName("Elsewhere"));
    }
}
