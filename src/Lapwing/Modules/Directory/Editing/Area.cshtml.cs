using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Directory.Editing;

/// <summary>Add an area or change one. Its number stays: coded facts name the area by it.</summary>
[Permit(Permission.EditDirectory)]
public sealed class AreaModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true, Name = "area")]
    public string Route { get; set; } = "new";

    [BindProperty, Required(ErrorMessage = "Enter the area's name"), StringLength(Agency.NameLimit, ErrorMessage = "The name must be 200 characters or less")]
    public string? Name { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter the area's code"), RegularExpression("^[EWSN][0-9]{8}$", ErrorMessage = "Enter a code of nine characters, like E09000002")]
    public string? GssCode { get; set; }

    [BindProperty, StringLength(60, ErrorMessage = "The command unit must be 60 characters or less")]
    public string? CommandUnit { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public bool IsNew => Route == "new";
    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public string BackUrl => OverviewModel.Url(here.Address, OverviewModel.Kind.Areas);

    public static new string Url(string partnership, Id<Area>? area) => $"/{partnership}/directory/areas/{area?.ToString() ?? "new"}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (IsNew)
            return Page();
        if (await FindAsync(ct) is not { } area)
            return NotFound();
        (Name, GssCode, CommandUnit, Version) = (area.Name, area.GssCode, area.CommandUnit, area.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var area = await FindAsync(ct);
        if (!IsNew && area is null)
            return NotFound();
        if (await db.Areas.AnyAsync(a => a.GssCode == GssCode && (area == null || a.Id != area.Id), ct))
            ModelState.AddModelError(nameof(GssCode), "There is an area with this code already");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act(IsNew ? "area.add" : "area.change", "keeping the directory up to date");
        if (area is null)
        {
            db.Areas.Add(Area.Add(act, await NextNumberAsync(ct), Name!.Trim(), GssCode!, CommandUnit?.Trim() ?? ""));
        }
        else
        {
            area.Change(act, Name!.Trim(), GssCode!, CommandUnit?.Trim() ?? "");
            db.Expect(area, Version);
        }
        var shown = await once.SaveAsync(act, BackUrl, ct);
        TempData["Done"] = $"{Name} is saved";
        return Redirect(shown);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        if (!Id<Area>.TryParse(Route, null, out var id))
            return;
        var now = await db.Areas.AsNoTracking().SingleAsync(a => a.Id == id, ct);
        if (now.Version != Version)
            Differences = Answers.Between(("Name", now.Name, Name), ("Code", now.GssCode, GssCode), ("Police command unit", now.CommandUnit, CommandUnit));
        Version = now.Version;
    }

    /// <exception cref="RuleBroken">Coded facts have room for 63 areas.</exception>
    private async Task<int> NextNumberAsync(CancellationToken ct)
    {
        var next = await db.Areas.Select(a => (int?)a.Number).MaxAsync(ct) + 1 ?? 1;
        return next <= Area.LastNumber ? next : throw new RuleBroken("areas-full", "A partnership can have 63 areas, and all are used.");
    }

    private async Task<Area?> FindAsync(CancellationToken ct) =>
        Id<Area>.TryParse(Route, null, out var id) ? await db.Areas.SingleOrDefaultAsync(a => a.Id == id, ct) : null;
}
