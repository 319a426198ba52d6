using System.Runtime.InteropServices;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.Figures.Disclosure;
using Lapwing.Time;

namespace Lapwing.Modules.Figures;

/// <summary>All measures of several quarters, counted in one pass over the coded facts as they were known at one instant.</summary>
public sealed class Counting
{
    private readonly Catalogue catalogue;
    private readonly Slot[][] byKind;
    private readonly int[] quarterOfDay;
    private readonly int firstDay;

    private Counting(Catalogue catalogue, IReadOnlyList<Quarter> quarters, DateTime knownAt)
    {
        (this.catalogue, Quarters, KnownAt) = (catalogue, quarters, knownAt);
        Slots = [.. catalogue.Measures.Select(measure => new Slot(measure, measure.BreakdownsFor(catalogue.Breakdowns), quarters.Count))];
        byKind = new Slot[Enum.GetValues<FactKind>().Max(kind => (int)kind) + 1][];
        for (var kind = 0; kind < byKind.Length; kind++)
            byKind[kind] = [.. Slots.Where(slot => slot.Measure.Facts.Contains((FactKind)kind))];
        firstDay = quarters[0].Start.DayNumber;
        quarterOfDay = [.. Enumerable.Range(firstDay, quarters[^1].End.DayNumber - firstDay + 1)
            .Select(day => quarters.ToList().FindIndex(quarter => quarter.Contains(DateOnly.FromDayNumber(day))))];
    }

    public IReadOnlyList<Quarter> Quarters { get; }

    /// <summary>The cut-off: what was recorded later is not in it.</summary>
    public DateTime KnownAt { get; }
    internal IReadOnlyList<Slot> Slots { get; }

    /// <param name="quarters">Consecutive, oldest first.</param>
    public static async Task<Counting> CountAsync(PartnershipDb db, Catalogue catalogue, IReadOnlyList<Quarter> quarters, DateTime knownAt, CancellationToken ct)
    {
        var counting = new Counting(catalogue, quarters, knownAt);
        var standing = catalogue.Measures.Where(m => m.Kind == MeasureKind.Standing).SelectMany(m => m.Facts).Distinct().ToList();
        await FactReader.ReadAsync(db, quarters[0].Start, quarters[^1].End, standing, knownAt, counting.Add, ct);
        foreach (var slot in counting.Slots)
            slot.Finish();
        return counting;
    }

    private void Add(FactRow fact)
    {
        var kind = (int)fact.Kind;
        if (kind >= byKind.Length)
            return;
        var day = fact.HappenedOn - firstDay;
        var quarter = day < 0 ? -1 : quarterOfDay[day];
        foreach (var slot in byKind[kind])
            slot.Add(fact, quarter);
    }

    /// <summary>One measure while it is counted.</summary>
    internal sealed class Slot
    {
        private readonly Dictionary<Guid, int>[] people;
        private readonly Dictionary<int, int>[] durations;
        private readonly bool stands;

        public Slot(Measure measure, IReadOnlyList<Breakdown> breakdowns, int quarters)
        {
            (Measure, Breakdowns, stands) = (measure, breakdowns, measure.Kind == MeasureKind.Standing);
            Totals = new int[quarters];
            ByCategory = [.. breakdowns.Select(breakdown => Enumerable.Range(0, quarters).Select(_ => new int[breakdown.Categories.Count]).ToArray())];
            people = measure.Kind == MeasureKind.People ? [.. Totals.Select(_ => new Dictionary<Guid, int>())] : [];
            durations = measure.Kind == MeasureKind.Median ? [.. Totals.Select(_ => new Dictionary<int, int>())] : [];
            Medians = new double?[quarters];
        }

        public Measure Measure { get; }
        public IReadOnlyList<Breakdown> Breakdowns { get; }
        public int[] Totals { get; }

        /// <summary>By breakdown, quarter, category.</summary>
        public int[][][] ByCategory { get; }
        public double?[] Medians { get; }

        public void Add(in FactRow fact, int quarter)
        {
            if (quarter < 0 && !stands)
                return;
            switch (Measure.Kind)
            {
                case MeasureKind.People:
                    CollectionsMarshal.GetValueRefOrAddDefault(people[quarter], fact.Person, out _) += fact.Sign;
                    return;
                case MeasureKind.Median:
                    CollectionsMarshal.GetValueRefOrAddDefault(durations[quarter], fact.Value, out _) += fact.Sign;
                    Totals[quarter] += fact.Sign;
                    return;
            }
            var weight = Measure.Weigh(fact) * fact.Sign;
            if (weight == 0)
                return;
            // What stands is carried forward afterwards: a fact before the first quarter starts in it.
            var at = Math.Max(quarter, 0);
            Totals[at] += weight;
            for (var b = 0; b < Breakdowns.Count; b++)
                ByCategory[b][at][Breakdowns[b].CategoryOf(fact.Codes)] += weight;
        }

        public void Finish()
        {
            for (var q = 0; q < Totals.Length; q++)
            {
                if (Measure.Kind == MeasureKind.People)
                    Totals[q] = people[q].Count(person => person.Value > 0);
                if (Measure.Kind == MeasureKind.Median)
                    Medians[q] = Median(durations[q], Totals[q]);
                if (!stands || q == 0)
                    continue;
                Totals[q] += Totals[q - 1];
                foreach (var breakdown in ByCategory)
                    for (var c = 0; c < breakdown[q].Length; c++)
                        breakdown[q][c] += breakdown[q - 1][c];
            }
        }

        private static double? Median(Dictionary<int, int> counts, int total)
        {
            if (total <= 0)
                return null;
            var ordered = counts.Where(c => c.Value > 0).OrderBy(c => c.Key).ToList();
            return (At((total - 1) / 2) + At(total / 2)) / 2.0;

            int At(int place)
            {
                var seen = 0;
                return ordered.First(c => (seen += c.Value) > place).Key;
            }
        }
    }
}
