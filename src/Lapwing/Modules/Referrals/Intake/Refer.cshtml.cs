using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Intake;

/// <summary>Where a member begins a referral, or goes on with one.</summary>
[Permit(Permission.MakeReferrals)]
public sealed class ReferModel(Here here, PartnershipDb db, Starting starting) : PageModel, IShowAgain
{
    private const int Most = 20;

    public sealed record Unfinished(Id<IntakeDraft> Id, DateTime StartedAt, DateTime ExpiresAt);

    public IReadOnlyList<Unfinished> Drafts { get; private set; } = [];
    public string Address => here.Address;

    public static new string Url(string partnership) => $"/{partnership}/refer";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var draft = await starting.StartAsync(WayIn.Member, here.Viewer.Agency, HttpContext, ct);
        return Redirect(MemberJourneyModel.Url(here.Address, draft.Id, Starting.FirstStep));
    }

    public async Task ShowAgainAsync(CancellationToken ct) =>
        Drafts = await db.IntakeDrafts.AsNoTracking()
            .Where(d => d.Member == here.Viewer.Member && d.SentAt == null && d.ExpiresAt > here.Viewer.Now)
            .OrderByDescending(d => d.ExpiresAt).Take(Most).Select(d => new Unfinished(d.Id, d.StartedAt, d.ExpiresAt)).ToListAsync(ct);
}
