using Lapwing.Design.Charts;
using Lapwing.Modules.Boards.Documents;
using Lapwing.Modules.Figures;
using Lapwing.Modules.Figures.Disclosure;
using Lapwing.Time;

namespace Lapwing.Tests.Modules.Boards.Export;

/// <summary>A paper of a place that does not exist, with one of everything that a paper can hold.</summary>
internal static class InventedPaper
{
    public const string Marking = "RESTRICTED", Title = "Domestic abuse pathways: progress in the quarter";
    public static readonly Quarter Quarter = new(2025, 3);
    public static readonly FigureSource Received = new("referrals-received", "referrals-received", Quarter);
    public static readonly FigureSource Official = new("offences", null, Quarter);

    private static readonly Dimension s_level = new("level", "Level of risk", [new("high", "High"), new("medium", "Medium"), new("standard", "Standard")]);
    private static readonly Dimension s_source = new("source", "Source of referral", [new("police", "Police"), new("health", "Health"), new("gp", "GP practice", "health"), new("hospital", "Hospital", "health"), new("self", "Themselves")]);

    public static Disclosed Figures { get; } = Release();

    public static DisclosedTable ByLevel => Figures.Table("by-level");

    public static PaperDocument Whole => new(
        "Marshbury (invented)", IsDemonstration: true, Title, Quarter,
        new Marking("restricted", Marking, ["Do not copy, forward or leave it on a desk.", "Destroy it after the meeting."]),
        "Board", "Draft of 12 January 2026, from figures as known on 9 January 2026.", IsDraft: true,
        [("Period", "1 October to 31 December 2025"), ("Figures as known on", "9 January 2026"), ("Disclosure policy", "Board, version 2"), ("Approved by", "Nobody yet")],
        [
            new DocumentSection("Summary", [
                new Paragraph([new Run("We received "), new Run("119", Bold: true, Figure: Received), new Run(" referrals, against "), new Run("1,204", Figure: Official),
                    new Run(" offences recorded by the police. "), new Run("The two do not count the same people.", Italic: true)]),
                new Points(false, [[new Run("A place of safety was found for everybody who asked.")], [new Run("Nobody waited "), new Run("longer than ten days", Bold: true), new Run(".")]]),
                new Subheading("What we ask the board"),
                new Points(true, [[new Run("Note the progress.")], [new Run("Agree the action plan.")]])]),
            new DocumentSection("Referrals", [
                new Paragraph([new Run("Most came from health services, as in the quarter before.")]),
                new FigureTable(ByLevel),
                new FigureTable(Figures.Table("by-level-and-source")),
                new Subheading("Over two years"),
                new FigureChart(ShownCharts.Of(Figures.Table("trend"), ChartKind.Line)),
                new FigureChart(ShownCharts.Of(Figures.Table("by-source"), ChartKind.Bars))]),
            new DocumentSection("Next steps", [.. Enumerable.Range(1, 12).Select(i => new Paragraph(
                [new Run($"Step {i}. "), new Run(string.Concat(Enumerable.Repeat("The partnership goes on with what works and asks those who use it what does not. ", 6)))])), new Points(true, [[new Run("First again.")]])]),
        ],
        [
            new UsedFigure(Received, "Referrals received", "119", "referrals", "Every referral that arrived at the front door in the quarter, whatever became of it.", "Lapwing", "2025/26 Q3", 2),
            new UsedFigure(Received with { Quarter = Quarter.Previous }, "Referrals received", "97", "referrals", "Every referral that arrived at the front door in the quarter, whatever became of it.", "Lapwing", "2025/26 Q2", 2),
            new UsedFigure(Official, "Offences of violence against women and girls", "1,204", "offences", "Offences recorded by the police, not domestic abuse alone.", "Metropolitan Police Service", "2025/26 Q3", 0),
        ],
        ["\"fewer than 5\" stands for 1 to 4.", "[c] is withheld so that another figure cannot be worked out.", "Contains public sector information licensed under the Open Government Licence v3.0."]);

