using Lapwing.Access;
using Lapwing.Modules.Places.Allocation;

namespace Lapwing.Tests.Modules.Places;

/// <summary>The sharing of places, held against published examples and against what each method promises.</summary>
public sealed class AllocationTests
{
    private static readonly AllocationRule[] ByNeed = [AllocationRule.LargestRemainder, AllocationRule.SainteLague];

    private static IReadOnlyList<BoroughNeed> Needs(params int[] needs) => [.. needs.Select((need, i) => new BoroughNeed(i + 1, need))];

    private static int[] Share(AllocationRule rule, int total, params int[] needs) => [.. rule.Share(Needs(needs), total, 0, false).Boroughs.Select(b => b.Seats)];

    /// <summary>Wikipedia, "Largest remainder method", the example of 100,000 votes and ten seats (Hare quota).</summary>
    [Fact]
    public void Largest_remainder_gives_the_textbook_result_of_ten_seats() =>
        Assert.Equal([5, 2, 1, 1, 1, 0], Share(AllocationRule.LargestRemainder, 10, 47_000, 16_000, 15_900, 12_000, 6_000, 3_100));

    /// <summary>Wikipedia, "Sainte-Laguë method": 53,000, 24,000 and 23,000 votes, seven seats.</summary>
    [Fact]
    public void Sainte_lague_gives_the_textbook_result_of_seven_seats() =>
        Assert.Equal([3, 2, 2], Share(AllocationRule.SainteLague, 7, 53_000, 24_000, 23_000));

    /// <summary>Electowiki, "Sainte-Laguë method" after N. Miller (2013): 503, 304 and 193 of 1,000 votes, 35 seats.</summary>
    [Fact]
    public void Sainte_lague_gives_the_published_result_of_35_seats() =>
        Assert.Equal([17, 11, 7], Share(AllocationRule.SainteLague, 35, 503, 304, 193));

    /// <summary>Apportionment populations of the 38 states of the tenth census of the United States (1880), 49,371,340 in all, in alphabetical order.</summary>
    private static readonly int[] s_states1880 =
    [
        1_262_505, 802_525, 864_694, 194_327, 622_700, 146_608, 269_493, 1_542_180, 3_077_871, 1_978_301, 1_624_615, 996_096, 1_648_690, 939_946, 648_936, 934_943, 1_783_085, 1_636_937,
        780_773, 1_131_597, 2_168_380, 452_402, 62_266, 346_991, 1_131_116, 5_082_871, 1_399_750, 3_198_062, 174_768, 4_282_891, 276_531, 995_577, 1_542_359, 1_591_749, 332_286,
        1_512_565, 618_457, 1_315_497,
    ];

    /// <summary>Balinski and Young, Fair Representation, ch. 5: C. W. Seaton's tables. With 299 seats Alabama has 8, with 300 it has 7; Illinois and Texas gain.</summary>
    [Fact]
    public void Largest_remainder_shows_the_alabama_paradox_of_1880_and_sainte_lague_does_not()
    {
        Assert.Equal(49_371_340, s_states1880.Sum());
        var (with299, with300) = (Of(AllocationRule.LargestRemainder, 299), Of(AllocationRule.LargestRemainder, 300));
        Assert.Equal((8, 7), (with299[0], with300[0]));
        Assert.Equal([0, 8, 33], Enumerable.Range(0, 38).Where(state => with299[state] != with300[state]));
        var (webster299, webster300) = (Of(AllocationRule.SainteLague, 299), Of(AllocationRule.SainteLague, 300));
        Assert.All(Enumerable.Range(0, 38), state => Assert.True(webster300[state] >= webster299[state]));

        static int[] Of(AllocationRule rule, int seats) => [.. rule.Share(Needs(s_states1880), seats, 0, atLeastOne: true).Boroughs.Select(b => b.Seats)];
    }

    /// <summary>The smallest case, Wikipedia, "Apportionment paradox": 6, 6 and 2 with ten and eleven seats.</summary>
    [Fact]
    public void With_one_place_more_the_smallest_borough_has_one_fewer_by_largest_remainder()
    {
        Assert.Equal([4, 4, 2], Share(AllocationRule.LargestRemainder, 10, 6, 6, 2));
        Assert.Equal([5, 5, 1], Share(AllocationRule.LargestRemainder, 11, 6, 6, 2));
    }

