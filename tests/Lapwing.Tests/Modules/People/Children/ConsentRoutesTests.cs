using Lapwing.Access;
using Lapwing.Modules.People;
using Lapwing.Modules.People.Children;

namespace Lapwing.Tests.Modules.People.Children;

/// <summary>The rule as the law reads: Gillick under 16, Family Law Reform Act 1969 s.8 at 16 and 17, otherwise parental responsibility or safeguarding.</summary>
public sealed class ConsentRoutesTests
{
    [Theory]
    [InlineData(null, Understanding.NotAssessed, "ParentalResponsibility, Safeguarding")]
    [InlineData(null, Understanding.Understands, "CompetentChild, Safeguarding")]
    [InlineData(0, Understanding.NotAssessed, "ParentalResponsibility, Safeguarding")]
    [InlineData(9, Understanding.DoesNotUnderstand, "ParentalResponsibility, Safeguarding")]
    [InlineData(12, Understanding.Understands, "CompetentChild, Safeguarding")]
    [InlineData(15, Understanding.NotAssessed, "ParentalResponsibility, Safeguarding")]
    [InlineData(15, Understanding.Understands, "CompetentChild, Safeguarding")]
    [InlineData(16, Understanding.NotAssessed, "YoungPerson, Safeguarding")]
    [InlineData(16, Understanding.Understands, "YoungPerson, Safeguarding")]
    [InlineData(16, Understanding.DoesNotUnderstand, "ParentalResponsibility, Safeguarding")]
    [InlineData(17, Understanding.NotAssessed, "YoungPerson, Safeguarding")]
    [InlineData(18, Understanding.NotAssessed, "")]
    [InlineData(40, Understanding.Understands, "")]
    public void Which_routes_are_open_by_age_and_understanding(int? age, Understanding understanding, string open) =>
        Assert.Equal(open, string.Join(", ", ConsentRoutes.For(age, understanding).Select(r => r.Route)));

    [Fact]
    public void Every_open_route_says_why_and_where_it_stands() =>
        Assert.All(from age in Enumerable.Range(0, 18) from u in Enum.GetValues<Understanding>() from open in ConsentRoutes.For(age, u) select open,
            open => Assert.True(open.Why.Length > 20 && open.Source.Length > 10));
}
