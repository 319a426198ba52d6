using System.Globalization;
using Lapwing.Design.Charts;
using Lapwing.Modules.Figures;
using Lapwing.Modules.Figures.Context;
using Lapwing.Modules.Figures.Disclosure;
using Lapwing.Time;

namespace Lapwing.Modules.Boards.Documents;

/// <summary>What a text can refer to, by code: figures, single cells of tables (<c>referrals-received-by-risk:high</c>), official series, and the names of
/// the quarter. Everything comes from one disclosed release, so a sentence can say no more than its tables.</summary>
public sealed class PaperFigures
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private readonly Disclosed shown;
    private readonly Quarter quarter;
    private readonly Dictionary<string, (Measure Measure, Breakdown? Breakdown)> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Measure> measures;
    private readonly Dictionary<string, Breakdown> recorded = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, int>? versions;
    private readonly IReadOnlyList<ContextFigure> offences;
    private readonly Dictionary<string, string> words;

    /// <param name="versions">Of the measures when they were frozen; null for live figures.</param>
    /// <param name="areas">The boroughs, by their codes, for the official series.</param>
    public PaperFigures(Disclosed shown, Catalogue catalogue, Quarter quarter, IReadOnlyDictionary<string, int>? versions, IReadOnlyList<string> areas, string partnership)
    {
        (this.shown, this.quarter, this.versions) = (shown, quarter, versions);
        measures = catalogue.Measures.ToDictionary(m => m.Code, StringComparer.Ordinal);
        foreach (var measure in catalogue.Measures)
        {
            tables[QuarterFigures.Trend(measure.Code)] = (measure, null);
            foreach (var breakdown in measure.BreakdownsFor(catalogue.Breakdowns))
                tables[QuarterFigures.Table(measure.Code, breakdown.Code)] = (measure, breakdown);
        }
        foreach (var known in (Breakdown[])[Breakdowns.EthnicityKnown, Breakdowns.DisabilityKnown, Breakdowns.OrientationKnown])
            recorded[known.Code] = known;
        offences = [.. quarter.Last(QuarterFigures.TrendLength).Select(q => ContextSeries.VawgOffences.In(areas, q)).OfType<ContextFigure>()];
        words = new(StringComparer.Ordinal)
        {
            ["quarter"] = quarter.Title, ["months"] = quarter.Months, ["year-before"] = quarter.YearBefore.Title, ["partnership"] = partnership,
        };
    }

    public const string Offences = "police-offences", OffencesYearBefore = "police-offences-year-before";

    /// <summary>What stands for an official figure that does not exist.</summary>
    public const string NotPublished = "not published";

    public DisclosurePolicy Policy => shown.Policy;

    /// <summary>The name of the quarter and the like: words, not figures.</summary>
    public string? Word(string code) => words.GetValueOrDefault(code);

    public DisclosedTable? Table(string code) => tables.ContainsKey(code) ? shown.Tables.FirstOrDefault(t => t.Code == code) : null;

    public Chart? Chart(string code) => code == Offences
        ? offences.Count == 0 ? null : ShownCharts.Of(ContextSeries.VawgOffences, offences)
        : Table(code) is { } table ? ShownCharts.Of(table, tables[code].Breakdown is null ? ChartKind.Line : ChartKind.Bars) : null;

    /// <summary>The number that a code stands for; null when there is none.</summary>
    public UsedFigure? Find(string code)
    {
        if (code is Offences or OffencesYearBefore)
            return Official(code);
        if (code.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            return Cell(code, code[..colon], code[(colon + 1)..]);
        if (shown.Figures.FirstOrDefault(f => f.Code == code) is not { } figure)
            return measures.GetValueOrDefault(code) is { Kind: MeasureKind.Median } unknown
                ? new(new(code, unknown.Code, quarter), unknown.Title, Policy.LowBaseText, unknown.Unit, unknown.Definition, unknown.Source, quarter.Title, VersionOf(unknown))
                : null; // nothing to take a median of
        if (recorded.TryGetValue(code, out var known))
            return Used(new(code, "referrals-received", quarter, code, "recorded"), figure, measures["referrals-received"], $"{known.Title} recorded, as a share of the referrals received.");
        if (code == QuarterFigures.OutcomesBetter)
            return Used(new(code, QuarterFigures.OutcomePairs, quarter, Breakdowns.ByOutcomeChange.Code, QuarterFigures.Better), figure, measures[QuarterFigures.OutcomePairs],
                $"{measures[QuarterFigures.OutcomePairs].Definition} As a share of these pairs: those that were better at the end.");
        var measure = measures.GetValueOrDefault(code) ?? measures[code[..code.LastIndexOf('-')]];
        return Used(new(code, measure.Code, quarter), figure, measure, figure.Kind switch
        {
            FigureKind.Percentage => $"{measure.Definition} As a share of: {measures[measure.SubsetOf!].Definition}",
            FigureKind.Change => $"{measure.Definition} Change in per cent from {quarter.YearBefore.Title}, made from the counts as they are shown.",
            _ => measure.Definition,
        });
    }

    /// <summary>Every code that a writer can use, with what it says now: figures first, then cells, tables and charts.</summary>
    public IEnumerable<UsedFigure> All => shown.Figures.Select(f => Find(f.Code)!)
        .Concat(shown.Tables.Where(t => tables.GetValueOrDefault(t.Code).Breakdown is not null).SelectMany(t => t.Axes[0].Headings.Where(h => h.Category is not null).Select(h => Find($"{t.Code}:{h.Category}")!)))
        .Append(Official(Offences)).Append(Official(OffencesYearBefore));

    public IEnumerable<DisclosedTable> Tables => shown.Tables.Where(t => tables.ContainsKey(t.Code));

    private UsedFigure? Cell(string code, string tableCode, string category)
    {
        if (Table(tableCode) is not { } table || table.Axes[0].Headings.FirstOrDefault(h => h.Category == category) is not { } heading)
            return null;
        var (measure, breakdown) = tables[tableCode];
        var counted = breakdown is null ? Time.Quarter.Parse(category) : quarter;
        var from = new FigureSource(code, measure.Code, counted, breakdown?.Code, breakdown is null ? null : category);
        return new(from, breakdown is null ? measure.Title : $"{measure.Title}: {heading.Title}", table[category].Display, measure.Unit, measure.Definition, measure.Source, counted.Title, VersionOf(measure));
    }

    private UsedFigure Used(FigureSource from, DisclosedFigure figure, Measure measure, string definition) =>
        new(from, figure.Title, Said(figure), figure.Unit == "%" ? "per cent" : measure.Unit, definition, measure.Source, from.Quarter.Title, VersionOf(measure));

    /// <summary>An official figure; where the series has none for this area and quarter, the paper says so.</summary>
    private UsedFigure Official(string code)
    {
        var series = ContextSeries.VawgOffences;
        var now = offences is [.., var last] && last.Quarter == quarter ? last : null;
        var (value, period) = code == Offences ? (now?.Value, quarter) : (now?.YearBefore, quarter.YearBefore);
        return new(new(code, null, period), series.Title, value?.ToString("N0", English) ?? NotPublished, series.Unit, series.Base,
            $"{series.Source}. {series.Attribution}, {series.Licence}.", period.Title, 0);
    }

    private int VersionOf(Measure measure) => versions?.GetValueOrDefault(measure.Code, measure.Version) ?? measure.Version;

    /// <summary>A change is said with its direction, so that a sentence reads right whichever way it goes.</summary>
    private static string Said(DisclosedFigure figure) =>
        figure is { Kind: FigureKind.Change, Value: > 0 } && char.IsAsciiDigit(figure.Display[0]) ? "+" + figure.Display : figure.Display;
}
