using System.Xml.Linq;
using Lapwing.Access;
using Lapwing.Modules.People;
using Lapwing.Modules.People.Family;

namespace Lapwing.Tests.Modules.People.Family;

public sealed class FamilyRulesTests
{
    [Theory]
    [InlineData("Grandmother's", false)]
    [InlineData("The refuge", false)]
    [InlineData("Dad and Uncle 2", false)]
    [InlineData("Mum's new place", false)]
    [InlineData("IG11 7LZ", true)]
    [InlineData("ig117lz", true)]
    [InlineData("Nan, E1 6AN", true)]
    [InlineData("3 Madeup Mews", true)]
    [InlineData("12a, Made Up Road", true)]
    [InlineData("Flat 4 Invented House", true)]
    public void A_household_is_never_named_by_where_it_is(string name, bool isAddress) => Assert.Equal(isAddress, Household.LooksLikeAddress(name));

    [Fact]
    public void Nobody_is_called_by_a_word_that_judges_them()
    {
        var words = Enum.GetValues<RoleInFile>().SelectMany(r => Enum.GetValues<AssertionStatus>().Select(s => r.Title(s))).Concat(Enum.GetValues<RoleInFile>().Select(r => r.Title()))
            .Concat(Enum.GetValues<PersonallyConnected>().SelectMany(c => new[] { c.Say("Ada", "Bert"), c.Choice() }));
        Assert.DoesNotContain(words, w => w.Contains("perpetrator", StringComparison.OrdinalIgnoreCase) || w.Contains("offender", StringComparison.OrdinalIgnoreCase) || w.Contains("harmer", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("Said to cause harm (alleged)", RoleInFile.SaidToCauseHarm.Title(AssertionStatus.Alleged));
    }

    [Theory]
    [InlineData("1990-04-12", null, null, null, "12 April 1990, aged 33")]
    [InlineData(null, "1984-03", null, null, "About March 1984, aged about 39")]
    [InlineData(null, "1984", null, null, "About 1984, aged about 39")]
    [InlineData(null, null, 34, "2021-06-01", "About 34 on 1 June 2021")]
    [InlineData(null, null, 34, null, "About 34")]
    [InlineData(null, null, null, null, null)]
    public void An_age_is_said_as_exactly_as_it_is_known(string? born, string? about, int? age, string? asOf, string? words) =>
        Assert.Equal(words, Details(born, about, age, asOf).BornWords(new(2023, 6, 6)));

    [Theory]
    [InlineData("1990-04-12", null, null, null, 33)]
    [InlineData(null, "1984", null, null, 39)]
    [InlineData(null, null, 34, "2021-06-01", 36)]
    [InlineData(null, null, 34, "2023-06-06", 34)]
    public void An_age_grows_with_the_years_since_it_was_told(string? born, string? about, int? age, string? asOf, int now) => Assert.Equal(now, Details(born, about, age, asOf).AgeOn(new(2023, 6, 6)));

    private static PersonDetails Details(string? born, string? about, int? age, string? asOf) => new()
    {
        BornOn = born is null ? null : DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture), BornAbout = Lapwing.Time.PartialDate.FromStored(about), Age = age,
        AgeAsOf = asOf is null ? null : DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture),
    };
}