    /// <summary>The same with somebody's worst idea in each place where words can be typed.</summary>
    public static PaperDocument With(string words) => Whole with
    {
        Title = words, Partnership = words, Standing = words, Audience = words, Marking = new Marking("restricted", Marking, [words]),
        Facts = [(words, words)], Notes = [words],
        Sections =
        [
            new DocumentSection(words, [
                new Paragraph([new Run(words, Bold: true), new Run(words, Figure: Received)]), new Subheading(words), new Points(false, [[new Run(words)]]), new FigureTable(ByLevel),
                new FigureChart(ShownCharts.Of(Figures.Table("by-source"), ChartKind.Bars) with { Title = words, Note = words, CategoryName = words })]),
        ],
        Figures = [new UsedFigure(Received, words, words, words, words, words, words, 1)],
    };

    /// <summary>A table with more columns, another with more rows and a chart with more bars than a sheet has room for.</summary>
    public static DocumentSection Large { get; } = LargeOnes();

    private static DocumentSection LargeOnes()
    {
        var wards = new Dimension("ward", "Ward", Enumerable.Range(1, 60).Select(n => new Category($"w{n}", $"Ward {n} of the invented town")));
        string[] names = ["Police", "Housing options", "Health services", "Children's social care", "Adult social care", "Education", "Voluntary sector", "Themselves", "Neighbours", "Not recorded"];
        var sources = new Dimension("sources", "Source", names.Select((name, i) => new Category($"n{i}", name)));
        var (rows, wide) = (Within("by-ward", "Referrals received by ward").By(wards), Within("by-level-and-sources", "Referrals received by level of risk and kind of source").By(s_level).By(sources));
        for (var n = 1; n <= 60; n++) rows.Cell(n * 3, [], $"w{n}");
        foreach (var (level, l) in s_level.Categories.Select((level, l) => (level, l)))
        {
            for (var i = 0; i < names.Length; i++) wide.Cell((l + 1) * (i + 1) * 7, [], level.Code, $"n{i}");
        }
        // Each by itself: they do not add up to the same town.
        DisclosedTable Alone(TallyBuilder tally) => DisclosureControl.Protect(new ReleaseBuilder(DisclosurePolicy.Trusted).Add(tally.Build()).Build()).Tables[0];
        var byWard = Alone(rows);
        return new DocumentSection("Large ones", [new FigureTable(Alone(wide)), new FigureTable(byWard), new FigureChart(ShownCharts.Of(byWard, ChartKind.Bars))]);
    }

    private static Disclosed Release()
    {
        var quarters = new Dimension("quarter", "Quarter", Quarter.Last(8).Select(q => new Category(q.Code, q.Title)), total: null);
        var trend = new TallyBuilder("trend", "Referrals received", "received").Unit("referrals").By(quarters);
        foreach (var (quarter, i) in Quarter.Last(8).Select((q, i) => (q, i)).SkipLast(1)) trend.Cell(60 + i * 7, [], quarter.Code);
        trend.Cell(119, [], Quarter.Code);
        var byLevel = Within("by-level", "Referrals received by level of risk").By(s_level).Cell(3, [], "high").Cell(36, [], "medium").Cell(80, [], "standard");
        var bySource = Within("by-source", "Referrals received by source").By(s_source).Cell(50, [], "police").Cell(22, [], "gp").Cell(17, [], "hospital").Cell(30, [], "self");
        var both = Within("by-level-and-source", "Referrals received by level of risk and source").By(s_level).By(s_source)
            .Cell(1, [], "high", "police").Cell(1, [], "high", "gp").Cell(1, [], "high", "hospital").Cell(0, [], "high", "self")
            .Cell(19, [], "medium", "police").Cell(7, [], "medium", "gp").Cell(6, [], "medium", "hospital").Cell(4, [], "medium", "self")
            .Cell(30, [], "standard", "police").Cell(14, [], "standard", "gp").Cell(10, [], "standard", "hospital").Cell(26, [], "standard", "self");
        return DisclosureControl.Protect(new ReleaseBuilder(DisclosurePolicy.Board).Add(trend.Build()).Add(byLevel.Build()).Add(bySource.Build()).Add(both.Build()).Build());
    }

    private static TallyBuilder Within(string code, string title) => new TallyBuilder(code, title, "received").Unit("referrals").Within("quarter", Quarter.Code);
}
