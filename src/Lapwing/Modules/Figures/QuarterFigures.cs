using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Figures.Disclosure;
using Lapwing.Time;

namespace Lapwing.Modules.Figures;

/// <summary>The figures of one quarter for one audience: every measure with its breakdowns, a trend of eight quarters, and what is derived from them,
/// as one linked release. Nothing of it can be shown but through disclosure control.</summary>
public sealed class QuarterFigures
{
    /// <summary>How many quarters a trend shows, this one included.</summary>
    public const int TrendLength = 8;

    /// <summary>The share of matched pairs that were better at the end: a cell of a breakdown over its measure, so that both are protected as one.</summary>
    public const string OutcomesBetter = "outcomes-better", OutcomePairs = "outcome-pairs", Better = "better";

    private QuarterFigures(Quarter quarter, Counting counting, Disclosed shown) => (Quarter, Counting, Shown) = (quarter, counting, shown);

    public Quarter Quarter { get; }
    public Counting Counting { get; }
    public Disclosed Shown { get; }

    /// <summary>Whether there can be figures of a quarter: it has begun, and the quarters of its trend lie within the years that can be told.</summary>
    public static bool CanCount(Quarter quarter, DateTime now) => quarter <= Quarter.Of(now) && quarter >= s_first;

    private static readonly Quarter s_first = new Quarter(Quarter.FirstYear, 1).Plus(TrendLength);

    /// <param name="earlier">Everything that was released before about the same people.</param>
    public static async Task<QuarterFigures> MakeAsync(PartnershipDb db, Quarter quarter, DisclosurePolicy policy, DateTime knownAt,
        IReadOnlyList<ReleaseLedger> earlier, CancellationToken ct)
    {
        var catalogue = await Catalogue.ReadAsync(db, ct);
        var counting = await Counting.CountAsync(db, catalogue, quarter.Last(TrendLength), knownAt, ct);
        return new(quarter, counting, DisclosureControl.Protect(Link(counting, catalogue.Breakdowns, quarter, policy, earlier)));
    }

    /// <summary>The code of a measure's trend table, and of one of its breakdowns.</summary>
    public static string Trend(string measure) => $"{measure}-trend";

    public static string Table(string measure, string breakdown) => $"{measure}-by-{breakdown}";

    private static Release Link(Counting counting, Breakdowns breakdowns, Quarter quarter, DisclosurePolicy policy, IReadOnlyList<ReleaseLedger> earlier)
    {
        var release = new ReleaseBuilder(policy, earlier);
        var quarters = new Dimension("quarter", "Quarter", counting.Quarters.Select(q => new Category(q.Code, q.Title)), total: null);
        foreach (var slot in counting.Slots)
        {
            var measure = slot.Measure;
            var now = counting.Quarters.Count - 1;
            if (measure.MedianOver is { } counted)
            {
                if (slot.Medians[now] is { } median)
                    release.Median(measure.Code, measure.Title, Math.Round(median / 60, 1), measure.Unit, Key(counted, quarter));
                continue;
            }
            var trend = new TallyBuilder(Trend(measure.Code), measure.Title, measure.Code).Unit(measure.Unit).By(quarters);
            for (var q = 0; q < counting.Quarters.Count; q++)
                trend.Cell(Math.Max(0, slot.Totals[q]), [], counting.Quarters[q].Code);
            release.Add(trend.Build());
            release.Figure(measure.Code, measure.Title, Key(measure.Code, quarter));
            if (measure.SubsetOf is { } whole)
            {
                release.Subset(measure.Code, whole);
                release.Percentage(measure.Code + "-share", measure.Title + ", share", Key(measure.Code, quarter), Key(whole, quarter));
            }
            release.Change(measure.Code + "-change", measure.Title + ", change on a year before", Key(measure.Code, quarter), Key(measure.Code, quarter.YearBefore));
            for (var b = 0; b < slot.Breakdowns.Count; b++)
                release.Add(TableOf(slot, b, quarter, now));
        }
        foreach (var known in (Breakdown[])[Breakdowns.EthnicityKnown, Breakdowns.DisabilityKnown, Breakdowns.OrientationKnown])
            release.Percentage(known.Code, known.Title + " recorded", CellKey.Of("referrals-received", ("quarter", quarter.Code), (known.Code, "recorded")), Key("referrals-received", quarter));
        // The number of pairs is a figure of its own and stands beside it.
        release.Percentage(OutcomesBetter, "Matched pairs that were better at the end", CellKey.Of(OutcomePairs, ("quarter", quarter.Code), (Breakdowns.ByOutcomeChange.Code, Better)), Key(OutcomePairs, quarter));
        Balances.Declare(release, counting, breakdowns.ServicesOf);
        return release.Build();
    }

    private static Tally TableOf(Counting.Slot slot, int b, Quarter quarter, int now)
    {
        var breakdown = slot.Breakdowns[b];
        var table = new TallyBuilder(Table(slot.Measure.Code, breakdown.Code), $"{slot.Measure.Title} by {breakdown.Title.ToLowerInvariant()}", slot.Measure.Code)
            .Unit(slot.Measure.Unit).Within("quarter", quarter.Code).By(breakdown.Dimension);
        for (var c = 0; c < breakdown.Categories.Count; c++)
            table.Cell(Math.Max(0, slot.ByCategory[b][now][c]), [], breakdown.Categories[c].Code);
        return table.Build();
    }

    private static CellKey Key(string measure, Quarter quarter) => CellKey.Of(measure, ("quarter", quarter.Code));
}