    public static TheoryData<AllocationRule, int, int[], int[]> Edges => new()
    {
        { AllocationRule.LargestRemainder, 28, [], [] },
        { AllocationRule.SainteLague, 28, [], [] },
        { AllocationRule.LargestRemainder, 28, [120], [28] },
        { AllocationRule.SainteLague, 28, [120], [28] },
        { AllocationRule.LargestRemainder, 28, [0, 0, 0], [10, 9, 9] },
        { AllocationRule.SainteLague, 28, [0, 0, 0], [10, 9, 9] },
        { AllocationRule.LargestRemainder, 28, [5, 0, 0], [28, 0, 0] },
        { AllocationRule.SainteLague, 28, [5, 0, 0], [28, 0, 0] },
        { AllocationRule.LargestRemainder, 2, [7, 7, 7], [1, 1, 0] },
        { AllocationRule.SainteLague, 2, [7, 7, 7], [1, 1, 0] },
        { AllocationRule.LargestRemainder, 0, [7, 8], [0, 0] },
        { AllocationRule.SainteLague, 0, [7, 8], [0, 0] },
        // Half and half: the larger need first.
        { AllocationRule.LargestRemainder, 2, [1, 3], [0, 2] },
        { AllocationRule.SainteLague, 2, [1, 3], [0, 2] },
    };

    [Theory, MemberData(nameof(Edges))]
    public void Edges_are_as_the_rules_say(AllocationRule rule, int total, int[] needs, int[] seats)
    {
        var shared = rule.Share(Needs(needs), total, 0, false);
        Assert.Equal(seats, shared.Boroughs.Select(b => b.Seats));
        Assert.Equal(total, shared.Boroughs.Sum(b => b.Seats) + shared.Common + shared.Reserve);
    }

