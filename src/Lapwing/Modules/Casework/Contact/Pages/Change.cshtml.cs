using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Contact.Pages;

/// <summary>Records what makes everything confirmed before doubtful: a separation, or that the other person found out.</summary>
[Permit(Permission.WorkCases)]
public sealed class ChangeModel(Here here, PartnershipDb db, Once once) : PageModel
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    [BindProperty] public SafetyChangeKind? Kind { get; set; }
    [BindProperty] public string? On { get; set; }

    public string BackUrl => ContactModel.Url(here.Address, CaseFile);

    public void OnGet() => On = LondonTime.DateOf(here.Viewer.Now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Kind is null || !Enum.IsDefined(Kind.Value))
            ModelState.AddModelError(nameof(Kind), "Choose what happened");
        if (!DateOnly.TryParseExact(On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            ModelState.AddModelError(nameof(On), "Enter the day on which it happened");
        else if (day > LondonTime.DateOf(here.Viewer.Now))
            ModelState.AddModelError(nameof(On), "It cannot be in the future");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("safety-change.record", "what is doubtful from now on");
        var person = await db.People.Where(p => p.CaseFile == CaseFile).OrderBy(p => p.Id).Select(p => p.Id).FirstAsync(ct);
        db.SafetyChanges.Add(SafetyChange.Record(act, CaseFile, person, Kind!.Value, day));
        var shown = await once.SaveAsync(act, BackUrl, ct);
        TempData["Done"] = "Recorded. Confirm every number and address again before you use it.";
        return Redirect(shown);
    }
}
