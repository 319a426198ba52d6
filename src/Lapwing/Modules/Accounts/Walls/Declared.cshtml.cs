using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accounts.Walls;

/// <summary>What one member has declared, for the guardian. Looking is in the trail like every look.</summary>
[Permit(Permission.GuardWalls)]
public sealed class DeclaredModel(Here here, PartnershipDb db) : PageModel
{
    private const int MostMembers = 2_000;

    [BindProperty(SupportsGet = true)]
    public Id<Member>? Member { get; set; }

    public IReadOnlyList<Option> Members { get; private set; } = [];
    public IReadOnlyList<(Id<DeclaredPerson> Id, Tie Tie, DeclaredWho Who)>? Found { get; private set; }
    public string BackUrl => WallsModel.Url(here.Address);

    public static new string Url(string partnership) => $"/{partnership}/walls/declared";

    public async Task OnGetAsync(CancellationToken ct)
    {
        Members = await db.Members.AsNoTracking().OrderBy(m => m.Name).Take(MostMembers).Select(m => new Option(m.Id.ToString(), m.Name, null)).ToListAsync(ct);
        if (Member is not { } id || !ModelState.IsValid)
            return;
        Found = await Declared.ForGuardianAsync(db, id, ct);
        await db.WriteReadAsync(here.Act("known.read", "guardian's look at what a member declared"), null, id.Value, "job", ct);
    }
}
