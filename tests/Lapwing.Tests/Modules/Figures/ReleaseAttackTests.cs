using Lapwing.Data;
using Lapwing.Modules.Figures;
using Lapwing.Modules.Figures.Disclosure;
using Lapwing.Tests.Modules.Figures.Disclosure;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Figures;

/// <summary>
/// The whole quarter, as the product releases it, quarter after quarter for the board and the public, each with everything that was released before. Somebody
/// who collects all of it, does every sum, reads every percentage and knows what stands, began and ended must not narrow a protected number.
/// </summary>
public sealed class ReleaseAttackTests(ITestOutputHelper output)
{
    private const int Quarters = 4;

    [Theory, InlineData(2_300), InlineData(600)]
    public async Task Nobody_who_collects_the_releases_of_consecutive_quarters_finds_a_protected_number(int referrals)
    {
        await using var borough = await Borough.StartAsync(EngineKind.Sqlite, referrals);
        await using var db = await borough.OpenAsync();
        // What everybody can read on the page of services: which give which pathway.
        var pathways = (await db.Services.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken)).ToLookup(s => Breakdowns.Slug(s.Eligibility.Pathway.ToString()), s => $"s{s.Number}");
        var quarters = Borough.Last.Last(Quarters);
        var (released, earlier) = (new List<QuarterFigures>(), new List<ReleaseLedger>());
        foreach (var quarter in quarters)
        {
            foreach (var policy in (DisclosurePolicy[])[DisclosurePolicy.Board, DisclosurePolicy.Public])
            {
                var figures = await QuarterFigures.MakeAsync(db, quarter, policy, borough.App.Now, earlier, TestContext.Current.CancellationToken);
                Assert.All(figures.Shown.Proofs, proof => Assert.True(proof is { Holds: true, KnownBefore: false }, proof.ToString()));
                released.Add(figures);
                earlier.Add(figures.Shown.Ledger!);
            }
        }

        // Who reads only what is public, and who reads the board's papers too: for these the board's threshold is what they may be shown.
        Assert.Empty(Broken(released.Where(r => r.Shown.Policy.Audience == "public").ToList(), pathways, DisclosurePolicy.Public));
        Assert.Empty(Broken(released, pathways, DisclosurePolicy.Board));

