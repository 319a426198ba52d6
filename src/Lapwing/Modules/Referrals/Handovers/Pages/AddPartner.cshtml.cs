using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Referrals.Handovers.Between;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Handovers.Pages;

/// <summary>Proposes a partner: a partnership of this installation, or one of another by the card that it gave.</summary>
[Permit(Permission.ManagePartners)]
public sealed class AddPartnerModel(Here here, PartnershipDb db, Partnerships partnerships, Once once) : PageModel, IShowAgain
{
    /// <summary>Chosen for a partnership of another installation.</summary>
    public const string Elsewhere = "elsewhere!";

    [BindProperty]
    public string? Which { get; set; }

    [BindProperty]
    public string? Card { get; set; }

    [BindProperty]
    public Guid? Once { get; set; }

    public IReadOnlyList<Option> Choices { get; private set; } = [];
    public string Back => PartnersModel.Url(here.Address);

    public static new string Url(string partnership) => PartnersModel.Url(partnership) + "/add";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        await ShowAgainAsync(ct);
        PartnerCard? card = null;
        if (Which is null || Choices.All(c => c.Value != Which))
            ModelState.AddModelError(nameof(Which), "Choose the partnership");
        else if (Which == Elsewhere && (card = PartnerCard.Read(Card, out var problem)) is null)
            ModelState.AddModelError(nameof(Card), problem!);
        else if (await IsWaitingAsync(card?.Address ?? Which, card is null, ct))
            ModelState.AddModelError(nameof(Which), "This partnership is proposed already. Another administrator decides on it");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("partner.propose", "keeping the partners up to date");
        var number = await NumberAsync(card?.Address ?? Which!, card, ct);
        db.Add(card is null ? Partner.ProposeHere(act, number, Which!, Choices.Single(c => c.Value == Which).Label) : Partner.ProposeElsewhere(act, number, card));
        var url = await once.SaveAsync(act, Once, Back, ct);
        TempData["Done"] = "It is proposed. Another administrator confirms it.";
        return Redirect(url);
    }

    private Task<bool> IsWaitingAsync(string address, bool isHere, CancellationToken ct)
    {
        var since = here.Viewer.Now - Partner.Patience;
        return db.Partners.AnyAsync(p => p.Address == address && (p.Url == null) == isHere && p.State == PartnerState.Proposed && p.ProposedAt > since, ct);
    }

    /// <summary>The same partnership keeps its number, so that figures and what is under way follow it when its keys or its address change: not both at once.</summary>
    /// <exception cref="RuleBroken">Coded facts have room for 255 partners.</exception>
    private async Task<int> NumberAsync(string address, PartnerCard? card, CancellationToken ct)
    {
        var known = await db.Partners.AsNoTracking().Where(p => p.Address == address).OrderByDescending(p => p.ProposedAt).ToListAsync(ct);
        if (known.FirstOrDefault(p => card is null ? p.IsHere : !p.IsHere && (p.Url == card.Url || p.SigningKey!.AsSpan().SequenceEqual(card.SigningKey))) is { } same)
            return same.Number;
        var next = await db.Partners.Select(p => (int?)p.Number).MaxAsync(ct) + 1 ?? 1;
        return next <= Partner.LastNumber ? next : throw new RuleBroken("partners-full", "A partnership can have 255 partners, and all numbers are used.");
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var known = await db.Partners.AsNoTracking().Where(p => p.Url == null && p.State == PartnerState.Confirmed).Select(p => p.Address).ToListAsync(ct);
        Choices = [.. (await partnerships.AllAsync(ct)).Where(p => p.Address != here.Address && !known.Contains(p.Address)).Select(p => new Option(p.Address, p.Name)),
            new(Elsewhere, "A partnership of another installation", "You need its card.")];
    }
}
