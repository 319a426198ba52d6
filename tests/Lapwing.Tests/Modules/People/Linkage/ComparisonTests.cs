using CsCheck;
using Lapwing.Demonstration;
using Lapwing.Modules.People.Linkage;

namespace Lapwing.Tests.Modules.People.Linkage;

public sealed class ComparisonTests
{
    private static readonly Gen<string> Name = Gen.String[Gen.Char["abcdeijklmnorstuvwyz' -é"], 0, 14];
    private static readonly Gen<DateOnly> Date = Gen.Int[0, 40_000].Select(days => new DateOnly(1910, 1, 1).AddDays(days));

    private static Agreement Names(string one, string other)
    {
        var book = new NameBook();
        var (a, b) = (book.NumberOf(one), book.NumberOf(other));
        return Comparison.Names(a, b, book.ToArray());
    }

    [Theory]
    [InlineData("Katherine", "Katherine", Agreement.Same)]
    [InlineData("KATHERINE", "katherine ", Agreement.Same)]
    [InlineData("Zoë", "Zoe", Agreement.Same)]
    [InlineData("Elizabeth", "Liz", Agreement.Variant)]
    [InlineData("Katherine", "Catherine", Agreement.Nearly)]
    [InlineData("Levinski", "Lewinsky", Agreement.Nearly)]
    [InlineData("Ashdown", "Ashdwon", Agreement.Nearly)]
    [InlineData("Smith-Jones", "Smith", Agreement.Variant)]
    [InlineData("Wilhelmina", "Bartholomew", Agreement.Different)]
    [InlineData("", "Ashdown", Agreement.NotKnown)]
    public void Names_agree_as_somebody_who_reads_them_would_say(string one, string other, Agreement agreement)
    {
        Assert.Equal(agreement, Names(one, other));
        Assert.Equal(agreement, Names(other, one));
    }

    [Theory]
    [InlineData(19840302, 19840302, Agreement.Same)]
    [InlineData(19840302, 19840203, Agreement.Swapped)]
    [InlineData(19840302, 19840312, Agreement.Nearly)]
    [InlineData(19840302, 19480302, Agreement.Nearly)]
    [InlineData(19840302, 19840329, Agreement.Partly)]
    [InlineData(19840302, 19910716, Agreement.Different)]
    [InlineData(0, 19910716, Agreement.NotKnown)]
    public void Dates_agree_as_somebody_who_reads_them_would_say(int one, int other, Agreement agreement)
    {
        Assert.Equal(agreement, Comparison.Dates(one, other));
        Assert.Equal(agreement, Comparison.Dates(other, one));
    }

    [Fact]
    public void Names_in_each_others_field_are_seen()
    {
        var book = new NameBook();
        LinkageRecord Of(string given, string family) => new(book.NumberOf(given), book.NumberOf(family), 0, 0, 0, 0);
        var (one, other) = (Of("Xanthe", "Ashdown"), Of("Ashdown", "Xanthe"));
        var agrees = Comparison.Of(one, other, book.ToArray());
        Assert.Equal((Agreement.Swapped, Agreement.Swapped), (agrees[LinkageField.GivenName], agrees[LinkageField.FamilyName]));
    }

    [Fact]
    public void Likeness_is_from_none_to_equal_and_the_same_both_ways() => Gen.Select(Name, Name).Sample((one, other) =>
    {
        var alike = Likeness.JaroWinkler(one, other);
        return alike is >= 0 and <= 1 && alike == Likeness.JaroWinkler(other, one) && Likeness.JaroWinkler(one, one) == 1;
    });

    [Theory, InlineData("martha", "marhta", .9611), InlineData("dwayne", "duane", .84), InlineData("dixon", "dicksonx", .8133)]
    public void Likeness_is_what_Winkler_published(string one, string other, double alike) => Assert.Equal(alike, Likeness.JaroWinkler(one, other), 3);

    [Fact]
    public void What_sets_of_letters_rule_out_is_never_alike() => Gen.Select(Name, Name).Sample((one, other) =>
    {
        var book = new NameBook();
        var (a, b) = (book[book.NumberOf(one)], book[book.NumberOf(other)]);
        return a.Text.Length == 0 || b.Text.Length == 0 || Likeness.AtMost(a, b) >= Likeness.JaroWinkler(a.Text, b.Text) - 1e-12;
    });

    [Fact]
    public void People_agree_the_same_whichever_comes_first() => Gen.Select(Name, Name, Name, Name, Date, Date).Sample((g1, f1, g2, f2, d1, d2) =>
    {
        var book = new NameBook();
        LinkageRecord one = new(book.NumberOf(g1), book.NumberOf(f1), LinkageRecord.DateOf(d1), 447700900123, 1, 3), other = new(book.NumberOf(g2), book.NumberOf(f2), LinkageRecord.DateOf(d2), 447700900132, 2, 3);
        var names = book.ToArray();
        return Comparison.Of(one, other, names) == Comparison.Of(other, one, names);
    });

    [Fact]
    public void A_date_with_a_usual_error_is_never_wholly_different() => Gen.Select(Date, Gen.UInt).Sample((date, seed) =>
    {
        var seeded = new Seeded(seed, 1);
        foreach (var error in new[] { TypedError.SwappedDate, TypedError.WrongDigit })
            if (Comparison.Dates(LinkageRecord.DateOf(date), LinkageRecord.DateOf(TypedErrors.InDate(date, error, ref seeded))) is not (Agreement.Swapped or Agreement.Nearly))
                return false;
        return true;
    });

    [Fact]
    public void A_person_that_is_compared_is_never_printed() => Assert.DoesNotContain("1984", new LinkageRecord(1, 2, 19840302, 447700900123, 1, 2).ToString(), StringComparison.Ordinal);
}
