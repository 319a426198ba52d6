using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Risk.OverTime;

/// <summary>One incident as it was reported, whether it qualifies and why; taking back what was recorded by mistake.</summary>
[Permit(Permission.WorkCases)]
public sealed class IncidentModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [FromRoute(Name = "incident")]
    public Id<Incident> Of { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty, StringLength(Incident.ReasonLimit, ErrorMessage = "The reason must be 2,000 characters or fewer")]
    public string? Reason { get; set; }

    public RiskState State { get; private set; } = null!;
    public Incident Incident { get; private set; } = null!;
    public string By { get; private set; } = "";
    public string Qualifying { get; private set; } = "";
    public string Partnership => here.Address;

    public static new string Url(string partnership, Id<CaseFile> file, Id<Incident> incident) => RiskModel.Url(partnership, file) + $"/incidents/{incident}";

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShownAsync(ct);

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken ct)
    {
        if (await db.Incidents.SingleOrDefaultAsync(i => i.Id == Of && i.CaseFile == Id, ct) is not { } incident)
            return NotFound();
        if (string.IsNullOrWhiteSpace(Reason))
            ModelState.AddModelError(nameof(Reason), "Say why this was recorded by mistake");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("risk.incident-take-back", "taking back an incident that was recorded by mistake");
        incident.TakeBack(act, await db.KeyOfAsync(Id, ct), Reason);
        db.Expect(incident, Version);
        await db.SaveAsync(act, ct);
        return Redirect(Url(here.Address, Id, Of));
    }

    private async Task<IActionResult> ShownAsync(CancellationToken ct)
    {
        State = await RiskState.ReadAsync(db, Id, ct);
        if (State.Incidents.FirstOrDefault(i => i.Id == Of) is not { } incident)
            return NotFound();
        (Incident, Version) = (incident, incident.Version);
        var facts = State.Counted;
        // The one that is judged must be the same one among the others, or it would count itself.
        Qualifying = QualifyingRule.Reason(facts.FirstOrDefault(f => f == incident.Fact) ?? incident.Fact, facts, State.Settings.Bands.RepeatMonths);
        By = await db.Members.AsNoTracking().Where(m => m.Id == incident.RecordedBy).Select(m => m.Name).SingleOrDefaultAsync(ct) ?? "A former member";
        return Page();
    }

    public Task ShowAgainAsync(CancellationToken ct) => ShownAsync(ct);
}
