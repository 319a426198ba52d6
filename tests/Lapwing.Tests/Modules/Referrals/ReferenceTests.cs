using System.Security.Cryptography;
using Lapwing.Modules.Referrals;

namespace Lapwing.Tests.Modules.Referrals;

public sealed class ReferenceTests
{
    private static readonly char[] Prefixes = ['R', 'F', 'E', 'B', 'H', 'X'];

    /// <summary>The sum is linear, so a few thousand references with every possible fault stand for all.</summary>
    private static IEnumerable<string> Samples => Enumerable.Range(0, 3_000).Select(n => Reference.OfOrdinal(n * 6_827, Prefixes[n % 6]).ToString());

    [Fact]
    public void Every_single_wrong_character_is_found()
    {
        foreach (var good in Samples)
        {
            foreach (var place in Enumerable.Range(0, Reference.Length).Where(p => good[p] != '-'))
            {
                foreach (var wrong in Reference.Alphabet.Where(c => c != good[place]))
                {
                    Assert.False(Reference.TryParse(good[..place] + wrong + good[(place + 1)..], out _));
                }
            }
        }
    }

    [Fact]
    public void Every_swap_of_two_characters_is_found_neighbours_or_not()
    {
        foreach (var good in Samples.Select(s => s.Replace("-", string.Empty, StringComparison.Ordinal)))
        {
            for (var a = 0; a < good.Length; a++)
            {
                for (var b = a + 1; b < good.Length; b++)
                {
                    if (good[a] != good[b])
                    {
                        var swapped = good.ToCharArray();
                        (swapped[a], swapped[b]) = (swapped[b], swapped[a]);
                        Assert.False(Reference.TryParse(new string(swapped), out _));
                    }
                }
            }
        }
    }

    [Fact]
    public void New_references_have_the_printed_form_and_no_confusable_letters()
    {
        for (var n = 0; n < 1_000; n++)
        {
            var reference = Reference.New();
            Assert.Matches("^R-[2-9A-HJKMNP-RTV-Z]{4}-[2-9A-HJKMNP-RTV-Z]{2}$", reference.ToString());
            Assert.Equal(reference, Reference.Parse(reference.ToString()));
        }
        Assert.All("ILOSU01", c => Assert.DoesNotContain(c, Reference.Alphabet));
        Assert.Equal(29, Reference.Alphabet.Distinct().Count());
    }

    [Fact]
    public void Reading_forgives_case_spaces_and_dashes()
    {
        var reference = Reference.OfOrdinal(12_345);
        var bare = reference.ToString().Replace("-", string.Empty, StringComparison.Ordinal);
        foreach (var typed in new[] { bare, bare.ToLowerInvariant(), $"  {bare[0]} {bare[1..5]} {bare[5..]} ", string.Join('-', bare.ToCharArray()), bare.Insert(1, "\u2013") })
        {
            Assert.Equal(reference, Reference.Parse(typed));
        }
        Assert.Equal('R', reference.Prefix);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("R")]
    [InlineData("R-7K2M-9QX")]
    [InlineData("O-7K2M-9Q")]
    [InlineData("R-7K2M-9🙂")]
    [InlineData("' OR 1=1 --")]
    public void Anything_else_is_refused(string? text)
    {
        Assert.False(Reference.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Reference.Parse(text!));
    }

    [Fact]
    public void Ordinals_scatter_without_repeats_and_stay_in_range()
    {
        Assert.Equal(200_000, Enumerable.Range(0, 200_000).Select(n => Reference.OfOrdinal(n)).Distinct().Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => Reference.OfOrdinal(20_511_149));
        Assert.Throws<ArgumentOutOfRangeException>(() => Reference.OfOrdinal(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Reference.New('Q'));
    }

    [Fact]
    public void An_outcome_code_opens_its_own_reference_only()
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var (mine, other) = (Reference.New(), Reference.OfOrdinal(1));
        var code = OutcomeCode.New();
        var stored = code.HashFor(mine, key);
        Assert.Equal(OutcomeCode.HashLength, stored.Length);
        Assert.True(OutcomeCode.Parse(code.Reveal().ToLowerInvariant().Replace('-', ' ')).Matches(mine, stored, key));
        Assert.False(code.Matches(other, stored, key));
        Assert.False(OutcomeCode.New().Matches(mine, stored, key));
        Assert.False(code.Matches(mine, stored, RandomNumberGenerator.GetBytes(32)));
        Assert.False(code.Matches(mine, [], key));
        Assert.Throws<ArgumentException>(() => code.HashFor(mine, new byte[15]));
    }

    [Fact]
    public void An_outcome_code_is_not_printed_by_accident_and_bad_ones_are_refused()
    {
        var code = OutcomeCode.New();
        Assert.Matches("^[2-9A-Z]{4}-[2-9A-Z]{4}$", code.Reveal());
        Assert.DoesNotContain(code.Reveal(), $"{code}", StringComparison.Ordinal);
        Assert.False(OutcomeCode.TryParse("7K2M-9QX", null, out _));
        Assert.False(OutcomeCode.TryParse(null, null, out _));
        Assert.Throws<FormatException>(() => OutcomeCode.Parse("1111-1111"));
    }
}
