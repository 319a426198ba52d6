using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accounts.Files;

/// <summary>Raises a wall around this family against a member: somebody whom the survivor named, or oneself. It holds at once.</summary>
[Permit(Permission.WorkCases)]
public sealed class WallModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    private const int Most = 2_000;

    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [BindProperty]
    public Id<Member>? Member { get; set; }

    public IReadOnlyList<Option> Members { get; private set; } = [];
    public string Partnership => here.Address;

    public static new string Url(string partnership, Id<CaseFile> file) => AccessModel.Url(partnership, file) + "/wall";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        if (Member is null || Members.All(m => m.Value != Member.Value.ToString()))
            ModelState.AddModelError(nameof(Member), "Choose the person who must not know");
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        var isMe = Member == here.Viewer.Member;
        var act = here.Act("wall.raise", "somebody must not know this file");
        await Access.Walls.RaiseAsync(db, act, Id, Member!.Value, isMe ? WallReason.Declared : WallReason.Named, ct);
        var shown = await once.SaveAsync(act, isMe ? $"/{here.Address}" : AccessModel.Url(here.Address, Id), ct);
        TempData["Done"] = isMe ? "The wall stands. You can no longer see this file, and it is not yours to work on." : "The wall stands. For this person the file does not exist.";
        return Redirect(shown);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var (now, me) = (here.Viewer.Now, here.Viewer.Member);
        var members = await db.Members.AsNoTracking().Where(m => m.Until == null || now < m.Until).Join(db.Agencies, m => m.Agency, a => a.Id, (m, a) => new { m.Id, m.Name, Agency = a.Name })
            .OrderBy(m => m.Name).Take(Most).ToListAsync(ct);
        Members = [.. members.Select(m => new Option(m.Id.ToString(), m.Id == me ? $"{m.Name}, {m.Agency} (you)" : $"{m.Name}, {m.Agency}"))];
    }
}
