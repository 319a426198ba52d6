using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accommodation.Enquiries;

/// <summary>Enquiries without a name that this team took: what is open first, then the newest.</summary>
[Permit(Permission.WorkCases)]
public sealed class EnquiriesModel(Here here, PartnershipDb db) : PageModel
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true)] public int Number { get; set; } = 1;

    public IReadOnlyList<SafeEnquiry> Lines { get; private set; } = [];
    public int Pages { get; private set; }
    public string Partnership => here.Address;
    public string BackUrl => Units.VacanciesModel.Url(here.Address);

    public static new string Url(string partnership, int number = 1) => $"/{partnership}/accommodation/enquiries" + (number == 1 ? "" : $"?number={number}");

    public string UrlOf(int number) => Url(here.Address, number);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var teams = here.Viewer.Teams.ToArray();
        var own = db.SafeEnquiries.AsNoTracking().Where(e => teams.Contains(e.Team));
        Pages = Math.Max(1, (await own.CountAsync(ct) + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, Pages);
        Lines = await own.OrderBy(e => e.State != EnquiryState.Looking).ThenByDescending(e => e.At).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }
}