        // One withheld number more, and the attack succeeds: it does read what is printed.
        var leak = released.First(r => r.Shown.Policy.Audience == "board" && Withheld(r).Any());
        Assert.NotEmpty(Broken(released, pathways, DisclosurePolicy.Board, Withheld(leak).First()));
    }

    private List<string> Broken(List<QuarterFigures> held, ILookup<string, string> pathways, DisclosurePolicy policy, (string Name, int Count)? leaked = null)
    {
        var (attacker, truth) = (new Attacker(), new Dictionary<string, int>());
        foreach (var figures in held)
            Read(attacker, figures, truth, pathways);
        if (leaked is { } leak)
            attacker.Read($"{leak.Count}", DisclosurePolicy.Board, leak.Name);
        var secret = truth.Where(t => t.Value >= 1 && t.Value < policy.Threshold && t.Key != leaked?.Name && attacker.Knows(t.Key)).ToDictionary();
        Assert.True(secret.Count > 50, $"Only {secret.Count} numbers are protected.");
        var broken = attacker.Narrow(secret.Keys).Where(n => n.Most - n.Least + 1 < policy.Width).Select(n => $"{n.Name} is {secret[n.Name]}, narrowed to {n.Least}..{n.Most}").ToList();
        output.WriteLine($"{held.Count} releases, {truth.Count} numbers, {secret.Count} protected below {policy.Threshold}, {broken.Count} narrowed");
        return broken;
    }

    /// <summary>Everything that a reader of these figures knows, and what is true.</summary>
    private static void Read(Attacker attacker, QuarterFigures figures, Dictionary<string, int> truth, ILookup<string, string> pathways)
    {
        var (counting, shown, now, rules) = (figures.Counting, figures.Shown, figures.Quarter, figures.Shown.Policy);
        var last = counting.Quarters.Count - 1;
        var totals = counting.Slots.ToDictionary(s => s.Measure.Code, s => s.Totals);
        foreach (var slot in counting.Slots.Where(s => s.Measure.MedianOver is null))
        {
            var code = slot.Measure.Code;
            attacker.Read(shown.Table(QuarterFigures.Trend(code)), rules, code);
            attacker.Read(shown.Figure(code).Display, rules, Name(code, now));
            attacker.ReadChange(shown.Figure(code + "-change").Display, Name(code, now), Name(code, now.YearBefore), rules.RoundingBase);
            for (var q = 0; q <= last; q++)
            {
                truth[Name(code, counting.Quarters[q])] = slot.Totals[q];
                if (slot.Measure.SubsetOf is not { } whole)
                    continue;
                truth[Rest(code, counting.Quarters[q])] = totals[whole][q] - slot.Totals[q];
                attacker.Know(Name(whole, counting.Quarters[q]), Name(code, counting.Quarters[q]), Rest(code, counting.Quarters[q]));
            }
            if (slot.Measure.SubsetOf is { } all)
                attacker.ReadPercentage(shown.Figure(code + "-share").Display, Name(code, now), Name(all, now), rules.RoundingBase);
            for (var b = 0; b < slot.Breakdowns.Count; b++)
            {
                var breakdown = slot.Breakdowns[b];
                attacker.Read(shown.Table(QuarterFigures.Table(code, breakdown.Code)), rules, code, ("quarter", now.Code));
                for (var c = 0; c < breakdown.Categories.Count; c++)
                    truth[Name(code, now, (breakdown.Code, breakdown.Categories[c].Code))] = slot.ByCategory[b][last][c];
            }
        }
        foreach (var known in (Breakdown[])[Breakdowns.EthnicityKnown, Breakdowns.DisabilityKnown, Breakdowns.OrientationKnown])
            attacker.ReadPercentage(shown.Figure(known.Code).Display, Name("referrals-received", now, (known.Code, "recorded")), Name("referrals-received", now), rules.RoundingBase);
        var services = counting.Slots.Single(s => s.Measure.Code == "episodes-open").Breakdowns.Single(b => b.Code == "service").Categories.Select(c => c.Code).ToList();
        for (var q = 1; q <= last; q++)
        {
            Balance(counting.Quarters[q - 1], counting.Quarters[q], "episodes-open", "episodes-started", "episodes-ended", [[]]);
            Balance(counting.Quarters[q - 1], counting.Quarters[q], "people-waiting", "referrals-accepted", "episodes-started", [[]]);
        }
        foreach (var service in services)
            Balance(now.Previous, now, "episodes-open", "episodes-started", "episodes-ended", [[("service", service)]]);
        // Who is accepted on a pathway waits for a service of it until support starts.
        foreach (var pathway in pathways)
            Balance(now.Previous, now, "people-waiting", "referrals-accepted", "episodes-started", [.. pathway.Select(service => ((string, string)[])[("service", service)])], [("pathway", pathway.Key)]);

        void Balance(Quarter before, Quarter quarter, string standing, string began, string ended, (string, string)[][] by, (string, string)[]? beganBy = null)
        {
            var sum = $"balance of {standing} {quarter.Code} {string.Join(' ', by.Select(b => Name(standing, quarter, b)))}";
            attacker.Know(sum, [.. by.Select(b => Name(standing, before, b)), .. beganBy is null ? by.Select(b => Name(began, quarter, b)) : [Name(began, quarter, beganBy)]]);
            attacker.Know(sum, [.. by.Select(b => Name(ended, quarter, b)), .. by.Select(b => Name(standing, quarter, b))]);
        }
    }

    /// <summary>The large numbers that stand withheld in a table beside a single small one, which each of them would give away.</summary>
    private static IEnumerable<(string Name, int Count)> Withheld(QuarterFigures figures) =>
        from slot in figures.Counting.Slots
        from b in Enumerable.Range(0, slot.Breakdowns.Count)
        let breakdown = slot.Breakdowns[b]
        let cells = figures.Shown.Table(QuarterFigures.Table(slot.Measure.Code, breakdown.Code)).Rows().ToList()
        where cells.Count(r => r.Cells[0].Status == CellStatus.Primary) == 1 && cells.Count(r => r.Cells[0].Status == CellStatus.Complementary) == 1
        let at = cells.FindIndex(r => r.Cells[0].Status == CellStatus.Complementary)
        where at < breakdown.Categories.Count
        select (Name(slot.Measure.Code, figures.Quarter, (breakdown.Code, breakdown.Categories[at].Code)), slot.ByCategory[b][^1][at]);

    private static string Name(string measure, Quarter quarter, params (string, string)[] by) => Attacker.Called(measure, by.Append(("quarter", quarter.Code)));

    private static string Rest(string part, Quarter quarter) => $"others than {part} of {quarter.Code}";
}
