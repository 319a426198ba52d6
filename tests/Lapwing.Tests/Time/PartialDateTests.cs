using Lapwing.Time;

namespace Lapwing.Tests.Time;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2 3 1984", "1984-03-02", "2 March 1984")]
    [InlineData("2/3/1984", "1984-03-02", "2 March 1984")]
    [InlineData(" 02.03.1984 ", "1984-03-02", "2 March 1984")]
    [InlineData("2 March 1984", "1984-03-02", "2 March 1984")]
    [InlineData("1984-03-02", "1984-03-02", "2 March 1984")]
    [InlineData("29 2 2004", "2004-02-29", "29 February 2004")]
    [InlineData("3 1984", "1984-03", "March 1984")]
    [InlineData("March 1984", "1984-03", "March 1984")]
    [InlineData("mar 1984", "1984-03", "March 1984")]
    [InlineData("1984-03", "1984-03", "March 1984")]
    [InlineData("1984", "1984", "1984")]
    public void A_date_is_read_as_exactly_as_it_is_known(string typed, string stored, string words)
    {
        Assert.True(PartialDate.TryParse(typed, out var date));
        Assert.Equal((stored, words), (date.ToString(), date.Words));
        Assert.Equal(date, PartialDate.FromStored(stored));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("30 2 1984")]
    [InlineData("29 2 2003")]
    [InlineData("13 1984")]
    [InlineData("84")]
    [InlineData("1 1 1492")]
    [InlineData("long ago")]
    public void What_is_no_date_is_refused(string? typed) => Assert.False(PartialDate.TryParse(typed, out _));

    [Theory]
    [InlineData("2019", "2018", false)]
    [InlineData("2019", "2019", true)]
    [InlineData("December 2019", "2019", true)]
    [InlineData("2019", "January 2019", true)]
    [InlineData("2 1 2019", "1 1 2019", false)]
    [InlineData("February 2019", "January 2019", false)]
    public void Order_is_judged_only_as_far_as_both_are_known(string from, string until, bool possible)
    {
        Assert.True(PartialDate.TryParse(from, out var start) && PartialDate.TryParse(until, out var end) && start.MayBeBeforeOrOn(end) == possible);
    }
}
