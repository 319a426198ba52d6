using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Accounts.Emergency;

/// <summary>Who entered a file of the viewer's teams in an emergency, when and why.</summary>
[Permit(Permission.WorkCases)]
public sealed class LookedModel(Here here, PartnershipDb db) : PageModel
{
    public IReadOnlyList<EmergencyLine> Lines { get; private set; } = [];
    public string Partnership => here.Address;

    public static new string Url(string partnership) => $"/{partnership}/emergency/looked";

    public async Task OnGetAsync(CancellationToken ct) => Lines = await Emergencies.OfMyFilesAsync(db, ct);
}
