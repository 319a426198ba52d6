using System.Diagnostics;
using System.Globalization;
using Lapwing.Demonstration;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.People.Linkage;

namespace Lapwing.Bench;

/// <summary>Finds everybody who is in a million made-up people twice, and one more among them: 60 s (aim 10), 1 GB, F1 of 0.97 and 100 ms. No database takes part:
/// names, dates and numbers as they are typed go in, pairs come out. Beside it what anybody would do first: the same names and the same birth date.</summary>
internal static class Linking
{
    private const double Aim = 60, F1Aim = .97, MemoryAim = 1_000, OneAim = 100;
    private const double Share = .2;
    private const int Areas = 33;
    private static string part = "";

    public static void Measure(int people, ulong seed, Report report)
    {
        Measure(people, seed, fewPhones: false, report);
        Measure(people, seed, fewPhones: true, report);
    }

    /// <param name="fewPhones">Only the two thousand numbers that are set aside for made-up people, so that a number tells next to nothing; otherwise ten million,
    /// outside the numbering plan, as numbers are in life.</param>
    private static void Measure(int people, ulong seed, bool fewPhones, Report report)
    {
        part = fewPhones ? "the same person twice, telephone numbers shared by five hundred" : "the same person twice";
        var (told, identity) = Make(people, seed, fewPhones);
        Add(report, $"{people:N0} people", $"{people * Share:N0} told twice", "", 0, "");
        var (before, watch) = (Processor(), Stopwatch.StartNew());
        var book = new NameBook();
        var records = new LinkageRecord[told.Length];
        for (var i = 0; i < told.Length; i++)
            records[i] = Compared(told[i], book);
        var register = new PeopleRegister(records, book);
        var (read, readProcessor) = (watch.Elapsed.TotalSeconds, Processor() - before);
        var learned = register.Learn();
        var (learning, learningProcessor) = (watch.Elapsed.TotalSeconds, Processor() - before);
        var found = register.FindAll(learned.Model);
        var (all, allProcessor) = (watch.Elapsed.TotalSeconds, Processor() - before);
        Add(report, "read, fold and number the names", Seconds(read), "", 0, Note(readProcessor));
        Add(report, "learn the model (EM)", Seconds(learning - read), "", 0,
            $"{Note(learningProcessor - readProcessor)}; {learned.ByDate.Steps.Count} and {learned.ByName.Steps.Count} steps, converged: {learned.ByDate.HasConverged && learned.ByName.HasConverged}");
        Add(report, "all likely pairs, reading and learning in it", Seconds(all), Seconds(Aim), all / Aim, Note(allProcessor));
        using var process = Process.GetCurrentProcess();
        var peak = process.PeakWorkingSet64 / 1e6;
        Add(report, "peak memory, the made-up people in it", $"{peak:N0} MB", $"{MemoryAim:N0} MB", peak / MemoryAim, "");
        var truth = Truth(identity);
        Say(report, "pairwise, weights learned", [.. found.Select(f => Pair(f.One, f.Other))], truth, F1Aim);
        Say(report, "the same names and birth date", Naive(records), truth, 0);
        foreach (var field in Enum.GetValues<LinkageField>())
            Add(report, $"weights of {field}", string.Join(' ', LinkageFields.AgreementsOf(field).Select(a => $"{a} {learned.Model.WeightOf(field, a).ToString("+0.0;-0.0", CultureInfo.InvariantCulture)}")), "", 0, "");
        One(report, told, register, learned.Model, book);
    }

    private static void Say(Report report, string what, HashSet<long> found, HashSet<long> truth, double aim)
    {
        var right = found.Count(truth.Contains);
        var (precision, recall) = (right / (double)Math.Max(1, found.Count), right / (double)truth.Count);
        var f1 = 2 * precision * recall / Math.Max(1e-9, precision + recall);
        Add(report, what, $"F1 {f1.ToString("N4", CultureInfo.InvariantCulture)}", aim == 0 ? "" : $"F1 {aim:N2}", aim == 0 ? 0 : aim / f1,
            $"precision {precision:N4}, recall {recall:N4}, {found.Count:N0} found of {truth.Count:N0}");
    }

