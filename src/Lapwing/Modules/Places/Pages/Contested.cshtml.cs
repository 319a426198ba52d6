using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Places.Pages;

/// <summary>The log of contested decisions of a pool, as far as the viewer may know the files.</summary>
[Permit(Permission.DecidePlaces)]
public sealed class ContestedModel(Here here, PartnershipDb db) : PageModel
{
    private const int PageSize = 50;

    [FromRoute(Name = "pool")]
    public Id<PlacePool> Id { get; set; }

    [BindProperty(Name = "number", SupportsGet = true)]
    public int Number { get; set; } = 1;

    public int Pages { get; private set; }
    public IReadOnlyList<PanelDecision> Rows { get; private set; } = [];
    public string Partnership => here.Address;

    public string UrlOf(int number) => Url(here.Address, Id) + (number > 1 ? $"?number={number}" : "");

    public static new string Url(string partnership, Id<PlacePool> pool) => PoolModel.Url(partnership, pool) + "/contested";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await db.PlacePools.AnyAsync(p => p.Id == Id, ct))
            return NotFound();
        var contested = db.PanelDecisions.AsNoTracking().Where(d => d.Pool == Id && d.ContestedAt != null);
        Pages = (await contested.CountAsync(ct) + PageSize - 1) / PageSize;
        Number = Math.Clamp(Number, 1, Math.Max(1, Pages));
        Rows = await contested.OrderBy(d => d.SettledAt != null).ThenByDescending(d => d.ContestedAt).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return Page();
    }
}
