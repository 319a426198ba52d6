using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.People;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Notes;

/// <summary>Writes a note. What is typed is kept on the server all the time; signing makes it a record that never changes.</summary>
[Permit(Permission.WorkCases)]
public sealed class WriteModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    /// <summary>More people than one file holds.</summary>
    private const int MostPeople = 100;

    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    /// <summary>The draft that is open, or the number under which the first save keeps it.</summary>
    [BindProperty(Name = "draft", SupportsGet = true)]
    public Id<NoteDraft>? Draft { get; set; }

    [BindProperty(Name = "corrects", SupportsGet = true)]
    public Id<Note>? Corrects { get; set; }

    /// <summary>The version of the draft that this page has; 0 before it was kept.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public NoteKind? Kind { get; set; }

    [BindProperty]
    public Id<Person>? About { get; set; }

    [BindProperty]
    [System.ComponentModel.DataAnnotations.Display(Name = "The day")]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? At { get; set; }

    [BindProperty]
    public bool IsThirdParty { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public IReadOnlyList<Option> People { get; private set; } = [];
    public DateTime? SavedAt { get; private set; }
    public string TimelineUrl => TimelineModel.Url(here.Address, CaseFile);

    public static new string Url(string partnership, Id<CaseFile> file, Id<NoteDraft>? draft = null, Id<Note>? corrects = null) =>
        $"/{partnership}/files/{file}/timeline/write" + (draft is { } d ? $"?draft={d}" : corrects is { } c ? $"?corrects={c}" : "");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Draft is { } id)
        {
            if (await MyDraftAsync(id, ct) is not { } draft)
                return NotFound();
            if (draft.SignedAs is { } note)
                return Redirect(NoteModel.Url(here.Address, CaseFile, note));
            Show(draft.Open(await db.KeyOfAsync(CaseFile, ct)));
            (Version, Corrects, SavedAt) = (draft.Version, draft.Corrects, draft.SavedAt);
        }
        else
        {
            (Draft, On) = (Id<NoteDraft>.New(), LondonTime.DateOf(here.Viewer.Now));
            if (Corrects is { } first && !await db.Notes.AnyAsync(n => n.Id == first && n.CaseFile == CaseFile, ct))
                return NotFound();
        }
        await ShowAgainAsync(ct);
        return Page();
    }

    /// <summary>Keeps what is typed: from the page by itself every few seconds, or by its button.</summary>
    public async Task<IActionResult> OnPostDraftAsync(CancellationToken ct)
    {
        var isByItself = Request.Headers["X-Kept-As-Typed"] == "1";
        if (Draft is null || Words?.Length > NoteDraft.WordsLimit)
        {
            ModelState.AddModelError(nameof(Words), "Too long to keep: sign this note and go on in a new one");
            return isByItself ? Answer(null, "too long to keep. Sign this note and go on in a new one.") : await this.AgainAsync(ct);
        }
        var (draft, isBeside) = await KeepAsync(ct);
        if (draft is null)
            return isByItself ? Answer(null, "this note was signed in another window.") : Redirect(Url(here.Address, CaseFile, Draft));
        if (isByItself)
            return Answer(draft, isBeside ? "as a draft of its own, because this draft was changed in another window." : null);
        TempData["Done"] = isBeside ? "Saved as a draft of its own: the other one was changed in another window." : "Saved as a draft. Only you can see it.";
        return Redirect(Url(here.Address, CaseFile, draft.Id));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Draft?.Value, ct) is { } done)
            return Redirect(done);
        await CheckAsync(ct);
        if (!ModelState.IsValid || Draft is not { } id)
            return await this.AgainAsync(ct);
        var key = await db.KeyOfAsync(CaseFile, ct);
        var act = here.Act("note.sign", "signing a note");
        var note = Note.Sign(act, key, Typed(), Typed().HappenedAt(here.Viewer.Now), Corrects);
        db.Add(note);
        var draft = await db.NoteDrafts.SingleOrDefaultAsync(d => d.Id == id && d.CaseFile == CaseFile && d.By == here.Viewer.Member, ct);
        draft?.Sign(act, note);
        var url = await once.SaveAsync(act, id.Value, NoteModel.Url(here.Address, CaseFile, note.Id), ct);
        TempData["Done"] = "The note is signed.";
        return Redirect(url);
    }

    /// <summary>Keeps the draft as it is typed. When the same draft was changed in another window, this one becomes a draft of its own: neither is lost.</summary>
    private async Task<(NoteDraft? Draft, bool IsBeside)> KeepAsync(CancellationToken ct)
    {
        var key = await db.KeyOfAsync(CaseFile, ct);
        var act = here.Act("note.draft", "keeping a note as it is typed");
        var draft = await MyDraftAsync(Draft!.Value, ct, tracked: true);
        if (draft?.SignedAs is not null)
            return (null, false);
        try
        {
            if (draft is null && Version == 0)
            {
                draft = NoteDraft.Start(act, key, Draft!.Value, Corrects, Typed());
                db.Add(draft);
                await db.SaveAsync(act, ct);
                return (draft, false);
            }
            if (draft is not null && draft.Version == Version)
            {
                draft.Keep(act, key, Typed());
                await db.SaveAsync(act, ct);
                return (draft, false);
            }
        }
        catch (Exception fault) when (fault is DbUpdateException || fault is RuleBroken { Code: PartnershipDb.ChangedMeanwhile })
        {
            db.ChangeTracker.Clear();
        }
        var beside = NoteDraft.Start(act, key, Id<NoteDraft>.New(), Corrects, Typed());
        db.Add(beside);
        await db.SaveAsync(act, ct);
        return (beside, true);
    }

    private Task<NoteDraft?> MyDraftAsync(Id<NoteDraft> id, CancellationToken ct, bool tracked = false)
    {
        var me = here.Viewer.Member;
        return (tracked ? db.NoteDrafts : db.NoteDrafts.AsNoTracking()).SingleOrDefaultAsync(d => d.Id == id && d.CaseFile == CaseFile && d.By == me, ct);
    }

    /// <summary>What the page's script reads. Accepted, not shown: it holds nothing of the file.</summary>
    private static JsonResult Answer(NoteDraft? draft, string? note) => new(new
    {
        saved = draft is not null, draft = draft?.Id.ToString(), version = draft?.Version, at = draft is null ? null : LondonTime.FromUtc(draft.SavedAt).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), note,
    }) { StatusCode = StatusCodes.Status202Accepted };

    private NoteTyped Typed() => new() { Kind = Kind, About = About, On = On, At = At, IsThirdParty = IsThirdParty, Source = Source, Words = Words };

    private void Show(NoteTyped typed) =>
        (Kind, About, On, At, IsThirdParty, Source, Words) = (typed.Kind, typed.About, typed.On, typed.At, typed.IsThirdParty, typed.Source, typed.Words);

    private async Task CheckAsync(CancellationToken ct)
    {
        foreach (var (field, message) in Typed().Problems(here.Viewer.Now))
            if (ModelState[field]?.Errors.Count is null or 0)
                ModelState.AddModelError(field, message);
        if (About is { } person && !await db.People.AnyAsync(p => p.Id == person && p.CaseFile == CaseFile, ct))
            ModelState.AddModelError(nameof(About), "Choose somebody of this file");
        if (Corrects is { } first && !await db.Notes.AnyAsync(n => n.Id == first && n.CaseFile == CaseFile, ct))
            ModelState.AddModelError(nameof(Words), "The note that this one corrects is not in this file");
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var key = await db.KeyOfAsync(CaseFile, ct);
        People = [.. (await db.People.AsNoTracking().Where(p => p.CaseFile == CaseFile).OrderBy(p => p.Id).Take(MostPeople).ToListAsync(ct)).Select(p => new Option(p.Id.ToString(), p.DisplayName(key)))];
        Draft ??= Id<NoteDraft>.New();
    }
}