    private static void One(Report report, Told[] told, PeopleRegister register, LinkageModel model, NameBook book)
    {
        var index = register.Index();
        var (seeded, times) = (new Seeded(7, 7), new List<double>());
        for (var n = 0; n < 1_000; n++)
        {
            var person = Compared(told[seeded.Below(told.Length)], book);
            var watch = Stopwatch.StartNew();
            index.LikelyTheSame(person, model);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        Add(report, "one new person against all", $"{times[times.Count / 2]:N2} ms, p99 {times[times.Count * 99 / 100]:N2}", $"{OneAim:N0} ms", times[times.Count * 99 / 100] / OneAim, "1,000 people, one after another");
    }

    /// <summary>Adults with a fifth of the records second tellings; in no order that helps.</summary>
    private static (Told[] Told, int[] Identity) Make(int people, ulong seed, bool fewPhones)
    {
        var synthetic = new SyntheticPeople(seed, new(2026, 11, 28));
        var first = (int)(people * (1 - Share));
        var (told, identity) = (new Told[people], new int[people]);
        Parallel.For(0, first, i =>
        {
            var seeded = new Seeded(seed, (20UL << 32) | (uint)i);
            var person = synthetic.Person(i, WhoIsReferred.AdultVictim, "E09000002");
            (told[i], identity[i]) = (new(person.GivenName, person.FamilyName, seeded.Chance(.03) ? null : person.BornOn, person.Phone is null ? null : fewPhones ? person.Phone : Phone(ref seeded), person.Gender, 1 + seeded.Below(Areas)), i);
        });
        Parallel.For(first, people, i =>
        {
            var seeded = new Seeded(seed, (21UL << 32) | (uint)i);
            var of = i - first;
            (told[i], identity[i]) = (SecondTelling.Of(told[of * (first / (people - first))], Areas, fewPhones ? $"07700 900{seeded.Below(1_000):000}" : Phone(ref seeded), ref seeded), of * (first / (people - first)));
        });
        return (told, identity);
    }

    /// <summary>A number of a country that there is not.</summary>
    private static string Phone(ref Seeded seeded) => $"+44 0000 {seeded.Below(10_000_000):0000000}";

    private static HashSet<long> Truth(int[] identity) =>
        [.. identity.Select((who, place) => (who, place)).GroupBy(i => i.who).Where(g => g.Count() > 1).SelectMany(g => g.SelectMany(a => g.Where(b => b.place > a.place).Select(b => Pair(a.place, b.place))))];

    private static HashSet<long> Naive(LinkageRecord[] records) =>
        [.. records.Select((r, place) => (Key: (r.Given, r.Family, r.Born), place)).Where(r => r.Key is { Given: not 0, Family: not 0, Born: not 0 }).GroupBy(r => r.Key)
            .SelectMany(g => g.SelectMany(a => g.Where(b => b.place > a.place).Select(b => Pair(a.place, b.place))))];

    private static LinkageRecord Compared(Told told, NameBook book) => told.Phone?.StartsWith("+44 0000", StringComparison.Ordinal) == true
        ? (told with { Phone = null }).ToCompare(book) with { Phone = long.Parse(told.Phone[1..].Replace(" ", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) }
        : told.ToCompare(book);

    private static long Pair(int one, int other) => ((long)Math.Min(one, other) << 32) | (uint)Math.Max(one, other);

    private static double Processor()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }

    private static string Seconds(double seconds) => $"{seconds:N1} s";

    private static string Note(double processor) => $"{processor:N1} s processor";

    private static void Add(Report report, string what, string measured, string aim, double ratio, string note) =>
        report.Add(new(part, what, "memory", measured, aim, ratio, note));
}
