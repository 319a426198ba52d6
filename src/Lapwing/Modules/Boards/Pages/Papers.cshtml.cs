using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Boards.Pages;

/// <summary>Every paper of the partnership.</summary>
[Permit(Permission.ReadPapers)]
public sealed class PapersModel(Here here, PartnershipDb db) : PageModel
{
    private const int PageSize = 25;
    private PaperSettings settings = new();

    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int Number { get; set; } = 1;

    public int Pages { get; private set; }
    public IReadOnlyList<Paper> Papers { get; private set; } = [];
    public bool MayWrite => here.Viewer.May(Permission.WritePapers);
    public string Partnership => here.Address;

    public static new string Url(string partnership) => $"/{partnership}/papers";
    public static string UrlOf(string partnership, int number) => $"{Url(partnership)}?page-number={number}";

    public async Task OnGetAsync(CancellationToken ct)
    {
        settings = await PaperSettings.ReadAsync(db, ct);
        Pages = (await db.Papers.CountAsync(ct) + PageSize - 1) / PageSize;
        Number = Math.Clamp(Number, 1, Math.Max(1, Pages));
        Papers = await db.Papers.AsNoTracking().OrderByDescending(p => p.Quarter).ThenBy(p => p.Audience).ThenByDescending(p => p.Edition)
            .Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    public string LabelOf(Paper paper) => settings.Markings.FirstOrDefault(m => m.Code == paper.Marking)?.Label ?? paper.Marking;
}
