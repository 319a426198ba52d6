using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Casework.Plans;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Casework.Notes;

/// <summary>A manager notes what was discussed in supervision about a file; what was agreed becomes tasks. Note and tasks are one save.</summary>
[Permit(Permission.ManageTeam)]
public sealed class SupervisionModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    /// <summary>As many as one discussion agrees; more are tasks set on their own.</summary>
    public const int MostActions = 3;

    public sealed class Agreed
    {
        public string? Title { get; set; }
        public Id<Member>? Owner { get; set; }

        [System.ComponentModel.DataAnnotations.Display(Name = "The day on which it is due")]
        public DateOnly? DueOn { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace(Title) && Owner is null && DueOn is null;
    }

    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    [System.ComponentModel.DataAnnotations.Display(Name = "The day")]
    public DateOnly? On { get; set; }

    [BindProperty]
    public List<Agreed> Actions { get; set; } = [];

    public IReadOnlyList<Option> Owners { get; private set; } = [];
    public string TimelineUrl => TimelineModel.Url(here.Address, CaseFile);

    public static new string Url(string partnership, Id<CaseFile> file) => $"{TimelineModel.Url(partnership, file)}/supervision";

    public Task OnGetAsync(CancellationToken ct)
    {
        On = LondonTime.DateOf(here.Viewer.Now);
        return ShowAgainAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        var typed = new NoteTyped { Kind = NoteKind.Supervision, On = On, Words = Words };
        foreach (var (field, message) in typed.Problems(here.Viewer.Now))
            if (ModelState[field]?.Errors.Count is null or 0)
                ModelState.AddModelError(field, message);
        for (var i = 0; i < Actions.Count; i++)
            if (!Actions[i].IsEmpty)
                foreach (var (field, message) in AddTaskModel.Problems(Actions[i].Title, Actions[i].Owner, Actions[i].DueOn, Owners))
                    ModelState.AddModelError($"{nameof(Actions)}[{i}].{field}", $"Action {i + 1}: {Spoken.InSentence(message)}");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var key = await db.KeyOfAsync(CaseFile, ct);
        var act = here.Act("supervision.record", "recording a supervision discussion");
        var note = Note.Sign(act, key, typed, typed.HappenedAt(here.Viewer.Now), null);
        db.Add(note);
        db.AddRange(Actions.Take(MostActions).Where(a => !a.IsEmpty).Select(a => CaseTask.Set(act, key, a.Title!, a.Owner!.Value, a.DueOn!.Value, agreedIn: note.Id)));
        var url = await once.SaveAsync(act, NoteModel.Url(here.Address, CaseFile, note.Id), ct);
        TempData["Done"] = "The discussion is recorded, and its actions are tasks.";
        return Redirect(url);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        if (Owners.Count == 0)
            Owners = await FileWorkers.OptionsAsync(db, CaseFile, ct);
        while (Actions.Count < MostActions)
            Actions.Add(new());
    }
}
