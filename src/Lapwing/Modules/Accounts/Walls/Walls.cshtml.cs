using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Accounts.Walls;

/// <summary>The guardian's list of walls: whom each keeps out, why, since when and when it is looked at again; of the file its number alone.
/// Suspicions are decided here; lifting a wall needs two guardians.</summary>
[Permit(Permission.GuardWalls)]
public sealed class WallsModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    [BindProperty(Name = "show", SupportsGet = true)]
    public WallPart Part { get; set; } = WallPart.ToDecide;

    [BindProperty(Name = "at", SupportsGet = true)]
    public int Number { get; set; } = 1;

    [BindProperty]
    public Id<Wall>? Wall { get; set; }

    public IReadOnlyList<WallLine> Lines { get; private set; } = [];
    public bool HasMore { get; private set; }
    public DateTime Now => here.Viewer.Now;
    public string Partnership => here.Address;

    public static new string Url(string partnership) => $"/{partnership}/walls";

    public string UrlOf(WallPart part, int number = 1) => $"{Url(here.Address)}?show={part.ToString().ToLowerInvariant()}&at={number}";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken ct) => DecideAsync("wall.confirm", (wall, act) => wall.Confirm(act), "The wall stands.", ct);

    public Task<IActionResult> OnPostDismissAsync(CancellationToken ct) => DecideAsync("wall.dismiss", (wall, act) => wall.Dismiss(act), "The suspicion was wrong: the wall is gone.", ct);

    public Task<IActionResult> OnPostKeepAsync(CancellationToken ct) => DecideAsync("wall.keep", (wall, act) => wall.Keep(act), "The wall stays. It comes up again in 90 days.", ct);

    public Task<IActionResult> OnPostProposeAsync(CancellationToken ct) => DecideAsync("wall.propose-lift", (wall, act) => wall.ProposeLift(act), "Another guardian must agree. Until then the wall stands.", ct);

    public Task<IActionResult> OnPostLiftAsync(CancellationToken ct) => DecideAsync("wall.lift", (wall, act) => wall.Lift(act), "The wall is lifted.", ct);

    private async Task<IActionResult> DecideAsync(string code, Action<Wall, Act> decide, string done, CancellationToken ct)
    {
        if (Wall is not { } id || await Access.Walls.FindAsync(db, id, ct) is not { } wall)
        {
            ModelState.AddModelError("", "Choose a wall from the list");
            return await this.AgainAsync(ct);
        }
        var act = here.Act(code, "the guardian's decision on a wall");
        decide(wall, act);
        await db.SaveAsync(act, ct);
        TempData["Done"] = done;
        return Redirect(UrlOf(Part, Number));
    }

    public async Task ShowAgainAsync(CancellationToken ct) => (Lines, HasMore) = await Access.Walls.ForGuardianAsync(db, Part, Number, ct);
}
