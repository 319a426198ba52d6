using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Casework.Contact.Pages;

/// <summary>Contact that was not safe and happened. It is never refused: what is not written down cannot be put right.</summary>
[Permit(Permission.WorkCases)]
public sealed class IncidentModel(Here here, PartnershipDb db, Once once, SendGuard guard) : PageModel
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    [BindProperty] public ContactChannel? Channel { get; set; }
    [BindProperty] public string? On { get; set; }
    [BindProperty] public string? At { get; set; }
    [BindProperty] public string? What { get; set; }

    public string BackUrl => ContactModel.Url(here.Address, CaseFile);

    public static new string Url(string partnership, Id<CaseFile> file) => ContactModel.Url(partnership, file) + "/incident";

    public void OnGet()
    {
        var now = LondonTime.FromUtc(here.Viewer.Now);
        (On, At) = (now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), now.ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        DateTime? at = DateOnly.TryParseExact(On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && TimeOnly.TryParseExact(At, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? LondonTime.ToUtc(day, time) : null;
        if (Channel is null || !Enum.IsDefined(Channel.Value))
            ModelState.AddModelError(nameof(Channel), "Choose how it happened");
        if (at is null)
            ModelState.AddModelError(nameof(At), "Enter a real date and a time like 14:30");
        else if (at > here.Viewer.Now)
            ModelState.AddModelError(nameof(At), "It cannot be in the future");
        if (string.IsNullOrWhiteSpace(What))
            ModelState.AddModelError(nameof(What), "Say what happened and who may know now");
        else if (What.Length > UnsafeContact.WordsLimit)
            ModelState.AddModelError(nameof(What), "What happened must be 10,000 characters or fewer");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("unsafe-contact.report", "contact that was not safe");
        guard.Report(act, await db.KeyOfAsync(CaseFile, ct), Channel!.Value, at!.Value, What!);
        var shown = await once.SaveAsync(act, BackUrl + "/log", ct);
        TempData["Done"] = "Reported. Managers see it now. Ring yours as well if somebody may be in danger.";
        return Redirect(shown);
    }
}
