using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Risk;
using Lapwing.Modules.Risk.OverTime;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accommodation.Seeking;

/// <summary>The household has left its safe place: when, where to, and why.</summary>
[Permit(Permission.WorkCases)]
public sealed class MoveOnModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    [FromRoute(Name = "stay")]
    public Id<SafeStay> StayId { get; set; }

    [BindProperty, Display(Name = "The day on which they moved on")]
    public DateOnly? On { get; set; }

    [BindProperty] public MoveOnTo? To { get; set; }
    [BindProperty] public StayEnd? Reason { get; set; }
    [BindProperty] public Guid? Once { get; set; }

    public string BackUrl => SafetyModel.Url(here.Address, CaseFile);

    public static new string Url(string partnership, Id<CaseFile> file, Id<SafeStay> stay) => $"{SafetyModel.Url(partnership, file)}/stays/{stay}/move-on";

    public void OnGet() => On = LondonTime.DateOf(here.Viewer.Now);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        if (On is null && ModelState[nameof(On)] is not { Errors.Count: > 0 })
            ModelState.AddModelError(nameof(On), "Enter the day on which they moved on");
        if (To is null || !Enum.IsDefined(To.Value))
            ModelState.AddModelError(nameof(To), "Choose where they went");
        if (Reason is null || !Enum.IsDefined(Reason.Value))
            ModelState.AddModelError(nameof(Reason), "Choose why the stay ended");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var stay = await db.SafeStays.SingleAsync(s => s.Id == StayId && s.CaseFile == CaseFile, ct);
        var act = here.Act("accommodation.move-on", "a household left its safe place");
        stay.MoveOn(act, await db.SafeUnits.SingleAsync(u => u.Id == stay.Unit, ct), On!.Value, To!.Value, Reason!.Value);
        // A move makes the last assessment old, in whichever direction it goes.
        db.RiskChanges.Add(RiskChange.Record(act, await db.KeyOfAsync(CaseFile, ct), RiskEventKind.Move, On.Value, null));
        var url = await once.SaveAsync(act, Once, BackUrl, ct);
        TempData["Done"] = "It is recorded. Record the new address under Contact, and assess the risk again.";
        return Redirect(url);
    }

    public Task ShowAgainAsync(CancellationToken ct) => Task.CompletedTask;
}
