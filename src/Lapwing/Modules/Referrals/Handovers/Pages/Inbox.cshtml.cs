using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Handovers.Pages;

/// <summary>What came from partners and from strangers: when, from whom, what kind, and why it was not taken. Numbers and reasons, nothing of any case.</summary>
[Permit(Permission.ManagePartners)]
public sealed class InboxModel(Here here, PartnershipDb db) : PageModel
{
    private const int PageSize = 50;

    internal sealed record Line(InboxEntry Entry, string From);

    [BindProperty(Name = "number", SupportsGet = true)]
    public int Number { get; set; } = 1;

    internal IReadOnlyList<Line> Lines { get; private set; } = [];
    public bool HasMore { get; private set; }
    public string Back => PartnersModel.Url(here.Address);

    public static new string Url(string partnership) => PartnersModel.Url(partnership) + "/inbox";

    public string UrlOf(int number) => $"{Url(here.Address)}?number={number}";

    public async Task OnGetAsync(CancellationToken ct)
    {
        Number = Math.Clamp(Number, 1, ReadLog.MostPages);
        var page = await db.InboxEntries.AsNoTracking().OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Skip((Number - 1) * PageSize).Take(PageSize + 1).ToListAsync(ct);
        HasMore = page.Count > PageSize;
        var names = await db.Partners.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        Lines = [.. page.Take(PageSize).Select(e => new Line(e, e.Partner is { } known ? names.GetValueOrDefault(known, "A former partner") : e.From.Length > 0 ? $"says: {e.From}" : "unknown"))];
    }
}
