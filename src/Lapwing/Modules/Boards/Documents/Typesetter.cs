using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Figures;
using Lapwing.Modules.Figures.Context;
using Lapwing.Modules.Figures.Snapshots;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Boards.Documents;

/// <summary>Puts the figures into a paper's text: live ones into a draft, the frozen ones for ever after.</summary>
public sealed class Typesetter(FiguresDoor door)
{
    /// <param name="db">Open for the reader; live figures are counted through their own door.</param>
    public async Task<SetPaper> SetAsync(PartnershipDb db, Partnership partnership, Paper paper, IReadOnlyList<PaperSection> sections, CancellationToken ct)
    {
        var settings = await PaperSettings.ReadAsync(db, ct);
        var snapshot = await SnapshotAsync(db, paper, ct);
        var figures = await FiguresAsync(db, partnership, paper, snapshot, ct);
        var texts = sections.OrderBy(s => s.Position).Select(s => (s.Heading, Text: PaperText.Read(s.Text, figures))).ToList();
        var names = await NamesAsync(db, [paper.MadeBy, .. new[] { paper.ApprovedBy, snapshot?.FrozenBy }.OfType<Id<Member>>()], ct);
        string Name(Id<Member> member) => names.GetValueOrDefault(member, "The system");

        var facts = new List<(string, string)>
        {
            ("Period", $"{paper.Period.Title} ({paper.Period.Months})"),
            ("Figures as known on", snapshot is null ? $"{Spoken.Moment(db.Viewer.Now)} (live: they still change)" : $"{Spoken.Moment(snapshot.KnownAt)}; frozen by {Name(snapshot.FrozenBy)}"),
            ("Small numbers", PolicyInWords(figures)),
            ("Version", paper.Edition.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("Made by", Name(paper.MadeBy)),
        };
        if (paper is { ApprovedAt: { } at, ApprovedBy: { } by })
            facts.Add(("Approved by", $"{Name(by)} on {Spoken.Day(at)}"));
        var used = texts.SelectMany(t => t.Text.Used).DistinctBy(f => f.From.Code).ToList();
        var document = new PaperDocument(
            partnership.Name, partnership.IsDemonstration, paper.Title, paper.Period, settings[paper.Marking], AudienceTitle(paper.Audience),
            StandingOf(paper), paper.State != PaperState.Approved, facts,
            [.. texts.Select(t => new DocumentSection(t.Heading, t.Text.Blocks))], used, [.. NotesOf(used, texts.SelectMany(t => t.Text.Blocks), figures)]);
        return new(document, figures, [.. texts.SelectMany(t => t.Text.Problems.Select(problem => $"{t.Heading}: {problem}"))]);
    }

    /// <summary>What a paper's texts can refer to.</summary>
    public async Task<PaperFigures> FiguresAsync(PartnershipDb db, Partnership partnership, Paper paper, CancellationToken ct) =>
        await FiguresAsync(db, partnership, paper, await SnapshotAsync(db, paper, ct), ct);

    /// <summary>The figures of a paper that are frozen; null while they are live.</summary>
    public static async Task<Snapshot?> SnapshotAsync(PartnershipDb db, Paper paper, CancellationToken ct) =>
        paper.Snapshot is { } id ? await db.Snapshots.AsNoTracking().SingleAsync(s => s.Id == id, ct) : null;

    private async Task<PaperFigures> FiguresAsync(PartnershipDb db, Partnership partnership, Paper paper, Snapshot? snapshot, CancellationToken ct)
    {
        var shown = snapshot?.Shown ?? (await door.QuarterAsync(partnership.Address, db.Viewer, paper.Period, paper.Audience, ct)).Shown;
        var areas = await db.Areas.AsNoTracking().OrderBy(a => a.Number).Select(a => a.GssCode).ToListAsync(ct);
        return new(shown, await Catalogue.ReadAsync(db, ct), paper.Period, snapshot?.Versions, areas, partnership.Name);
    }

    public static string AudienceTitle(string audience) => audience == "public" ? "The public" : "The board";

    private static string StandingOf(Paper paper) => paper.State switch
    {
        PaperState.Draft => "Draft: its figures are live and not yet frozen",
        PaperState.Frozen => "Draft: its figures are frozen, its text is not yet approved",
        _ => "Approved",
    };

    private static string PolicyInWords(PaperFigures figures) => figures.Policy is var policy && policy.RoundingBase > 1
        ? $"Numbers under {policy.Threshold}, and what would give them away, are not shown; the rest is rounded to the nearest {policy.RoundingBase}"
        : $"Numbers under {policy.Threshold}, and what would give them away, are not shown";

    private static IEnumerable<string> NotesOf(IReadOnlyList<UsedFigure> used, IEnumerable<Block> blocks, PaperFigures figures)
    {
        if (used.Any(f => f.Display == figures.Policy.WithheldText))
            yield return $"“{figures.Policy.WithheldText}”: withheld so that nobody can be identified; it may be a small or a large number.";
        if (used.Any(f => f.Display == figures.Policy.LowBaseText))
            yield return $"“{figures.Policy.LowBaseText}”: counted on too few for a percentage or a median to mean anything.";
        if (figures.Policy.RoundingBase > 1)
            yield return $"Numbers are rounded to the nearest {figures.Policy.RoundingBase} one by one, so they may not add up.";
        if (used.Any(f => f.From.Measure is null) || blocks.OfType<FigureChart>().Any(c => c.Chart.Title == ContextSeries.VawgOffences.Title))
            yield return ContextSeries.VawgOffences.Note;
    }

    private static async Task<Dictionary<Id<Member>, string>> NamesAsync(PartnershipDb db, Id<Member>[] members, CancellationToken ct) =>
        await db.Members.AsNoTracking().Where(m => members.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
}

/// <summary>A paper with its figures in place, and the references in it that lead nowhere.</summary>
public sealed record SetPaper(PaperDocument Document, PaperFigures Figures, IReadOnlyList<string> Problems);
