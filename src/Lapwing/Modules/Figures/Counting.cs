using System.Runtime.InteropServices;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.Figures.Disclosure;
using Lapwing.Time;

namespace Lapwing.Modules.Figures;

/// <summary>All measures of several quarters, counted in one pass over the coded facts as they were known at one instant.</summary>
public sealed class Counting
{
    private readonly Slot[][] byKind;
    private readonly IReadOnlyDictionary<Guid, Guid> joined;

    private Counting(Catalogue catalogue, IReadOnlyList<Quarter> quarters, DateTime knownAt, IReadOnlyDictionary<Guid, Guid> joined)
    {
        (Quarters, KnownAt, this.joined) = (quarters, knownAt, joined);
        Slots = [.. catalogue.Measures.Select(measure => new Slot(measure, measure.BreakdownsFor(catalogue.Breakdowns), quarters.Count))];
        byKind = new Slot[Enum.GetValues<FactKind>().Max(kind => (int)kind) + 1][];
        for (var kind = 0; kind < byKind.Length; kind++)
            byKind[kind] = [.. Slots.Where(slot => slot.Measure.Facts.Contains((FactKind)kind))];
    }

    public IReadOnlyList<Quarter> Quarters { get; }

    /// <summary>The cut-off: what was recorded later is not in it.</summary>
    public DateTime KnownAt { get; }
    internal IReadOnlyList<Slot> Slots { get; }

    /// <param name="quarters">Consecutive, oldest first.</param>
    public static async Task<Counting> CountAsync(PartnershipDb db, Catalogue catalogue, IReadOnlyList<Quarter> quarters, DateTime knownAt, CancellationToken ct)
    {
        var counting = new Counting(catalogue, quarters, knownAt, await JoinedPeople.ReadAsync(db, knownAt, ct));
        await FactReader.ReadAsync(db, Spans(catalogue, quarters), knownAt, counting.Add, ct);
        foreach (var slot in counting.Slots)
            slot.Finish();
        return counting;
    }

    /// <summary>What stood before the first quarter, then each quarter.</summary>
    private static List<FactSpan> Spans(Catalogue catalogue, IReadOnlyList<Quarter> quarters)
    {
        var standing = catalogue.Measures.Where(m => m.Kind == MeasureKind.Standing).SelectMany(m => m.Facts).ToHashSet();
        var all = catalogue.Measures.SelectMany(m => m.Facts).ToHashSet();
        var people = catalogue.Measures.Where(m => m.Kind == MeasureKind.People).SelectMany(m => m.Facts).ToHashSet();
        return [new(standing, null, quarters[0].Start.AddDays(-1), [], false), .. quarters.Select(quarter => new FactSpan(all, quarter.Start, quarter.End, people, false))];
    }

    private void Add(int span, FactCursor fact)
    {
        foreach (var slot in byKind[(int)fact.Kind])
            slot.Add(fact, span, joined);
    }

    /// <summary>One measure while it is counted: first what stood before, then each quarter, so that each can be counted by a thread of its own.</summary>
    internal sealed class Slot
    {
        private readonly int[] totals;
        private readonly int[][][] byCategory;
        private readonly Dictionary<Guid, int>[] people;
        private readonly Dictionary<int, int>[] durations;
        private readonly bool stands;

        public Slot(Measure measure, IReadOnlyList<Breakdown> breakdowns, int quarters)
        {
            (Measure, Breakdowns, stands) = (measure, breakdowns, measure.Kind == MeasureKind.Standing);
            totals = new int[quarters + 1];
            byCategory = [.. breakdowns.Select(breakdown => totals.Select(_ => new int[breakdown.Categories.Count]).ToArray())];
            people = measure.Kind == MeasureKind.People ? [.. totals.Select(_ => new Dictionary<Guid, int>())] : [];
            durations = measure.Kind == MeasureKind.Median ? [.. totals.Select(_ => new Dictionary<int, int>())] : [];
            (Totals, ByCategory, Medians) = (totals[1..], [.. byCategory.Select(each => each[1..])], new double?[quarters]);
        }

        public Measure Measure { get; }
        public IReadOnlyList<Breakdown> Breakdowns { get; }
        public int[] Totals { get; private set; }

        /// <summary>By breakdown, quarter, category.</summary>
        public int[][][] ByCategory { get; }
        public double?[] Medians { get; }

        public void Add(FactCursor fact, int span, IReadOnlyDictionary<Guid, Guid> joined)
        {
            if (span == 0 && !stands)
                return;
            switch (Measure.Kind)
            {
                case MeasureKind.People:
                    CollectionsMarshal.GetValueRefOrAddDefault(people[span], joined.Count == 0 ? fact.Person : joined.GetValueOrDefault(fact.Person, fact.Person), out _) += fact.Sign;
                    return;
                case MeasureKind.Median:
                    CollectionsMarshal.GetValueRefOrAddDefault(durations[span], fact.Value, out _) += fact.Sign;
                    totals[span] += fact.Sign;
                    return;
            }
            var weight = Measure.Weigh(fact) * fact.Sign;
            if (weight == 0)
                return;
            totals[span] += weight;
            for (var b = 0; b < Breakdowns.Count; b++)
                byCategory[b][span][Breakdowns[b].CategoryOf(fact.Codes)] += weight;
        }

        public void Finish()
        {
            for (var span = 1; span < totals.Length; span++)
            {
                if (Measure.Kind == MeasureKind.People)
                    totals[span] = people[span].Count(person => person.Value > 0);
                if (Measure.Kind == MeasureKind.Median)
                    Medians[span - 1] = Median(durations[span], totals[span]);
                if (!stands)
                    continue;
                totals[span] += totals[span - 1];
                foreach (var breakdown in byCategory)
                    for (var c = 0; c < breakdown[span].Length; c++)
                        breakdown[span][c] += breakdown[span - 1][c];
            }
            Totals = totals[1..];
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
