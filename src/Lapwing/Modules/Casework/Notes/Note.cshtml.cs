using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Notes;

/// <summary>One signed note, with what it corrects and what corrects it: each stays readable as it was signed.</summary>
[Permit(Permission.WorkCases)]
public sealed class NoteModel(Here here, PartnershipDb db) : PageModel
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    [FromRoute(Name = "note")]
    public Id<Note> Id { get; set; }

    public Note Note { get; private set; } = null!;
    public string Words { get; private set; } = "";
    public string? Source { get; private set; }
    public string By { get; private set; } = "";
    public string? About { get; private set; }
    public string? CorrectsUrl => Note.Corrects is { } first ? Url(here.Address, CaseFile, first) : null;
    public IReadOnlyList<(string Url, DateTime At)> Corrections { get; private set; } = [];
    public string CorrectUrl => WriteModel.Url(here.Address, CaseFile, corrects: Id);
    public string TimelineUrl => TimelineModel.Url(here.Address, CaseFile);

    public static new string Url(string partnership, Id<CaseFile> file, Id<Note> note) => $"/{partnership}/files/{file}/timeline/notes/{note}";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var key = await db.KeyOfAsync(CaseFile, ct);
        Note = await db.Notes.AsNoTracking().SingleAsync(n => n.Id == Id, ct);
        (Words, Source) = (key.Reveal(Note.Words), key.RevealIfAny(Note.Source));
        By = (await MemberNames.OfAsync(db, [Note.By], ct))[Note.By];
        About = Note.About is { } about ? (await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == about, ct))?.DisplayName(key) : null;
        Corrections = [.. (await db.Notes.AsNoTracking().Where(n => n.Corrects == Id).OrderBy(n => n.SignedAt).Select(n => new { n.Id, n.SignedAt }).ToListAsync(ct))
            .Select(n => (Url(here.Address, CaseFile, n.Id), n.SignedAt))];
    }
}
