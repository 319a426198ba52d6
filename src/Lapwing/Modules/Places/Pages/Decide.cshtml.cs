using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Places.Pages;

/// <summary>The panel decides on a request, decides anew, or settles a contested decision.</summary>
[Permit(Permission.DecidePlaces)]
public sealed class DecideModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    private const int ToLimit = 500;

    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [BindProperty]
    public PanelAnswer? Answer { get; set; }

    [BindProperty]
    public PlacePriority Priority { get; set; } = PlacePriority.Ordinary;

    [BindProperty, Display(Name = "The day on which the panel looks again")]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public ContestResult? Result { get; set; }

    [BindProperty]
    public string? SettledReason { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public Guid? Once { get; set; }

    public Moves? Open { get; private set; }
    public FileKey Key { get; private set; } = null!;
    public PanelDecision? Contested { get; private set; }
    public IReadOnlyList<Option> Priorities { get; } = [.. Enum.GetValues<PlacePriority>().Select(p => new Option(p.ToString(), p.Title()))];
    public string Partnership => here.Address;

    public static new string Url(string partnership, Id<CaseFile> file) => FilePlaceModel.Url(partnership, file) + "/decide";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        if (Answer is null || !Enum.IsDefined(Answer.Value))
            ModelState.AddModelError(nameof(Answer), "Choose what the panel decides");
        if (Answer == PanelAnswer.Defer && Until is null && ModelState.GetFieldValidationState(nameof(Until)) != ModelValidationState.Invalid)
            ModelState.AddModelError(nameof(Until), "Enter the day on which the panel looks again");
        if (Answer == PanelAnswer.Transfer && string.IsNullOrWhiteSpace(To) || To?.Length > ToLimit)
            ModelState.AddModelError(nameof(To), "Say to whom, in 500 characters or fewer");
        if (!Enum.IsDefined(Priority))
            ModelState.AddModelError(nameof(Priority), "Choose a priority");
        if ((Reason?.Trim().Length ?? 0) is < PanelDecision.ShortestReason or > PanelDecision.ReasonLimit)
            ModelState.AddModelError(nameof(Reason), "Write the reason in a sentence or more, and 10,000 characters or fewer");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var moves = await TakeAsync(ct);
        if (moves.Turn.Version != Version)
            throw new RuleBroken(PartnershipDb.ChangedMeanwhile, "Somebody else has moved this request on while you were deciding. Look at it again; what you typed is still here.");
        var act = here.Act("place.decide", "deciding on a request for a place");
        await moves.DecideAsync(db, act, await db.KeyOfAsync(Id, ct), Answer!.Value, Priority, Reason!, Until, To, ct);
        var url = await once.SaveAsync(act, Once, FilePlaceModel.Url(here.Address, Id), ct);
        TempData["Done"] = "The decision is kept.";
        return Redirect(url);
    }

    public async Task<IActionResult> OnPostSettleAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        if (Result is null || !Enum.IsDefined(Result.Value))
            ModelState.AddModelError(nameof(Result), "Choose what comes of it");
        if ((SettledReason?.Trim().Length ?? 0) is < PanelDecision.ShortestReason or > PanelDecision.ReasonLimit)
            ModelState.AddModelError(nameof(SettledReason), "Write why, in a sentence or more and 10,000 characters or fewer");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var moves = await TakeAsync(ct);
        var request = moves.Request.Id;
        var contested = await db.PanelDecisions.Where(d => d.Request == request && d.ContestedAt != null && d.SettledAt == null).OrderByDescending(d => d.At).FirstOrDefaultAsync(ct)
            ?? throw new RuleBroken("not-contested", "Nothing is open here. Look at it again.");
        var act = here.Act("place.settle", "settling a contested decision");
        contested.Settle(act, await db.KeyOfAsync(Id, ct), moves.Pool, Result!.Value, SettledReason!);
        var url = await once.SaveAsync(act, Once, FilePlaceModel.Url(here.Address, Id), ct);
        TempData["Done"] = "It is settled, and stays in the log.";
        return Redirect(url);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        if (await Moves.TakeAsync(db, Id, ct) is not { } open)
            return;
        (Open, Key, Version) = (open, await db.KeyOfAsync(Id, ct), open.Turn.Version);
        var request = open.Request.Id;
        Contested = await db.PanelDecisions.AsNoTracking().Where(d => d.Request == request && d.ContestedAt != null && d.SettledAt == null).OrderByDescending(d => d.At).FirstOrDefaultAsync(ct);
        db.ChangeTracker.Clear();
    }

    private async Task<Moves> TakeAsync(CancellationToken ct) => await Moves.TakeAsync(db, Id, ct) ?? throw new RuleBroken("no-request", "Nobody has asked for a place for this person.");
}
