using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Risk.OverTime;

/// <summary>Records that a referral to MARAC was considered: made or not made, and why.</summary>
[Permit(Permission.WorkCases)]
public sealed class MaracModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [BindProperty]
    public bool? IsMade { get; set; }

    [BindProperty, Display(Name = "The date")]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Harmer { get; set; }

    [BindProperty, StringLength(Person.NameLimit, ErrorMessage = "The name must be 200 characters or fewer")]
    public string? NewName { get; set; }

    [BindProperty, StringLength(MaracConsideration.ReasonsLimit, ErrorMessage = "The reasons must be 10,000 characters or fewer")]
    public string? Reasons { get; set; }

    public RiskState State { get; private set; } = null!;
    public string Partnership => here.Address;

    public static new string Url(string partnership, Id<CaseFile> file) => RiskModel.Url(partnership, file) + "/marac";

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        On = State.Today;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        if (IsMade is null)
            ModelState.AddModelError(nameof(IsMade), "Say whether a referral was made");
        if (On is null && ModelState.GetFieldValidationState(nameof(On)) != ModelValidationState.Invalid)
            ModelState.AddModelError(nameof(On), "Enter the date");
        else if (On > State.Today)
            ModelState.AddModelError(nameof(On), "The date must be today or in the past");
        if (Harmer == FilePeople.New && string.IsNullOrWhiteSpace(NewName))
            ModelState.AddModelError(nameof(NewName), "Write the name, or what the person is called");
        if (IsMade == false && (Reasons?.Trim().Length ?? 0) < MaracConsideration.ShortestReasons)
            ModelState.AddModelError(nameof(Reasons), "Write why no referral was made, in a sentence or more");
        if (State.People.File.Side == Side.PersonCausingHarm)
            throw new RuleBroken("marac-side", "MARAC hears the person who is harmed. Record it in that person's file.");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("risk.marac-considered", "recording that MARAC was considered");
        db.MaracConsiderations.Add(MaracConsideration.Record(act, State.People.Key, State.People.Subject.Id, State.People.Chosen(db, act, Harmer, NewName, RoleInFile.SaidToCauseHarm), IsMade!.Value, On!.Value,
            State.Met.Select(g => g.Criterion), Reasons, State.People.IsBelowMarac));
        var shown = await once.SaveAsync(act, RiskModel.Url(here.Address, Id), ct);
        TempData["Done"] = IsMade.Value ? "The referral to MARAC is recorded with its date." : "It is recorded that no referral was made, with your reasons.";
        return Redirect(shown);
    }

    public async Task ShowAgainAsync(CancellationToken ct) => State = await RiskState.ReadAsync(db, Id, ct);
}
