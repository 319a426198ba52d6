using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Directory;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Triage;

/// <summary>Ends a referral without a service, for one of six reasons that mean different things to a commissioner and to the survivor.</summary>
[Permit(Permission.TriageReferrals)]
public sealed class DeclineModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    [FromRoute(Name = "referral")]
    public Id<Referral> Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public DeclineReason? Reason { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>The reference of the referral that this one repeats.</summary>
    [BindProperty]
    public string? DuplicateOf { get; set; }

    /// <summary>Another route was looked for, where the need would stay unmet.</summary>
    [BindProperty]
    public bool LookedElsewhere { get; set; }

    public OpenReferral Open { get; private set; } = null!;
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];
    public string Partnership => here.Address;

    public static new string Url(string partnership, Id<Referral> referral) => ReferralModel.Url(partnership, referral) + "/decline";

    /// <summary>What each reason means, beside its radio.</summary>
    public static string Explain(DeclineReason reason) => reason switch
    {
        DeclineReason.ServiceDeclined => "A service was asked and refused, and no other can help. Say why it refused.",
        DeclineReason.SurvivorDeclined => "The person referred does not want the support. It is their choice and needs no reason.",
        DeclineReason.CouldNotBeReachedSafely => "Every safe way was tried and none reached them. Say what was tried.",
        DeclineReason.NotEligible => "Outside what every service of this partnership is for. Say why.",
        DeclineReason.NoCapacity => "They could be helped, and no place is free. Say where they could wait or go.",
        _ => "The same person and matter is open under another reference.",
    };

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Open = await OpenReferral.TakeAsync(db, Id, ct);
        await CheckAsync(ct);
        if (!ModelState.IsValid)
        {
            await ShowAgainAsync(ct);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        Open.MustBeAsSeen(Version);
        var act = here.Act("referral.decline", "triage");
        var referral = Open.Referral;
        referral.Claim(act);
        if (referral.Status == ReferralStatus.Offered)
            await WithdrawAsync(act, ct);
        var note = Reason == DeclineReason.Duplicate ? $"Duplicate of {DuplicateOf}. {Note}".Trim() : Note;
        var clocks = await ClockSettings.ReadAsync(db, ct);
        referral.Decline(act, Reason!.Value, clocks.MinutesSince(referral.ReceivedAt, act.At), Open.Key.SealIfAny(note));
        await Handovers.Handovers.ReportAsync(db, act, referral.CaseFile, Handovers.HandoverStatus.Declined, ct);
        await db.SaveAsync(act, ct);
        TempData["Done"] = "The referral is declined. The referrer sees the outcome with their reference and code.";
        return Redirect(ReferralModel.Url(here.Address, Id));
    }

    /// <summary>The service that was asked learns that there is nothing to answer any more, and leaves the file.</summary>
    private async Task WithdrawAsync(Act act, CancellationToken ct)
    {
        foreach (var episode in await db.SupportEpisodes.Where(e => e.Referral == Id.Value && e.Status == EpisodeStatus.Offered).ToListAsync(ct))
        {
            episode.NotTake(act, Open.Key, Reason!.Value, "Withdrawn by the front door.");
            await Circles.EndAsync(db, act, Open.Referral.CaseFile, episode.Team, ct);
        }
    }

    private async Task CheckAsync(CancellationToken ct)
    {
        if (Reason is null or DeclineReason.TakenBack)
            ModelState.AddModelError(nameof(Reason), "Choose the reason");
        if (Note?.Length > Referral.TextLimit)
            ModelState.AddModelError(nameof(Note), "The note must be 10,000 characters or fewer");
        if (Reason is { } reason && reason.LeavesNeedUnmet())
        {
            if (string.IsNullOrWhiteSpace(Note))
                ModelState.AddModelError(nameof(Note), "Say why, so that the need can be seen to be unmet");
            if (!LookedElsewhere)
                ModelState.AddModelError(nameof(LookedElsewhere), "The need stays unmet: look for another route first, and tick that you did");
            if (Open.Referral.Status == ReferralStatus.Offered)
                ModelState.AddModelError(nameof(Reason), "A service has been asked and has not answered. Wait for its answer, or take the offer back first");
        }
        if (Reason == DeclineReason.Duplicate)
            await CheckDuplicateAsync(ct);
    }

    private async Task CheckDuplicateAsync(CancellationToken ct)
    {
        if (!Reference.TryParse(DuplicateOf, out var reference))
            ModelState.AddModelError(nameof(DuplicateOf), "Enter the reference of the other referral, like R-7K2M-9Q");
        else if (reference.ToString() == Open.Referral.Reference)
            ModelState.AddModelError(nameof(DuplicateOf), "This is the reference of this referral. Enter that of the other one");
        else if (!await db.Referrals.AnyAsync(r => r.Reference == reference.ToString(), ct))
            ModelState.AddModelError(nameof(DuplicateOf), "There is no referral with this reference that you may know");
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Open = await OpenReferral.ReadAsync(db, Id, ct);
        if (!ModelState.IsValid)
            History = await Triage.History.ReadAsync(db, Open, here.Address, ct);
    }
}
