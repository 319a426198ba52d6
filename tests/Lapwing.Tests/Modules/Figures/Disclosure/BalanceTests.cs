using CsCheck;
using Lapwing.Modules.Figures.Disclosure;

namespace Lapwing.Tests.Modules.Figures.Disclosure;

/// <summary>
/// What was open, what began and what ended, for random services in random quarters, released quarter after quarter: nobody who does the sum
/// "open before + began = ended + open" finds a protected number, and everybody does where the sum was not declared.
/// </summary>
public sealed class BalanceTests
{
    private const int Quarters = 3;
    private static readonly Gen<(int Seed, int Services)> s_flows = Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[2, 6]);

    [Theory, InlineData("board"), InlineData("public")]
    public void Nobody_finds_a_protected_number_by_the_sum_of_what_stood_began_and_ended(string audience)
    {
        var policy = audience == "board" ? DisclosurePolicy.Board : DisclosurePolicy.Public;
        s_flows.Array[12].Sample(all =>
        {
            foreach (var (seed, services) in all)
                Assert.Empty(Broken(new Flows(seed, services), policy, declared: true));
        }, seed: "0000KVRsTZ04", iter: 1, threads: 1);
    }

    [Fact]
    public void Where_the_sum_is_not_declared_the_attack_succeeds() =>
        Assert.True(Enumerable.Range(0, 12).Sum(seed => Broken(new Flows(seed, 4), DisclosurePolicy.Board, declared: false).Count) > 5);

    /// <summary>A service's number of which no paper ever said anything can be 0 to 8: as many values as "fewer than 10" stands for, though not the same.</summary>
    [Fact]
    public void A_number_that_was_never_displayed_may_be_any_of_as_many_values_from_zero_on() =>
        Assert.Empty(Broken(new Flows(200355, 5), DisclosurePolicy.Public, declared: true));

    [Fact]
    public void A_sum_whose_numbers_are_all_large_withholds_nothing()
    {
        var flows = new Flows(3, 3, least: 30);
        Assert.All(Release(flows, DisclosurePolicy.Board, declared: true).SelectMany(r => r.Tables).SelectMany(t => t.Cells), cell => Assert.Equal(CellStatus.Shown, cell.Status));
    }

    /// <summary>A frozen number that has changed since makes the sum untrue, which is no reason to refuse the release.</summary>
    [Fact]
    public void A_sum_that_a_correction_made_untrue_is_still_released_with_proof()
    {
        var flows = new Flows(5, 4);
        var first = Release(flows, DisclosurePolicy.Board, declared: true, quarters: 1);
        flows.Open[0][1] += 2;
        flows.Began[1][1] -= Math.Min(flows.Began[1][1], 2);
        flows.Ended[1][1] = flows.Open[0][1] + flows.Began[1][1] - flows.Open[1][1];
        var second = DisclosureControl.Protect(flows.Release(1, DisclosurePolicy.Board, [first[0].Ledger!], declared: true));
        Assert.All(second.Proofs, proof => Assert.True(proof.Holds, proof.ToString()));
    }

    private static List<Disclosed> Release(Flows flows, DisclosurePolicy policy, bool declared, int quarters = Quarters)
    {
        var released = new List<Disclosed>();
        for (var quarter = 0; quarter < quarters; quarter++)
            released.Add(DisclosureControl.Protect(flows.Release(quarter, policy, [.. released.Select(r => r.Ledger!)], declared)));
        return released;
    }

    private static List<string> Broken(Flows flows, DisclosurePolicy policy, bool declared)
    {
        var released = Release(flows, policy, declared);
        if (declared)
            Assert.All(released.SelectMany(r => r.Proofs), proof => Assert.True(proof is { Holds: true, KnownBefore: false }, proof.ToString()));
        var attacker = new Attacker();
        for (var quarter = 0; quarter < Quarters; quarter++)
            flows.ShowTo(attacker, released[quarter], quarter);
        var secret = flows.Truth().Where(t => t.Value >= 1 && t.Value < policy.Threshold && attacker.Knows(t.Key)).ToDictionary();
        return [.. attacker.Narrow(secret.Keys).Where(n => n.Most - n.Least + 1 < policy.Width).Select(n => $"{n.Name} is {secret[n.Name]}, narrowed to {n.Least}..{n.Most}")];
    }

    /// <summary>Invented support: open at the end, begun and ended, by quarter and service.</summary>
    private sealed class Flows
    {
        private static readonly string[] s_names = ["2023-24-Q1", "2023-24-Q2", "2023-24-Q3"];
        private readonly Dimension _services;

        public Flows(int seed, int services, int least = 0)
        {
            var random = new Random(seed);
            _services = new("service", "Service", Enumerable.Range(0, services).Select(s => new Category($"s{s}", $"Service {s}")));
            // Few or many, so that small and large numbers meet in one sum.
            int Some() => least + (random.Next(3) == 0 ? random.Next(40) : random.Next(9));
            for (var quarter = 0; quarter < Quarters; quarter++)
            {
                var before = quarter == 0 ? [.. Enumerable.Range(0, services).Select(_ => least * 3 + Some())] : Open[quarter - 1];
                Began.Add([.. before.Select(_ => Some())]);
                Ended.Add([.. before.Select((stood, s) => Math.Max(least, Math.Min(stood + Began[^1][s] - least, Some())))]);
                Open.Add([.. before.Select((stood, s) => stood + Began[^1][s] - Ended[^1][s])]);
            }
        }

        public List<int[]> Open { get; } = [];
        public List<int[]> Began { get; } = [];
        public List<int[]> Ended { get; } = [];

        private IEnumerable<(string Measure, List<int[]> Counts)> Measures => [("open", Open), ("began", Began), ("ended", Ended)];

        public Release Release(int quarter, DisclosurePolicy policy, IReadOnlyList<ReleaseLedger> earlier, bool declared)
        {
            var release = new ReleaseBuilder(policy, earlier);
            var trend = new Dimension("quarter", "Quarter", s_names.Take(quarter + 1).Select(q => new Category(q, q)), total: null);
            foreach (var (measure, counts) in Measures)
            {
                var table = new TallyBuilder($"{measure}-by-service", measure, measure).Within("quarter", s_names[quarter]).By(_services);
                for (var s = 0; s < counts[quarter].Length; s++)
                    table.Cell(counts[quarter][s], [], $"s{s}");
                var line = new TallyBuilder($"{measure}-trend", measure, measure).By(trend);
                for (var q = 0; q <= quarter; q++)
                    line.Cell(counts[q].Sum(), [], s_names[q]);
                release.Add(table.Build()).Add(line.Build());
            }
            for (var q = 1; declared && q <= quarter; q++)
                release.Balance([(Key("open", q - 1), Open[q - 1].Sum()), (Key("began", q), Began[q].Sum())], [(Key("ended", q), Ended[q].Sum()), (Key("open", q), Open[q].Sum())]);
            for (var s = 0; declared && quarter > 0 && s < Open[quarter].Length; s++)
                release.Balance([(Key("open", quarter - 1, s), Open[quarter - 1][s]), (Key("began", quarter, s), Began[quarter][s])],
                    [(Key("ended", quarter, s), Ended[quarter][s]), (Key("open", quarter, s), Open[quarter][s])]);
            return release.Build();
        }

        public void ShowTo(Attacker attacker, Disclosed paper, int quarter)
        {
            foreach (var (measure, _) in Measures)
            {
                attacker.Read(paper.Table($"{measure}-by-service"), paper.Policy, measure, ("quarter", s_names[quarter]));
                attacker.Read(paper.Table($"{measure}-trend"), paper.Policy, measure);
            }
            for (var s = -1; quarter > 0 && s < Open[quarter].Length; s++)
            {
                attacker.Know($"balance {quarter} {s}", Name("open", quarter - 1, s), Name("began", quarter, s));
                attacker.Know($"balance {quarter} {s}", Name("ended", quarter, s), Name("open", quarter, s));
            }
        }

        public IEnumerable<KeyValuePair<string, int>> Truth() =>
            from measure in Measures
            from quarter in Enumerable.Range(0, Quarters)
            from s in Enumerable.Range(-1, measure.Counts[quarter].Length + 1)
            select KeyValuePair.Create(Name(measure.Measure, quarter, s), s < 0 ? measure.Counts[quarter].Sum() : measure.Counts[quarter][s]);

        private static CellKey Key(string measure, int quarter, int service = -1) => CellKey.Of(measure, ("quarter", s_names[quarter]), ("service", service < 0 ? null : $"s{service}"));

        private static string Name(string measure, int quarter, int service) =>
            Attacker.Called(measure, [("quarter", s_names[quarter]), .. service < 0 ? ((string, string)[])[] : [("service", $"s{service}")]]);
    }
}
