using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Directory.Editing;

/// <summary>Add an agency or change one; "new" stands for one that is not there yet.</summary>
[Permit(Permission.EditDirectory)]
public sealed class AgencyModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true, Name = "agency")]
    public string Route { get; set; } = "new";

    [BindProperty, Required(ErrorMessage = "Enter the agency's name"), StringLength(Agency.NameLimit, ErrorMessage = "The name must be 200 characters or less")]
    public string? Name { get; set; }

    [BindProperty, Required(ErrorMessage = "Choose what kind of agency it is")]
    public AgencyKind? Kind { get; set; }

    [BindProperty]
    public bool IsActive { get; set; } = true;

    [BindProperty]
    public int Version { get; set; }

    public bool IsNew => Route == "new";
    public string BackUrl => OverviewModel.Url(here.Address, OverviewModel.Kind.Agencies);
    public string LinksUrl => LinksModel.Url(here.Address, Id<Agency>.Parse(Route, null));
    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    public static new string Url(string partnership, Id<Agency>? agency) => $"/{partnership}/directory/agencies/{agency?.ToString() ?? "new"}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (IsNew)
            return Page();
        if (await FindAsync(ct) is not { } agency)
            return NotFound();
        (Name, Kind, IsActive, Version) = (agency.Name, agency.Kind, agency.IsActive, agency.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var agency = IsNew ? null : await FindAsync(ct);
        if (!IsNew && agency is null)
            return NotFound();
        var name = Name?.Trim();
        if (name is not null && await db.Agencies.AnyAsync(a => a.Name == name && (agency == null || a.Id != agency.Id), ct))
            ModelState.AddModelError(nameof(Name), "There is an agency of this name already");
        if (agency is not null && !IsActive && await db.Teams.AnyAsync(t => t.Agency == agency.Id && t.IsFrontDoor, ct))
            ModelState.AddModelError(nameof(IsActive), "The front door is a team of this agency. Hand the front door to another team first");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act(IsNew ? "agency.add" : "agency.change", "keeping the directory up to date");
        if (agency is null)
        {
            db.Agencies.Add(Agency.Add(act, name!, Kind!.Value));
        }
        else
        {
            agency.Change(act, name!, Kind!.Value, IsActive);
            db.Expect(agency, Version);
        }
        var shown = await once.SaveAsync(act, BackUrl, ct);
        TempData["Done"] = $"{name} is saved";
        return Redirect(shown);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        if (IsNew || !Id<Agency>.TryParse(Route, null, out var id))
            return;
        var now = await db.Agencies.AsNoTracking().SingleAsync(a => a.Id == id, ct);
        if (now.Version != Version)
            Differences = Answers.Between(("Name", now.Name, Name), ("Kind", AgencyKinds.Title(now.Kind), Kind is { } kind ? AgencyKinds.Title(kind) : ""),
                ("Active", now.IsActive ? "Yes" : "No", IsActive ? "Yes" : "No"));
        Version = now.Version;
    }

    private async Task<Agency?> FindAsync(CancellationToken ct) =>
        Id<Agency>.TryParse(Route, null, out var id) ? await db.Agencies.SingleOrDefaultAsync(a => a.Id == id, ct) : null;
}
