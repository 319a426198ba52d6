using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Casework.Settings;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Support;

/// <summary>Ends support with a reason: outcomes at the end first, or why there are none. A manager confirms it, unless the partnership has decided otherwise.</summary>
[Permit(Permission.WorkCases)]
public sealed class EndModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    [FromRoute(Name = "episode")]
    public Id<SupportEpisode> Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public EndReason? Reason { get; set; }

    [BindProperty]
    public NotMeasured? NotMeasured { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public OpenEpisode Case { get; private set; } = null!;
    public bool IsMeasured { get; private set; }
    public string Partnership => here.Address;

    public static new string Url(string partnership, Id<SupportEpisode> episode) => EpisodeModel.Url(partnership, episode) + "/end";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        IsMeasured = await HasEndAsync(ct);
        if (Reason is null)
            ModelState.AddModelError(nameof(Reason), "Choose why support ends");
        if (!IsMeasured && NotMeasured is null)
            ModelState.AddModelError(nameof(NotMeasured), "Record the outcomes at the end first, or choose why they were not measured");
        if (Note?.ReplaceLineEndings("\n").Length > SupportEpisode.NoteLimit)
            ModelState.AddModelError(nameof(Note), "The note must be 10,000 characters or fewer");
        if (!ModelState.IsValid)
        {
            await ShowAgainAsync(ct);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        Case = await OpenEpisode.TakeAsync(db, Id, ct);
        Case.MustBeMineAndAsSeen(here.Viewer, Version);
        var isConfirmed = (await CaseworkSettings.ReadAsync(db, ct)).ManagerConfirmsEnd;
        var act = isConfirmed ? here.Act("support.ask-end", "asking for support to end") : here.Act("support.end", "ending support");
        if (isConfirmed)
            Case.Episode.AskToEnd(act, Case.Open.Key, Reason!.Value, Note, IsMeasured ? null : NotMeasured);
        else
            Case.Episode.End(act, Case.Open.Key, Reason!.Value, Note, IsMeasured ? null : NotMeasured);
        if (!isConfirmed)
            await Handovers.Handovers.ReportAsync(db, act, Case.Episode.CaseFile, Handovers.HandoverStatus.Ended, ct);
        await db.SaveAsync(act, ct);
        TempData["Done"] = isConfirmed ? "A manager of your team is asked to confirm. Support goes on until then." : "Support has ended.";
        return Redirect(EpisodeModel.Url(here.Address, Id));
    }

    private Task<bool> HasEndAsync(CancellationToken ct) => db.Outcomes.AnyAsync(o => o.Episode == Id && o.Point == OutcomePoint.End, ct);

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Case = await OpenEpisode.ReadAsync(db, Id, ct);
        IsMeasured = await HasEndAsync(ct);
    }
}
