using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Casework.Plans;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Places.Pages;

/// <summary>Names the case manager, on the side of the person causing harm, and the victim's worker, of another organisation. Without both a place does not start.</summary>
[Permit(Permission.WorkCases)]
public sealed class PlaceWorkersModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    private const int Most = 500;

    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [BindProperty]
    public Id<Member>? CaseManager { get; set; }

    [BindProperty]
    public Id<Member>? LinkedWorker { get; set; }

    [BindProperty]
    public Guid? Once { get; set; }

    public IReadOnlyList<Option> Managers { get; private set; } = [];
    public IReadOnlyList<Option> Linked { get; private set; } = [];
    public string Partnership => here.Address;

    public static new string Url(string partnership, Id<CaseFile> file) => FilePlaceModel.Url(partnership, file) + "/workers";

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        if (await Moves.TakeAsync(db, Id, ct) is { Turn: var turn })
            (CaseManager, LinkedWorker) = (turn.CaseManager, turn.LinkedWorker);
        db.ChangeTracker.Clear();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        await ShowAgainAsync(ct);
        if (Managers.All(m => m.Value != $"{CaseManager}"))
            ModelState.AddModelError(nameof(CaseManager), "Choose who works with the person causing harm");
        if (Linked.All(m => m.Value != $"{LinkedWorker}"))
            ModelState.AddModelError(nameof(LinkedWorker), "Choose who works with the victim");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var moves = await Moves.TakeAsync(db, Id, ct) ?? throw new RuleBroken("no-request", "Nobody has asked for a place for this person.");
        if (!here.Viewer.Teams.Contains(moves.Pool.Team) && PanelDecision.WhyNotPanel(here.Viewer, moves.Pool) is not null)
            throw new RuleBroken("place-team", "Only the team that works with the person, or the panel, does this.");
        var act = here.Act("place.link", "naming who works on each side");
        await moves.LinkAsync(db, act, CaseManager!.Value, LinkedWorker, ct);
        var url = await once.SaveAsync(act, Once, FilePlaceModel.Url(here.Address, Id), ct);
        TempData["Done"] = "They are named.";
        return Redirect(url);
    }

    /// <summary>The case manager comes from the circle of this file; the victim's worker is anybody who does case work and has no part in this side.</summary>
    public async Task ShowAgainAsync(CancellationToken ct)
    {
        if (Managers.Count > 0)
            return;
        Managers = await FileWorkers.OptionsAsync(db, Id, ct);
        var (now, here) = (db.Viewer.Now, Managers.Select(m => m.Value).ToHashSet());
        var members = await db.Members.AsNoTracking().Where(m => m.From <= now && (m.Until == null || now < m.Until)).Join(db.Agencies, m => m.Agency, a => a.Id, (m, a) => new { m.Id, m.Name, m.Jobs, Agency = a.Name })
            .OrderBy(m => m.Name).Take(Most).ToListAsync(ct);
        Linked = [.. members.Where(m => m.Jobs.Allows(Permission.WorkCases) && !here.Contains(m.Id.ToString())).Select(m => new Option(m.Id.ToString(), $"{m.Name}, {m.Agency}"))];
    }
}
