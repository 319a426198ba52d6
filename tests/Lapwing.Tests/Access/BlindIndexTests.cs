using System.Diagnostics;
using Lapwing.Access;

namespace Lapwing.Tests.Access;

public sealed class BlindIndexTests
{
    [Fact]
    public void Equal_terms_of_one_kind_meet_within_a_partnership_and_nowhere_else()
    {
        var keys = PartnershipKeys.Fresh();
        var (here, elsewhere) = (new BlindIndex(keys), new BlindIndex(PartnershipKeys.Fresh()));
        Assert.Equal(here.Term("family-name", "lapwing"), new BlindIndex(keys).Term("family-name", "lapwing"));
        Assert.NotEqual(here.Term("family-name", "lapwing"), here.Term("given-name", "lapwing"));
        Assert.NotEqual(here.Term("family-name", "lapwing"), here.Term("family-name", "lapwings"));
        Assert.NotEqual(here.Term("family-name", "lapwing"), elsewhere.Term("family-name", "lapwing"));
        Assert.NotEqual(here.Term("ab", "c"), here.Term("a", "bc"));
    }

    [Fact]
    public void Long_text_works_like_short_text_and_a_hundred_thousand_terms_do_not_collide()
    {
        var index = new BlindIndex(PartnershipKeys.Fresh());
        Assert.NotEqual(index.Term("note", new string('a', 5000)), index.Term("note", new string('a', 5001)));
        var watch = Stopwatch.StartNew();
        var terms = new HashSet<long>();
        for (var i = 0; i < 100_000; i++)
        {
            Assert.True(terms.Add(index.Term("family-name", "invented" + i)));
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{100_000 / watch.Elapsed.TotalSeconds:n0} terms a second on one core");
    }
}
