using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accommodation.Pathway;

/// <summary>Adds a step of the pathway or changes one, and records what an expert by experience says of it.</summary>
[Permit(Permission.EditDirectory)]
public sealed class StepModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true, Name = "step")]
    public string Route { get; set; } = "new";

    [BindProperty] public int? Number { get; set; }
    [BindProperty] public string? Title { get; set; }
    [BindProperty] public string? Barrier { get; set; }
    [BindProperty] public string? Change { get; set; }
    [BindProperty] public string? Owner { get; set; }
    [BindProperty] public string? Boroughs { get; set; }
    [BindProperty] public StepState? State { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public Guid? Once { get; set; }

    [BindProperty] public string? Alias { get; set; }
    [BindProperty] public string? Better { get; set; }
    [BindProperty] public string? InTheirWords { get; set; }

    [BindProperty, Display(Name = "The day")]
    public DateOnly? On { get; set; }

    public bool IsNew => Route == "new";
    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public string BackUrl => PathwayModel.Url(here.Address);

    public static new string Url(string partnership, Id<PathwayStep>? step) => $"{PathwayModel.Url(partnership)}/{step?.ToString() ?? "new"}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!IsNew)
        {
            if (await FindAsync(ct) is not { } step)
                return NotFound();
            Show(step);
        }
        else
        {
            Number = (await db.PathwaySteps.MaxAsync(s => (int?)s.Number, ct) ?? 0) + 1;
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        var step = await FindAsync(ct);
        if (!IsNew && step is null)
            return NotFound();
        await CheckAsync(step, ct);
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act(IsNew ? "pathway.add" : "pathway.change", "keeping the housing pathway up to date");
        var words = new StepWords(Number!.Value, Title!, Barrier!, Change ?? "", Owner!, Boroughs ?? "");
        if (step is null)
        {
            db.PathwaySteps.Add(PathwayStep.Add(act, words));
        }
        else
        {
            db.Expect(step, Version);
            step.Revise(act, words, State ?? step.State, await db.StepSignOffs.AsNoTracking().Where(s => s.Step == step.Id).ToListAsync(ct));
        }
        var url = await once.SaveAsync(act, Once, BackUrl, ct);
        TempData["Done"] = "The step is saved.";
        return Redirect(url);
    }

    public async Task<IActionResult> OnPostSignOffAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } step)
            return NotFound();
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        if (string.IsNullOrWhiteSpace(Alias) || Alias.Length > StepSignOff.AliasLimit)
            ModelState.AddModelError(nameof(Alias), $"Enter the name that the expert chose, in {StepSignOff.AliasLimit} characters or fewer");
        if (Better is not ("yes" or "no"))
            ModelState.AddModelError(nameof(Better), "Say whether it is better now");
        if (InTheirWords?.Length > StepSignOff.WordsLimit)
            ModelState.AddModelError(nameof(InTheirWords), "Their words must be 2,000 characters or fewer");
        if (On is null && ModelState[nameof(On)] is not { Errors.Count: > 0 })
            ModelState.AddModelError(nameof(On), "Enter the day");
        if (!ModelState.IsValid)
        {
            Show(step, keepTyped: true);
            return await this.AgainAsync(ct);
        }
        var act = here.Act("pathway.sign-off", "an expert by experience says whether a step is better");
        Show(step, keepTyped: true);
        db.StepSignOffs.Add(StepSignOff.Record(act, step, Alias!, Better == "yes", InTheirWords, On!.Value));
        var url = await once.SaveAsync(act, Once, BackUrl, ct);
        TempData["Done"] = "It is recorded.";
        return Redirect(url);
    }

    private async Task CheckAsync(PathwayStep? step, CancellationToken ct)
    {
        if (Number is not (>= 1 and <= PathwayStep.LastNumber))
            ModelState.AddModelError(nameof(Number), $"The number must be from 1 to {PathwayStep.LastNumber}");
        else if (await db.PathwaySteps.AnyAsync(s => s.Number == Number && (step == null || s.Id != step.Id), ct))
            ModelState.AddModelError(nameof(Number), "Another step has this number");
        foreach (var (member, text, most, missing) in new[]
        {
            (nameof(Title), Title, PathwayStep.TitleLimit, "Enter what the step is called"), (nameof(Barrier), Barrier, PathwayStep.TextLimit, "Enter the barrier that women meet here"),
            (nameof(Owner), Owner, PathwayStep.OwnerLimit, "Enter who owns the change"),
        })
            if (string.IsNullOrWhiteSpace(text))
                ModelState.AddModelError(member, missing);
            else if (text.Length > most)
                ModelState.AddModelError(member, $"This must be {most:N0} characters or fewer");
        if (Change?.Length > PathwayStep.TextLimit)
            ModelState.AddModelError(nameof(Change), "The change must be 2,000 characters or fewer");
        if (Boroughs?.Length > PathwayStep.BoroughsLimit)
            ModelState.AddModelError(nameof(Boroughs), "The boroughs must be 200 characters or fewer");
    }

    private void Show(PathwayStep step, bool keepTyped = false)
    {
        (Number, Title, Barrier, Change, Owner, Boroughs, State, Version) = (step.Number, step.Title, step.Barrier, step.Change, step.Owner, step.Boroughs, step.State, step.Version);
        On = keepTyped ? On : LondonTime.DateOf(here.Viewer.Now);
    }

    private async Task<PathwayStep?> FindAsync(CancellationToken ct) =>
        Id<PathwayStep>.TryParse(Route, null, out var id) ? await db.PathwaySteps.SingleOrDefaultAsync(s => s.Id == id, ct) : null;

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (IsNew || await FindAsync(ct) is not { } kept || kept.Version == Version)
            return;
        Differences = Answers.Between(("Number", $"{kept.Number}", $"{Number}"), ("Title", kept.Title, Title), ("Barrier", kept.Barrier, Barrier), ("Change", kept.Change, Change), ("Owner", kept.Owner, Owner),
            ("Tried in", kept.Boroughs, Boroughs), ("Standing", kept.State.Title(), State?.Title()));
        Version = kept.Version;
        ModelState.Remove(nameof(Version));
    }
}
