using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Risk;
using Lapwing.Modules.Risk.OverTime;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Referrals.Assessing;

/// <summary>Keeps a result that another agency worked out, as received. A worker may raise our level because of it, with reasons; the referral then takes that level.</summary>
[Permit(Permission.WorkCases)]
public sealed class ReceivedModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [BindProperty, StringLength(ReceivedResult.InstrumentLimit, ErrorMessage = "The name must be 60 characters or fewer")]
    public string? Instrument { get; set; }

    [BindProperty, Display(Name = "The date")]
    public DateOnly? On { get; set; }

    [BindProperty]
    public RiskLevel? Level { get; set; }

    [BindProperty, Range(0, 999, ErrorMessage = "The score must be from 0 to 999")]
    public int? Score { get; set; }

    [BindProperty, StringLength(ReceivedResult.ByLimit, ErrorMessage = "This must be 200 characters or fewer")]
    public string? AssessedBy { get; set; }

    [BindProperty, StringLength(ReceivedResult.WordsLimit, ErrorMessage = "The words must be 10,000 characters or fewer")]
    public string? Words { get; set; }

    [BindProperty]
    public RiskLevel? Judged { get; set; }

    [BindProperty]
    public string? Reasons { get; set; }

    public RiskState State { get; private set; } = null!;
    public string Partnership => here.Address;
    public IReadOnlyList<Option> Levels { get; } = [.. RiskLevels.Assessed.Select(l => new Option(l.ToString(), l.Title())), new(nameof(RiskLevel.NotAssessed), "In other words, which are written below")];
    public IReadOnlyList<Option> Higher => [.. RiskLevels.Assessed.Where(l => l > State.Level).Select(l => new Option(l.ToString(), l.Title()))];

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        var raise = Judged is { } judged ? new ProfessionalJudgement(judged, Reasons) : null;
        Check(raise);
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("risk.received", "keeping a result received from another agency");
        db.ReceivedResults.Add(ReceivedResult.Keep(act, State.People.Key, Instrument!.Trim(), On!.Value, Level!.Value, Score, AssessedBy, Words, State.Level, raise));
        if (raise is not null && (await AssessedPerson.ReadAsync(db, Id, null, toChange: true, ct)).Open is { } open && raise.Level > open.Referral.Risk)
            open.Referral.Assessed(act, open.Person, raise.Level);
        var shown = await once.SaveAsync(act, RiskModel.Url(here.Address, Id), ct);
        TempData["Done"] = raise is null ? "The result is kept as it was received." : "The result is kept as it was received, and our level is raised by your judgement.";
        return Redirect(shown);
    }

    private void Check(ProfessionalJudgement? raise)
    {
        if (string.IsNullOrWhiteSpace(Instrument))
            ModelState.AddModelError(nameof(Instrument), "Write which assessment it is, for example DARA");
        if (On is null && ModelState.GetFieldValidationState(nameof(On)) != ModelValidationState.Invalid)
            ModelState.AddModelError(nameof(On), "Enter the date of the result");
        else if (On > State.Today)
            ModelState.AddModelError(nameof(On), "The date must be today or in the past");
        if (Level is null || !Enum.IsDefined(Level.Value))
            ModelState.AddModelError(nameof(Level), "Choose the level as it was stated");
        else if (Level == RiskLevel.NotAssessed && string.IsNullOrWhiteSpace(Words))
            ModelState.AddModelError(nameof(Words), "Write the words in which the level was stated");
        if (raise is null && !string.IsNullOrWhiteSpace(Reasons))
            ModelState.AddModelError(nameof(Judged), "Choose the level that your reasons are for, or remove the reasons");
        if (raise is not null && raise.Level <= State.Level)
            ModelState.AddModelError(nameof(Judged), $"Judgement can raise the level and never lower it: ours is {State.Level.Title().ToLowerInvariant()} already");
        else
            foreach (var (member, message) in raise?.Problems(State.Level) ?? [])
                ModelState.AddModelError(member == nameof(ProfessionalJudgement.Level) ? nameof(Judged) : nameof(Reasons), message);
    }

    public async Task ShowAgainAsync(CancellationToken ct) => State = await RiskState.ReadAsync(db, Id, ct);
}
