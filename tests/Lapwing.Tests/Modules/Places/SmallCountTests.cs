using Lapwing.Modules.Places;

namespace Lapwing.Tests.Modules.Places;

/// <summary>A share below the threshold stays a secret beside everything that stands next to it.</summary>
public sealed class SmallCountTests
{
    private static string Said(params int[] counts)
    {
        var (shown, sum) = SmallCounts.Show(counts);
        return string.Join(", ", shown) + " of " + (sum?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "not shown");
    }

    [Fact]
    public void Two_that_are_small_beside_a_sum_would_both_be_nine_so_the_third_is_left_out_too() =>
        Assert.Equal("not shown, fewer than 10, fewer than 10 of 28", Said(10, 9, 9));

    [Fact]
    public void Where_all_are_small_the_sum_is_not_shown() => Assert.Equal("fewer than 10, fewer than 10, fewer than 10 of not shown", Said(9, 9, 9));

    [Fact]
    public void Where_none_is_small_all_are_shown() => Assert.Equal("12, 14 of 26", Said(12, 14));

    [Fact]
    public void One_small_number_beside_large_ones_takes_one_of_these_with_it() => Assert.Equal("40, not shown, fewer than 10 of 63", Said(40, 20, 3));

    /// <summary>Every way to fill in the blanks is tried: of each small number it must stay possible that it is anything from none to nine.</summary>
    [Fact]
    public void Whoever_knows_the_sum_and_the_words_learns_nothing_more_of_any_small_number()
    {
        var random = new Random(10);
        for (var n = 0; n < 2_000; n++)
        {
            int[] counts = [.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => random.Next(16))];
            var (shown, sum) = SmallCounts.Show(counts);
            for (var i = 0; i < counts.Length; i++)
            {
                Assert.True(counts[i] >= 10 || shown[i].Exact is null);
                if (shown[i].IsFewer && sum is { } all)
                    Assert.All(Enumerable.Range(0, 10), value => Assert.True(IsPossible(shown, all - value, i, 0), string.Join(' ', counts)));
            }
        }
    }

    [Fact]
    public void Words_alone_would_not_do() => Assert.False(IsPossible([new(10, false, 10), new(null, true, 10), new(null, true, 10)], 28 - 3, 1, 0));

    private static bool IsPossible(IReadOnlyList<ShownCount> shown, int rest, int but, int at)
    {
        if (rest < 0)
            return false;
        if (at == shown.Count)
            return rest == 0;
        if (at == but)
            return IsPossible(shown, rest, but, at + 1);
        var values = shown[at] switch { { Exact: { } exact } => [exact], { IsFewer: true } => Enumerable.Range(0, 10), _ => Enumerable.Range(10, 60) };
        return values.Any(value => IsPossible(shown, rest - value, but, at + 1));
    }
}
