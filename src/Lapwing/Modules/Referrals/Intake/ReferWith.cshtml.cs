using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Intake;

/// <summary>Where a professional begins with their agency's link. A link that ended, or never was, is a page that is not there.</summary>
[Permit(Permission.Public)]
public sealed class ReferWithModel(Here here, PartnershipDb db, Starting starting) : PageModel
{
    [BindProperty(Name = "code", SupportsGet = true)]
    public string Code { get; set; } = "";

    public string Agency { get; private set; } = "";
    public string Partnership => here.Partnership!.Name;
    public string ResumeUrl => ReferResumeModel.Url(here.Address);

    public static new string Url(string partnership, string code) => $"/{partnership}/refer/with/{code}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } agency)
            return NotFound();
        var draft = await starting.StartAsync(WayIn.AgencyLink, agency, HttpContext, ct);
        return Redirect(AgencyJourneyModel.Url(here.Address, draft.Id, Starting.FirstStep));
    }

    private async Task<Id<Agency>?> FindAsync(CancellationToken ct)
    {
        var hash = AgencyLinkCode.HashOf(Code);
        var link = await db.AgencyLinks.AsNoTracking().SingleOrDefaultAsync(l => l.CodeHash == hash, ct);
        if (link is null || !link.Works(here.Viewer.Now))
            return null;
        Agency = await db.Agencies.AsNoTracking().Where(a => a.Id == link.Agency && a.IsActive).Select(a => a.Name).SingleOrDefaultAsync(ct) ?? "";
        return Agency.Length == 0 ? null : link.Agency;
    }
}
