using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accommodation.Units;

/// <summary>Where a unit is, opened on purpose for a few minutes: by the team that provides it, and by whoever may open the address of a household that has a place there.
/// Every opening is written down before anything shows (threat 4).</summary>
[Permit(Permission.WorkCases)]
public sealed class UnitAddressModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    /// <summary>So long an opened address stays on the screen; then the page closes itself, also without JavaScript.</summary>
    public static readonly TimeSpan Shown = TimeSpan.FromMinutes(5);

    /// <summary>Codes, because the words stand in the audit trail.</summary>
    public static IReadOnlyList<Option> Purposes { get; } =
    [
        new("journey", "To bring a household there"), new("visit", "For a visit"), new("emergency", "For the police, an ambulance or another emergency"), new("check", "To check that it is right"),
    ];

    [FromRoute(Name = "unit")]
    public Id<SafeUnit> Unit { get; set; }

    [BindProperty] public string? Purpose { get; set; }

    public string CodeName { get; private set; } = "";
    public string? Opened { get; private set; }
    public string? Borough { get; private set; }
    public DateTime ShownUntil => here.Viewer.Now + Shown;
    public string BackUrl => VacanciesModel.Url(here.Address);

    public static new string Url(string partnership, Id<SafeUnit> unit) => $"{UnitModel.Url(partnership, unit)}/address";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        return CodeName.Length == 0 ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        if (CodeName.Length == 0)
            return NotFound();
        if (Purposes.FirstOrDefault(p => p.Value == Purpose) is not { } purpose)
        {
            ModelState.AddModelError(nameof(Purpose), "Say why you open it");
            return await this.AgainAsync(ct);
        }
        var (may, file) = await MayOpenAsync(ct);
        if (!may || await db.UnitLocations.AsNoTracking().SingleOrDefaultAsync(l => l.Unit == Unit, ct) is not { } location)
            throw new RuleBroken("sealed", "There is no address that your team may open. Ring the team that provides the place.");
        await db.WriteReadAsync(here.Act("unit-address.read", purpose.Label), file, Unit.Value, file is null ? "provider" : "circle+seal", ct);
        (Opened, Borough) = location.Reveal(db.Session.Keys);
        Borough = LondonBoroughs.NameOf(Borough);
        Response.Headers["Refresh"] = string.Create(CultureInfo.InvariantCulture, $"{Shown.TotalSeconds:0}; url={BackUrl}");
        return Page();
    }

    /// <summary>The provider's team may; so may a team on the list of the address of a file whose household stays there or is about to. The entry then names the file.</summary>
    private async Task<(bool May, Id<CaseFile>? File)> MayOpenAsync(CancellationToken ct)
    {
        var teams = here.Viewer.Teams.ToArray();
        if (await db.SafeUnits.AnyAsync(u => u.Id == Unit && teams.Contains(u.Team), ct))
            return (true, null);
        var coming = (await db.UnitClaims.AsNoTracking().Where(c => c.Unit == Unit && c.State == ClaimState.Accepted && !c.IsEnquiry).Select(c => c.For).ToListAsync(ct)).ConvertAll(id => new Id<SafeRequest>(id));
        // Both are read through need-to-know: what this viewer may not know is not among them.
        var files = await db.SafeStays.AsNoTracking().Where(s => s.Unit == Unit && s.MovedOnOn == null).Select(s => s.CaseFile).ToListAsync(ct);
        files.AddRange(await db.SafeRequests.AsNoTracking().Where(r => coming.Contains(r.Id)).Select(r => r.CaseFile).ToListAsync(ct));
        foreach (var file in files.Distinct())
            if (!here.Viewer.Emergencies.Contains(file) && await Circles.MayUnsealAsync(db, file, Seal.Whereabouts, ct))
                return (true, file);
        return (false, null);
    }

    public async Task ShowAgainAsync(CancellationToken ct) => CodeName = await db.SafeUnits.AsNoTracking().Where(u => u.Id == Unit).Select(u => u.CodeName).SingleOrDefaultAsync(ct) ?? "";
}
