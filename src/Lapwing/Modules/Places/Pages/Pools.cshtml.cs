using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Places.Pages;

/// <summary>Every pool of shared places.</summary>
[Permit(Permission.SeePlaces)]
public sealed class PoolsModel(Here here, PartnershipDb db) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(Name = "number", SupportsGet = true)]
    public int Number { get; set; } = 1;

    public int Count { get; private set; }
    public IReadOnlyList<PlacePool> Pools { get; private set; } = [];
    public string Partnership => here.Address;
    public bool MayKeep => here.Viewer.May(Permission.KeepPlaces);
    public bool MayWork => here.Viewer.May(Permission.WorkCases);

    public string UrlOf(int number) => Url(here.Address) + (number > 1 ? $"?number={number}" : "");

    public static new string Url(string partnership) => $"/{partnership}/places";

    public async Task OnGetAsync(CancellationToken ct)
    {
        Count = (await db.PlacePools.CountAsync(ct) + PageSize - 1) / PageSize;
        Number = Math.Clamp(Number, 1, Math.Max(1, Count));
        Pools = await db.PlacePools.AsNoTracking().OrderByDescending(p => p.Until).ThenBy(p => p.Name).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }
}
