using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Directory;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Referrals.Support;

/// <summary>The service does not take a referral: it goes back to the front door with the reason, and the team leaves the file.</summary>
[Permit(Permission.WorkCases)]
public sealed class NotTakeModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    [FromRoute(Name = "episode")]
    public Id<SupportEpisode> Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public DeclineReason? Reason { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public OpenEpisode Case { get; private set; } = null!;
    public string Partnership => here.Address;

    public static new string Url(string partnership, Id<SupportEpisode> episode) => EpisodeModel.Url(partnership, episode) + "/decline";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Check();
        if (!ModelState.IsValid)
        {
            await ShowAgainAsync(ct);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        Case = await OpenEpisode.TakeAsync(db, Id, ct);
        Case.MustBeMineAndAsSeen(here.Viewer, Version);
        var act = here.Act("support.not-take", "answering a referral");
        Case.Episode.NotTake(act, Case.Open.Key, Reason!.Value, Note);
        Case.Open.Referral.ReturnToTriage(act);
        await Circles.EndAsync(db, act, Case.Episode.CaseFile, Case.Episode.Team, ct);
        await db.SaveAsync(act, ct);
        TempData["Done"] = "The referral is back with the front door. Your team can no longer see it.";
        return Redirect(SupportModel.Url(here.Address));
    }

    private void Check()
    {
        if (Reason is null or DeclineReason.TakenBack)
            ModelState.AddModelError(nameof(Reason), "Choose the reason");
        else if (Reason.Value.LeavesNeedUnmet() && string.IsNullOrWhiteSpace(Note))
            ModelState.AddModelError(nameof(Note), "Say why: the front door must find another route");
        if (Note?.ReplaceLineEndings("\n").Length > SupportEpisode.NoteLimit)
            ModelState.AddModelError(nameof(Note), "The note must be 10,000 characters or fewer");
    }

    public async Task ShowAgainAsync(CancellationToken ct) => Case = await OpenEpisode.ReadAsync(db, Id, ct);
}