    [Fact]
    public void All_33_boroughs_of_london_share_by_either_method_and_what_was_tied_is_said()
    {
        foreach (var rule in ByNeed)
        {
            var equal = rule.Share(Needs([.. Enumerable.Repeat(40, 33)]), 28, 3, false);
            Assert.Equal((25, 28), (equal.Boroughs.Sum(b => b.Seats), equal.Boroughs.Sum(b => b.Seats) + equal.Reserve));
            Assert.Equal(Enumerable.Range(1, 25), equal.Boroughs.Where(b => b.Seats == 1).Select(b => b.Area));
            Assert.Contains(equal.Remarks, remark => remark.Contains("equal", StringComparison.Ordinal));
            Assert.Contains("fewer places than boroughs", rule.Share(Needs([.. Enumerable.Repeat(40, 33)]), 28, 3, true).Remarks[0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_working_can_be_done_again_on_paper()
    {
        var remainder = AllocationRule.LargestRemainder.Share(Needs(214, 171, 155), 28, 2, false);
        Assert.Equal(["Quota 26 × 214 ÷ 540 = 10.30: 10 whole, remainder 0.30", "Quota 26 × 171 ÷ 540 = 8.23: 8 whole, remainder 0.23", "Quota 26 × 155 ÷ 540 = 7.46: 7 whole, remainder 0.46, and 1 for the remainder"],
            remainder.Boroughs.Select(b => b.Working));
        var quotients = AllocationRule.SainteLague.Share(Needs(214, 171, 155), 28, 2, false);
        Assert.StartsWith("Last place won with 214 ÷ 19 = 11.26; the next, 214 ÷ 21 = 10.19", quotients.Boroughs[0].Working, StringComparison.Ordinal);
    }

    [Fact]
    public void Fixed_shares_leave_what_is_over_to_all_and_never_promise_more_than_there_is()
    {
        IReadOnlyList<BoroughNeed> agreed = [new(1, 0, 10), new(2, 0, 9)];
        var seats = AllocationRule.FixedShares.Share(agreed, 25, 2, false);
        Assert.Equal((10, 9, 4, 2), (seats.Of(1), seats.Of(2), seats.Common, seats.Reserve));
        Assert.Contains("come to 19", Assert.Throws<RuleBroken>(() => AllocationRule.FixedShares.Share(agreed, 20, 2, false)).Message, StringComparison.Ordinal);
        Assert.Equal(23, AllocationRule.FirstCome.Share(agreed, 25, 2, false).Common);
    }

    /// <summary>10,000 pools from a fixed seed: what each method promises, whatever the needs.</summary>
    [Fact]
    public void What_each_method_promises_holds_for_ten_thousand_pools()
    {
        var random = new Random(1880);
        for (var n = 0; n < 10_000; n++)
        {
            var needs = Needs([.. Enumerable.Range(0, 1 + random.Next(33)).Select(_ => random.Next(5) == 0 ? 0 : random.Next(n % 2 == 0 ? 12 : 2_000))]);
            var total = random.Next(80);
            var reserve = random.Next(Math.Min(total, 5) + 1);
            var atLeastOne = random.Next(3) == 0;
            foreach (var rule in ByNeed)
            {
                var shared = rule.Share(needs, total, reserve, atLeastOne);
                // The sum, in every case.
                Assert.Equal(total, shared.Boroughs.Sum(b => b.Seats) + shared.Common + shared.Reserve);
                Assert.All(shared.Boroughs, b => Assert.True(b.Seats >= 0));
                // The same numbers, the same seats; and the order in which the boroughs are given plays no part.
                Assert.Equal(shared.Boroughs.Select(b => b.Seats), rule.Share([.. needs.Reverse()], total, reserve, atLeastOne).Boroughs.Reverse().Select(b => b.Seats));
                // Whoever needs more never has fewer, and equal needs differ by one at most, the first in the directory first.
                if (needs.Any(b => b.Need > 0))
                    foreach (var one in shared.Boroughs)
                        foreach (var other in shared.Boroughs.Where(o => o.Area != one.Area))
                            Assert.True(one.Need == other.Need ? Math.Abs(one.Seats - other.Seats) <= 1 && (one.Area > other.Area || one.Seats >= other.Seats) : one.Need < other.Need || one.Seats >= other.Seats,
                                $"{rule}, {total} - {reserve}: {string.Join(' ', needs.Select(b => b.Need))}");
                var claim = needs.Count(b => b.Need > 0);
                if (atLeastOne && claim > 0 && claim <= total - reserve)
                    Assert.All(shared.Boroughs.Where(b => b.Need > 0), b => Assert.True(b.Seats >= 1));
                if (!atLeastOne && claim > 0)
                    Promises(rule, needs, total - reserve, shared);
            }
        }
    }

    private static void Promises(AllocationRule rule, IReadOnlyList<BoroughNeed> needs, int open, Seats shared)
    {
        var sum = needs.Sum(b => (long)b.Need);
        if (rule == AllocationRule.LargestRemainder)
        {
            // Quota bounds: the whole part or one more.
            Assert.All(shared.Boroughs, b => Assert.InRange(b.Seats, (long)open * b.Need / sum, ((long)open * b.Need + sum - 1) / sum));
            return;
        }
        // House-monotone: one place more in all takes none from anybody.
        var more = SainteLague.Share(needs, open + 1, 0);
        Assert.All(shared.Boroughs.Zip(more.Boroughs), pair => Assert.True(pair.Second.Seats >= pair.First.Seats));
        // Fair: the last quotient that won is at least every next one that did not.
        foreach (var won in shared.Boroughs.Where(b => b.Seats > 0))
            Assert.All(shared.Boroughs, next => Assert.True((long)won.Need * (2 * next.Seats + 1) >= (long)next.Need * (2 * won.Seats - 1)));
    }

    [Fact]
    public void The_check_of_monotony_would_find_largest_remainder_out()
    {
        var random = new Random(7);
        var found = Enumerable.Range(0, 2_000).Any(_ =>
        {
            var needs = Needs([.. Enumerable.Range(0, 4).Select(_ => 1 + random.Next(40))]);
            var total = 5 + random.Next(30);
            return LargestRemainder.Share(needs, total, 0).Boroughs.Zip(LargestRemainder.Share(needs, total + 1, 0).Boroughs).Any(pair => pair.Second.Seats < pair.First.Seats);
        });
        Assert.True(found);
    }
}
