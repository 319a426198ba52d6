using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Referrals.Handovers.Between;
using Lapwing.Settings;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Handovers.Pages;

/// <summary>The partnerships to which files may be handed over: proposed by one administrator, confirmed by another. And the card by which others know this one.</summary>
[Permit(Permission.ManagePartners)]
public sealed class PartnersModel(Here here, PartnershipDb db, HandoverPost post, Installation installation) : PageModel, IShowAgain
{
    /// <summary>Ended and refused ones too: more than a partnership ever has.</summary>
    private const int Most = 300;

    internal sealed record Line(Partner Partner, string ProposedBy, string? Fingerprint, bool IsMine);

    [BindProperty]
    public Id<Partner>? Partner { get; set; }

    internal IReadOnlyList<Line> Lines { get; private set; } = [];
    internal PartnerCard? Card { get; private set; }
    public string Partnership => here.Address;

    public static new string Url(string partnership) => $"/{partnership}/partners";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken ct) => DecideAsync("partner.confirm", "is a partner from now on.", async (partner, act) =>
    {
        // With new keys it takes the place of what was there: one partnership is known by one set of keys.
        foreach (var before in await db.Partners.Where(p => p.Number == partner.Number && p.State == PartnerState.Confirmed).ToListAsync(ct))
            before.End(act);
        partner.Confirm(act);
    }, ct);

    public Task<IActionResult> OnPostRefuseAsync(CancellationToken ct) => DecideAsync("partner.refuse", "does not become a partner.", (partner, act) =>
    {
        partner.Refuse(act);
        return Task.CompletedTask;
    }, ct);

    public Task<IActionResult> OnPostEndAsync(CancellationToken ct) => DecideAsync("partner.end", "is no partner any more. Nothing goes there and nothing of it is taken.", (partner, act) =>
    {
        partner.End(act);
        return Task.CompletedTask;
    }, ct);

    private async Task<IActionResult> DecideAsync(string code, string done, Func<Partner, Act, Task> decide, CancellationToken ct)
    {
        if (Partner is not { } id || await db.Partners.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } partner)
        {
            ModelState.AddModelError("", "Choose a partner from the list");
            return await this.AgainAsync(ct);
        }
        var act = here.Act(code, "keeping the partners up to date");
        await decide(partner, act);
        await db.SaveAsync(act, ct);
        TempData["Done"] = $"{partner.Name} {done}";
        return Redirect(Url(here.Address));
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var partners = await db.Partners.AsNoTracking().OrderBy(p => p.State).ThenBy(p => p.Name).ThenByDescending(p => p.ProposedAt).Take(Most).ToListAsync(ct);
        var by = partners.Select(p => p.ProposedBy).Distinct().ToArray();
        var names = await db.Members.AsNoTracking().Where(m => by.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        Lines = [.. partners.Select(p => new Line(p, names.GetValueOrDefault(p.ProposedBy, "A former member"),
            p.IsHere ? null : new PartnerCard(p.Address, p.Name, p.Url!, p.SigningKey!, p.SealingKey!, p.CertificatePin!).Fingerprint, p.ProposedBy == here.Viewer.Member))];
        if (installation.HandoverUrl is { } url)
            Card = PartnerCard.Of(here.Address, here.Partnership!.Name, url.TrimEnd('/'), post.Keys);
    }
}
