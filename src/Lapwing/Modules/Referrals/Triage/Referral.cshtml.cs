using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Triage;

/// <summary>A referral as it was received, how to make contact safely before anything else, and what has happened to it since.</summary>
[Permit(Permission.WorkCases)]
public sealed class ReferralModel(Here here, PartnershipDb db, Partnerships partnerships) : PageModel, IShowAgain
{
    [FromRoute(Name = "referral")]
    public Id<Referral> Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public OpenReferral Open { get; private set; } = null!;
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];
    public KnownAnswer Known { get; private set; } = KnownAnswer.Nothing;
    public RiskAssessment? Assessment { get; private set; }
    public string? Agency { get; private set; }
    public string? Area { get; private set; }
    public string? AskedOf { get; private set; }
    public IReadOnlyList<ContactMethod> Ways { get; private set; } = [];
    public ActFinding Act { get; private set; } = null!;

    /// <summary>The children and whoever causes harm, each in a file of their own, where the viewer may know those files too.</summary>
    public IReadOnlyList<LinkedPerson> Linked { get; private set; } = [];

    public string Partnership => here.Address;
    public DateTime Now => here.Viewer.Now;

    /// <summary>The front door triages; a service's worker reads.</summary>
    public bool MayTriage => here.Viewer.May(Permission.TriageReferrals) && Open.IsOpen;
    public bool IsMine => Open.Referral.ClaimedBy == here.Viewer.Member;

    public static new string Url(string partnership, Id<Referral> referral) => $"/{partnership}/referrals/{referral}";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public Task<IActionResult> OnPostClaimAsync(CancellationToken ct) => ChangeAsync("referral.claim", (referral, act) => referral.Claim(act), ct);

    public Task<IActionResult> OnPostReleaseAsync(CancellationToken ct) => ChangeAsync("referral.release", (referral, act) =>
    {
        if (referral.ClaimedBy != act.Who.Member)
            throw new RuleBroken("not-claimed", "You have not claimed this referral, so you cannot give it back.");
        referral.Release(act);
    }, ct);

    /// <summary>A colleague went home ill: the referral must not wait for them.</summary>
    public Task<IActionResult> OnPostTakeOverAsync(CancellationToken ct) => ChangeAsync("referral.take-over", (referral, act) =>
    {
        referral.Release(act);
        referral.Claim(act);
    }, ct);

    private async Task<IActionResult> ChangeAsync(string code, Action<Referral, Act> change, CancellationToken ct)
    {
        if (!here.Viewer.May(Permission.TriageReferrals))
            return StatusCode(StatusCodes.Status403Forbidden);
        var open = await OpenReferral.TakeAsync(db, Id, ct);
        open.MustBeAsSeen(Version);
        var act = here.Act(code, "triage");
        change(open.Referral, act);
        await db.SaveAsync(act, ct);
        return Redirect(Url(here.Address, Id));
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Open = await OpenReferral.ReadAsync(db, Id, ct);
        var referral = Open.Referral;
        History = await Triage.History.ReadAsync(db, Open, here.Address, ct);
        Known = await new KnownToUs(here, db, partnerships).AskAsync(Open, ct);
        Assessment = await db.RiskAssessments.AsNoTracking().Where(a => a.CaseFile == referral.CaseFile && a.SupersededBy == null)
            .OrderByDescending(a => a.At).FirstOrDefaultAsync(ct);
        Agency = referral.Agency is { } agency ? await db.Agencies.Where(a => a.Id == agency).Select(a => a.Name).SingleOrDefaultAsync(ct) : null;
        Area = await db.Areas.Where(a => a.Number == referral.Area).Select(a => a.Name).SingleOrDefaultAsync(ct);
        AskedOf = referral.Service is { } service ? await db.Services.Where(s => s.Id == service).Select(s => s.Name).SingleOrDefaultAsync(ct) : null;
        Ways = await db.ContactMethods.AsNoTracking().Where(m => m.CaseFile == referral.CaseFile && m.Person == referral.Subject).ToListAsync(ct);
        Linked = await LinkedPerson.ReadAsync(db, referral.CaseFile, ct);
        Act = referral.ActApplies
            ? new(ActAnswer.Yes, ["The referrer's answers meet the definition: both are 16 or over and personally connected, and abuse is reported (s.1)."])
            : DomesticAbuseAct.Applies(Open.AgeOn(LondonTime.DateOf(referral.ReceivedAt)), null, referral.Relationship, referral.Abuse);
    }
}
