using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Casework.Notes;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Plans;

/// <summary>One task: change it, say that it is done, or drop it with a reason. It never disappears.</summary>
[Permit(Permission.WorkCases)]
public sealed class TaskModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    [FromRoute(Name = "task")]
    public Id<CaseTask> Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public Id<Member>? Owner { get; set; }

    [BindProperty]
    [System.ComponentModel.DataAnnotations.Display(Name = "The day on which it is due")]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    public string? Result { get; set; }

    public CaseTask Task { get; private set; } = null!;
    public string Words { get; private set; } = "";
    public string? ResultWords { get; private set; }
    public string OwnerName { get; private set; } = "";
    public string SetBy { get; private set; } = "";
    public string? DoneBy { get; private set; }
    public IReadOnlyList<Option> Owners { get; private set; } = [];
    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public string PlanUrl => PlanModel.Url(here.Address, CaseFile);
    public string? AgreedInUrl => Task.AgreedIn is { } note ? NoteModel.Url(here.Address, CaseFile, note) : null;

    public static new string Url(string partnership, Id<CaseFile> file, Id<CaseTask> task) => $"{PlanModel.Url(partnership, file)}/tasks/{task}";

    public async System.Threading.Tasks.Task OnGetAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        (Version, Title, Owner, DueOn) = (Task.Version, Words, Task.Owner, Task.DueOn);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Owners = await FileWorkers.OptionsAsync(db, CaseFile, ct);
        foreach (var (field, message) in AddTaskModel.Problems(Title, Owner, DueOn, Owners))
            if (ModelState[field]?.Errors.Count is null or 0)
                ModelState.AddModelError(field, message);
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        return await MoveAsync("task.change", "changing a task", "The task is changed.", (task, act, key) => task.Change(act, key, Title!, Owner!.Value, DueOn!.Value), ct);
    }

    public Task<IActionResult> OnPostFinishAsync(CancellationToken ct) => EndAsync("task.finish", "finishing a task", "The task is done.", (task, act, key) => task.Finish(act, key, Result), ct);

    public Task<IActionResult> OnPostDropAsync(CancellationToken ct) => EndAsync("task.drop", "dropping a task", "The task is dropped.", (task, act, key) => task.Drop(act, key, Result), ct);

    private async Task<IActionResult> EndAsync(string code, string purpose, string done, Action<CaseTask, Act, FileKey> move, CancellationToken ct)
    {
        if (Result?.ReplaceLineEndings("\n").Length > CaseTask.ResultLimit)
            ModelState.AddModelError(nameof(Result), "What became of it must be 2,000 characters or fewer");
        return ModelState.IsValid ? await MoveAsync(code, purpose, done, move, ct) : await this.AgainAsync(ct);
    }

    private async Task<IActionResult> MoveAsync(string code, string purpose, string done, Action<CaseTask, Act, FileKey> move, CancellationToken ct)
    {
        var task = await db.CaseTasks.SingleAsync(t => t.Id == Id, ct);
        if (task.Version != Version)
            throw new RuleBroken(PartnershipDb.ChangedMeanwhile, "Somebody else changed this task while you were working on it. Look at what they did, below. What you typed is still here.");
        var act = here.Act(code, purpose);
        move(task, act, await db.KeyOfAsync(CaseFile, ct));
        await db.SaveAsync(act, ct);
        TempData["Done"] = done;
        return Redirect(PlanUrl);
    }

    private async System.Threading.Tasks.Task ReadAsync(CancellationToken ct)
    {
        var key = await db.KeyOfAsync(CaseFile, ct);
        Task = await db.CaseTasks.AsNoTracking().SingleAsync(t => t.Id == Id, ct);
        (Words, ResultWords) = (key.Reveal(Task.Title), key.RevealIfAny(Task.Result));
        var names = await MemberNames.OfAsync(db, [Task.Owner, Task.SetBy, Task.DoneBy ?? Task.SetBy], ct);
        (OwnerName, SetBy, DoneBy) = (names[Task.Owner], names[Task.SetBy], Task.DoneBy is { } by ? names[by] : null);
        Owners = Owners.Count > 0 ? Owners : await FileWorkers.OptionsAsync(db, CaseFile, ct);
    }

    public async System.Threading.Tasks.Task ShowAgainAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await ReadAsync(ct);
        if (Task.Version != Version && Title is not null)
            Differences = Web.Answers.Between(("What is to be done", Words, Title), ("Who", OwnerName, Owners.FirstOrDefault(o => o.Value == Owner?.ToString())?.Label.Replace(" (you)", "", StringComparison.Ordinal)),
                ("Due", Spoken.Day(Task.DueOn), DueOn is { } due ? Spoken.Day(due) : ""));
        (Title, Owner, DueOn) = (Title ?? Words, Owner ?? Task.Owner, DueOn ?? Task.DueOn);
        ModelState.Remove(nameof(Version));
        Version = Task.Version;
    }
}
