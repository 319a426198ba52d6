using System.Security.Claims;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accounts;

/// <summary>The partnerships that this account is a member of; with one, straight to it.</summary>
[Permit(Permission.SignedIn)]
public sealed class HomeModel(Partnerships partnerships, Here here) : PageModel
{
    public List<Partnership> Mine { get; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var account = Guid.Parse(User.FindFirstValue(ClaimTypes.NameIdentifier)!);
        var now = here.Viewer.Now;
        foreach (var partnership in await partnerships.AllAsync(ct))
        {
            await using var db = await partnerships.OpenAsync(partnership.Address, here.Viewer, ct);
            if (await db.Members.AnyAsync(m => m.Account == account && m.From <= now && (m.Until == null || now < m.Until), ct))
                Mine.Add(partnership);
        }
        return Mine.Count == 1 ? Redirect($"/{Mine[0].Address}/") : Page();
    }
}
