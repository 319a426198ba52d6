using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;
using Lapwing.Modules.Risk.OverTime;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accommodation.Seeking;

/// <summary>The household has moved in: what was safe at the old address is doubtful from that day, the new one goes into the file's sealed addresses, and the risk is assessed again
/// (domain facts b2: re-do the Dash on relocation; Charnwood: the new address must never reach the old).</summary>
[Permit(Permission.WorkCases)]
public sealed class MoveInModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    [BindProperty, Display(Name = "The day on which they moved in")]
    public DateOnly? On { get; set; }

    [BindProperty] public Guid? Once { get; set; }

    public string? CodeName { get; private set; }
    public string BackUrl => SafetyModel.Url(here.Address, CaseFile);

    public static new string Url(string partnership, Id<CaseFile> file) => SafetyModel.Url(partnership, file) + "/move-in";

    public async Task OnGetAsync(CancellationToken ct)
    {
        On = LondonTime.DateOf(here.Viewer.Now);
        await ShowAgainAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        if (On is null && ModelState[nameof(On)] is not { Errors.Count: > 0 })
            ModelState.AddModelError(nameof(On), "Enter the day on which they moved in");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var (request, claim) = await FindAsync(ct) ?? throw new RuleBroken("no-place", "No place is accepted for this household.");
        var unit = await db.SafeUnits.SingleAsync(u => u.Id == claim.Unit, ct);
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == request.Person, ct);
        var act = here.Act("accommodation.move-in", "a household moved into a safe place");
        var stay = SafeStay.MoveIn(act, request, claim, unit, person, On!.Value);
        request.Place(act);
        db.AddRange(stay, claim.MoveIn(act, unit));
        await MoveAsync(act, unit, person.Id, On.Value, ct);
        var url = await once.SaveAsync(act, Once, BackUrl, ct);
        TempData["Done"] = $"They live at {unit.CodeName} now. Nothing that was safe at the old address is safe until it is confirmed again, and the risk is assessed again.";
        return Redirect(url);
    }

    /// <summary>The mechanics of a change of address, with the unit's address taken from seal to seal: nobody who records the move needs to read it.</summary>
    private async Task MoveAsync(Act act, SafeUnit unit, Id<Person> person, DateOnly on, CancellationToken ct)
    {
        var (key, from) = (await db.KeyOfAsync(CaseFile, ct), on == LondonTime.DateOf(act.At) ? act.At : LondonTime.StartOfDay(on));
        if (await db.UnitLocations.AsNoTracking().SingleOrDefaultAsync(l => l.Unit == unit.Id, ct) is { } location)
        {
            foreach (var before in await db.Whereabouts.Where(w => w.CaseFile == CaseFile && w.Person == person && w.Until == null && w.From < from && w.Kind != PlaceKind.LettersOnly).ToListAsync(ct))
                before.End(act, from);
            db.Whereabouts.Add(Whereabouts.Record(act, key, db.Session.Index, person, location.Reveal(db.Session.Keys).Address, PlaceKind.Refuge, from));
        }
        db.SafetyChanges.Add(SafetyChange.Record(act, CaseFile, person, SafetyChangeKind.Moved, on, unit.CodeName));
        db.RiskChanges.Add(RiskChange.Record(act, key, RiskEventKind.Move, on, null));
        await Circles.UnsealFirstAsync(db, act, CaseFile, Seal.Whereabouts, "Moved into a safe place", ct);
    }

    private async Task<(SafeRequest, UnitClaim)?> FindAsync(CancellationToken ct)
    {
        var request = await db.SafeRequests.Where(r => r.CaseFile == CaseFile && r.State == RequestState.Looking).OrderByDescending(r => r.AskedAt).FirstOrDefaultAsync(ct);
        if (request is null || await db.UnitClaims.SingleOrDefaultAsync(c => c.TakenFor == request.Id.Value && c.State == ClaimState.Accepted, ct) is not { } claim)
            return null;
        return (request, claim);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (await FindAsync(ct) is var (_, claim))
            CodeName = await db.SafeUnits.Where(u => u.Id == claim.Unit).Select(u => u.CodeName).SingleAsync(ct);
        db.ChangeTracker.Clear();
    }
}
