using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Boards;

/// <summary>A paper with its sections, as every page about it begins.</summary>
public sealed record OpenPaper(Paper Paper, IReadOnlyList<PaperSection> Sections)
{
    /// <summary>The paper that a route names; null when there is none. What is found is tracked, so that it can be changed.</summary>
    public static async Task<OpenPaper?> FindAsync(PartnershipDb db, string route, CancellationToken ct)
    {
        if (!Id<Paper>.TryParse(route, null, out var id) || await db.Papers.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } paper)
            return null;
        return new(paper, await db.PaperSections.Where(s => s.Paper == id).OrderBy(s => s.Position).ToListAsync(ct));
    }

    /// <summary>Everybody who had a hand in it and so cannot approve it.</summary>
    public async Task<IReadOnlySet<Id<Member>>> HandsAsync(PartnershipDb db, CancellationToken ct)
    {
        var steps = await db.PaperSteps.AsNoTracking().Where(s => s.Paper == Paper.Id).ToListAsync(ct);
        return steps.Where(s => s.IsWriting).Select(s => s.By).Append(Paper.MadeBy).Append(Paper.MarkedBy).Concat(Sections.Select(s => s.EditedBy)).ToHashSet();
    }

    /// <summary>A new paper with the sections of a template or of an earlier paper.</summary>
    /// <param name="sections">Headings and texts in their order.</param>
    public static (OpenPaper Open, PaperStep Made) Make(Act act, Paper paper, IEnumerable<(string Heading, string Text)> sections, string from) =>
        (new(paper, [.. sections.Select((s, i) => PaperSection.Add(act, paper, i + 1, s.Heading, s.Text))]), PaperStep.Of(act, paper, PaperDeed.Made, from));

    /// <summary>The newest edition for a quarter and audience.</summary>
    public static async Task<OpenPaper?> NewestAsync(PartnershipDb db, Time.Quarter quarter, string audience, CancellationToken ct) =>
        await db.Papers.Where(p => p.Quarter == quarter.Code && p.Audience == audience).OrderByDescending(p => p.Edition).Select(p => (Id<Paper>?)p.Id).FirstOrDefaultAsync(ct) is { } id
            ? await FindAsync(db, id.ToString(), ct) : null;
}
