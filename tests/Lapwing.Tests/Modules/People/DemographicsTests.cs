using System.Globalization;
using Lapwing.Modules.People;

namespace Lapwing.Tests.Modules.People;

public sealed class DemographicsTests
{
    [Fact]
    public void Ethnicity_has_the_nineteen_groups_of_the_2021_census_in_five_broad_groups()
    {
        var answered = Demographics.Ethnicity.Answers.Where(a => a.State == Answered.Answered).ToList();
        Assert.Equal(19, answered.Count);
        Assert.Equal([5, 4, 5, 3, 2], answered.GroupBy(a => a.Group).Select(g => g.Count()));
    }

    [Fact]
    public void Every_list_tells_a_refusal_from_a_gap()
    {
        Assert.Equal(["gender", "gender-identity", "ethnicity", "disability", "sexual-orientation", "religion"], Demographics.All.Select(l => l.Code));
        Assert.All(Demographics.All, list =>
        {
            Assert.Equal(Answered.PreferNotToSay, list.StateOf(CodeList.PreferNotToSay));
            Assert.Equal(Answered.NotKnown, list.StateOf(CodeList.NotKnown));
            Assert.Equal(Answered.NotKnown, list.StateOf(null));
            Assert.Equal(Answered.NotKnown, list.StateOf("no-such-code"));
            Assert.Equal("Not known", list.TitleOf(null));
            Assert.Throws<ArgumentException>(() => list.TitleOf("no-such-code"));
            Assert.All(list.Answers, a => Assert.True(a.Title.Length > 0 && a.Group.Length > 0 == (a.State == Answered.Answered)));
            Assert.All(list.Answers, a => Assert.Matches("^[a-z][a-z-]*[a-z]$", a.Code));
        });
        Assert.Equal("Sexual orientation", Demographics.SexualOrientation.Title);
    }

    [Theory]
    [InlineData("2000-06-15", "2023-06-14", 22)]
    [InlineData("2000-06-15", "2023-06-15", 23)]
    [InlineData("2004-02-29", "2023-02-28", 18)]
    [InlineData("2004-02-29", "2023-03-01", 19)]
    [InlineData("2004-02-29", "2024-02-29", 20)]
    [InlineData("2023-06-15", "2023-06-15", 0)]
    public void Ages_are_completed_years(string born, string day, int age) => Assert.Equal(age, Age.On(Day(born), Day(day)));

    [Fact]
    public void Nobody_is_born_tomorrow_or_121_years_ago()
    {
        var today = Day("2023-06-15");
        Assert.True(Age.IsPossible(today, today));
        Assert.False(Age.IsPossible(today.AddDays(1), today));
        Assert.True(Age.IsPossible(Day("1902-06-16"), today));
        Assert.False(Age.IsPossible(Day("1902-06-15"), today));
        Assert.Throws<ArgumentOutOfRangeException>(() => Age.On(today.AddDays(1), today));
    }

    [Theory]
    [InlineData(null, AgeBand.NotKnown, "Not known")]
    [InlineData(0, AgeBand.Under5, "Under 5")]
    [InlineData(4, AgeBand.Under5, "Under 5")]
    [InlineData(5, AgeBand.From5To10, "5 to 10")]
    [InlineData(12, AgeBand.From11To12, "11 to 12")]
    [InlineData(13, AgeBand.From13To15, "13 to 15")]
    [InlineData(15, AgeBand.From13To15, "13 to 15")]
    [InlineData(16, AgeBand.From16To17, "16 to 17")]
    [InlineData(18, AgeBand.From18To24, "18 to 24")]
    [InlineData(64, AgeBand.From55To64, "55 to 64")]
    [InlineData(65, AgeBand.From65, "65 and over")]
    [InlineData(119, AgeBand.From65, "65 and over")]
    public void Every_age_has_one_band(int? age, AgeBand band, string title)
    {
        Assert.Equal(band, AgeBands.Of(age));
        Assert.Equal(title, band.Title());
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
