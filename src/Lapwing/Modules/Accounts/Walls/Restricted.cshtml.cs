using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accounts.Walls;

/// <summary>Restricted files by their number, so that none is left with nobody: where all who were named have gone, the guardian names somebody.</summary>
[Permit(Permission.GuardWalls)]
public sealed class RestrictedModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    private const int MostMembers = 2_000;

    [BindProperty]
    public Id<CaseFile>? CaseNumber { get; set; }

    [BindProperty]
    public Id<Member>? Member { get; set; }

    public IReadOnlyList<RestrictedLine> Lines { get; private set; } = [];
    public IReadOnlyList<Option> Members { get; private set; } = [];

    public static new string Url(string partnership) => $"/{partnership}/restricted";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (CaseNumber is null || Member is null)
        {
            ModelState.AddModelError($"Member-{CaseNumber}", "Choose who may know the file");
            return await this.AgainAsync(ct);
        }
        var act = here.Act("file.name-another", "nobody who was named is here any more");
        await Restrictions.NameAnotherAsync(db, act, CaseNumber.Value, Member.Value, ct);
        var shown = await once.SaveAsync(act, Url(here.Address), ct);
        TempData["Done"] = "Named. The person sees the file if their team is in its circle.";
        return Redirect(shown);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var now = here.Viewer.Now;
        Lines = await Restrictions.ForGuardianAsync(db, ct);
        var members = await db.Members.AsNoTracking().Where(m => m.Until == null || now < m.Until).OrderBy(m => m.Name).Take(MostMembers).Select(m => new { m.Id, m.Name, m.Jobs }).ToListAsync(ct);
        Members = [.. members.Where(m => m.Jobs.Allows(Permission.RestrictFiles)).Select(m => new Option(m.Id.ToString(), m.Name))];
    }
}
