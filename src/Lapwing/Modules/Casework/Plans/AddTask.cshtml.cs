using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Casework.Plans;

/// <summary>Sets a task: what, who, by when, and which plan it is a step of.</summary>
[Permit(Permission.WorkCases)]
public sealed class AddTaskModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public PlanKind? Step { get; set; }

    [BindProperty]
    public Id<Member>? Owner { get; set; }

    [BindProperty]
    [System.ComponentModel.DataAnnotations.Display(Name = "The day on which it is due")]
    public DateOnly? DueOn { get; set; }

    public IReadOnlyList<Option> Owners { get; private set; } = [];
    public string PlanUrl => PlanModel.Url(here.Address, CaseFile);

    public static new string Url(string partnership, Id<CaseFile> file) => $"{PlanModel.Url(partnership, file)}/task";

    public async Task OnGetAsync(CancellationToken ct)
    {
        Owner = here.Viewer.Member;
        await ShowAgainAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        foreach (var (field, message) in Problems(Title, Owner, DueOn, Owners))
            if (ModelState[field]?.Errors.Count is null or 0)
                ModelState.AddModelError(field, message);
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("task.set", "setting a task");
        db.Add(CaseTask.Set(act, await db.KeyOfAsync(CaseFile, ct), Title!, Owner!.Value, DueOn!.Value, Step));
        var url = await once.SaveAsync(act, PlanUrl, ct);
        TempData["Done"] = "The task is set.";
        return Redirect(url);
    }

    /// <summary>What is missing or wrong, by field; a task is the same wherever it is set.</summary>
    internal static IEnumerable<(string Field, string Message)> Problems(string? title, Id<Member>? owner, DateOnly? dueOn, IReadOnlyList<Option> owners)
    {
        if (string.IsNullOrWhiteSpace(title))
            yield return (nameof(Title), "Say what is to be done");
        else if (title.Length > CaseTask.TitleLimit)
            yield return (nameof(Title), "What is to be done must be 500 characters or fewer");
        if (owner is null || owners.All(o => o.Value != owner.ToString()))
            yield return (nameof(Owner), "Choose who will do it");
        if (dueOn is null)
            yield return (nameof(DueOn), "Enter the day by which it is done");
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        if (Owners.Count == 0)
            Owners = await FileWorkers.OptionsAsync(db, CaseFile, ct);
    }
}
