using CsCheck;
using Lapwing.Modules.Figures.Disclosure;

namespace Lapwing.Tests.Modules.Figures.Disclosure;

/// <summary>
/// Random towns release linked tables, sentences, later quarters and other audiences' cuts; the attacker reads all that is printed and must
/// not narrow any protected number. With complementary cells left out, the same attack must succeed, or it would prove nothing.
/// </summary>
public sealed class AttackTests
{
    private const string Q1 = "2023-24-Q1";
    private const string Q2 = "2023-24-Q2";
    private static readonly DisclosurePolicy s_zeroHidden = DisclosurePolicy.Board with { Name = "Zero hidden", Audience = "committee", Zero = ZeroRule.Hidden };
    private static readonly Gen<(int Seed, int Records)> s_town = Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[15, 160]);

    [Fact]
    public void One_way_tables_and_percentages_hold() => Check(30, (town, policy) => [new Paper(town, policy, Q1).Table(Town.Level).Table(Town.Source).Share(Town.Level, 0).Share(Town.Level, 2).Release([])]);

    [Fact]
    public void Two_way_tables_with_a_hierarchy_hold() => Check(8, (town, policy) => [new Paper(town, policy, Q1).Table(Town.Level, Town.Who).Table(Town.Area).Table(Town.Area, Town.Who).Release([])]);

    [Fact]
    public void Three_way_tables_hold() => Check(5, (town, policy) => [new Paper(town, policy, Q1).Table(Town.Level, Town.Who, Town.Outcome).Table(Town.Who, Town.Pathway).Release([])]);

    [Fact]
    public void A_second_audience_and_a_finer_cut_hold_together() => Check(6, (town, policy) =>
    {
        var first = new Paper(town, policy, Q1).Table(Town.Level, Town.Who).Table(Town.Source).Release([]);
        var other = policy == DisclosurePolicy.Board ? DisclosurePolicy.Public : DisclosurePolicy.Board;
        var second = new Paper(town, other, Q1).Table(Town.Level, Town.Outcome).Table(Town.Source).Share(Town.Level, 1).Release([first]);
        return [first, second, new Paper(town, policy, Q1).Table(Town.Who, Town.Outcome).Table(Town.Level).Release([first, second])];
    });

    [Fact]
    public void Later_quarters_with_their_trends_hold() => Check(6, (town, policy) =>
    {
        var first = new Paper(town, policy, Q1).Table(Town.Level, Town.Who).Trend(Town.Level, Q1).Release([]);
        return [first, new Paper(town, policy, Q2).Table(Town.Level, Town.Who).Trend(Town.Level, Q1, Q2).Trend(Town.Outcome, Q1, Q2).Release([first])];
    });

    [Fact]
    public void Without_complementary_cells_the_attack_succeeds()
    {
        var opened = 0;
        foreach (var seed in Enumerable.Range(0, 20))
        {
            var town = new Town(seed, 60, Q1, Q2);
            opened += Broken([new Paper(town, DisclosurePolicy.Board, Q1).Table(Town.Level, Town.Who).Table(Town.Source).Release([], complementary: false)]).Count();
        }
        Assert.True(opened > 20, $"Only {opened} protected numbers were opened.");
    }

    [Fact]
    public void The_same_release_is_protected_in_the_same_way_every_time()
    {
        string Print() => string.Join(' ', new Paper(new Town(5, 120, Q1), DisclosurePolicy.Board, Q1).Table(Town.Level, Town.Source).Table(Town.Area, Town.Who).Release([]).Shown.Tables.SelectMany(t => t.Cells.Select(c => c.Display)));
        Assert.Equal(Print(), Print());
    }

    private static void Check(int iterations, Func<Town, DisclosurePolicy, List<Paper.Printed>> release)
    {
        foreach (var policy in (DisclosurePolicy[])[DisclosurePolicy.Board, DisclosurePolicy.Public, s_zeroHidden])
        {
            // One sample of many towns: a seed fixes the first sample only.
            s_town.Array[iterations].Sample(towns =>
            {
                foreach (var (seed, records) in towns)
                {
                    var papers = release(new Town(seed, records, Q1, Q2), policy);
                    Assert.All(papers.SelectMany(p => p.Shown.Proofs), p => Assert.True(p is { Holds: true, KnownBefore: false }, p.ToString()));
                    Assert.Empty(Broken(papers));
                }
            }, seed: "0000KVRsTZ04", iter: 1, threads: 1);
        }
    }

    /// <summary>Every protected number that some reader can narrow below the width of that reader's policy.</summary>
    private static IEnumerable<string> Broken(List<Paper.Printed> papers)
    {
        foreach (var (threshold, zero) in papers.Select(p => (p.Rules.Threshold, p.Rules.Zero)).Distinct().ToList())
        {
            var held = papers.Where(p => p.Rules.Threshold >= threshold && p.Rules.Zero >= zero).ToList();
            var attacker = new Attacker();
            held.ForEach(p => p.ShowTo(attacker));
            var least = zero == ZeroRule.Hidden ? 0 : 1;
            var secret = held.SelectMany(p => p.Truth).Distinct().Where(t => t.Value >= least && t.Value < threshold && attacker.Knows(t.Key)).ToDictionary();
            foreach (var (name, low, high) in attacker.Narrow(secret.Keys))
            {
                if (high - low + 1 < threshold - least)
                    yield return $"{name} is {secret[name]}, narrowed to {low}..{high}";
            }
        }
    }
}
