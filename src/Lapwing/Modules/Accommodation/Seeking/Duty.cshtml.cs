using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Accommodation.Seeking;

/// <summary>Records that the household was referred to a housing authority, or what the authority decided.</summary>
[Permit(Permission.WorkCases)]
public sealed class DutyModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    [BindProperty] public HousingDutyBy? By { get; set; }

    [BindProperty, Display(Name = "The day of the referral or application")]
    public DateOnly? On { get; set; }

    [BindProperty] public string? Authority { get; set; }
    [BindProperty] public DutyOwed? Owed { get; set; }
    [BindProperty] public PriorityNeed? Priority { get; set; }

    [BindProperty, Display(Name = "The day of the decision")]
    public DateOnly? DecidedOn { get; set; }

    [BindProperty] public string? Note { get; set; }
    [BindProperty] public Guid? Once { get; set; }

    public string BackUrl => SafetyModel.Url(here.Address, CaseFile);

    public static new string Url(string partnership, Id<CaseFile> file) => SafetyModel.Url(partnership, file) + "/duty";

    public void OnGet() => (Owed, Priority) = (DutyOwed.NotDecided, PriorityNeed.NotDecided);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        if (By is null || !Enum.IsDefined(By.Value))
            ModelState.AddModelError(nameof(By), "Choose how it reached the authority");
        if (On is null && ModelState[nameof(On)] is not { Errors.Count: > 0 })
            ModelState.AddModelError(nameof(On), "Enter the day of the referral or application");
        if (string.IsNullOrWhiteSpace(Authority) || Authority.Length > HousingDuty.AuthorityLimit)
            ModelState.AddModelError(nameof(Authority), $"Enter the housing authority, in {HousingDuty.AuthorityLimit} characters or fewer");
        if (Owed is null || !Enum.IsDefined(Owed.Value))
            ModelState.AddModelError(nameof(Owed), "Choose which duty is owed, or that it is not decided");
        if (Priority is null || !Enum.IsDefined(Priority.Value))
            ModelState.AddModelError(nameof(Priority), "Choose what was decided about priority need");
        if (Note?.Length > HousingDuty.NoteLimit)
            ModelState.AddModelError(nameof(Note), "The note must be 5,000 characters or fewer");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var household = await HouseholdOfFile.ReadAsync(db, CaseFile, ct);
        var act = here.Act("accommodation.duty", "a household is owed a duty by a housing authority");
        db.HousingDuties.Add(HousingDuty.Record(act, await db.KeyOfAsync(CaseFile, ct), household.Person.Id, By!.Value, On!.Value, Authority!, Owed!.Value, Priority!.Value, DecidedOn, Note));
        var url = await once.SaveAsync(act, Once, BackUrl, ct);
        TempData["Done"] = "It is recorded.";
        return Redirect(url);
    }

    public Task ShowAgainAsync(CancellationToken ct) => Task.CompletedTask;
}
