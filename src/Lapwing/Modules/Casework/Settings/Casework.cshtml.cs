using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Casework.Measuring;
using Lapwing.Modules.Directory;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Settings;

/// <summary>Who ends support, how large a document may be, and which outcomes are measured.</summary>
[Permit(Permission.EditDirectory)]
public sealed class CaseworkModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    private const int MostPacks = 100;

    [BindProperty]
    public bool ManagerConfirmsEnd { get; set; }

    [BindProperty]
    public int? LargestDocumentMegabytes { get; set; }

    [BindProperty]
    public string? Outcomes { get; set; }

    /// <summary>0 when nothing was kept yet and the defaults hold.</summary>
    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<Option> Packs { get; private set; } = [];
    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public string BackUrl => $"/{here.Address}/settings";
    public string LoadUrl => LoadOutcomesModel.Url(here.Address);

    private static string Shipped => StoredOutcomePack.NameOf(OutcomePack.Shipped.Code, OutcomePack.Shipped.Version);

    public static new string Url(string partnership) => $"/{partnership}/settings/casework";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var stored = await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Concern == CaseworkSettings.Concern, ct);
        var now = stored?.Read<CaseworkSettings>() ?? new();
        (ManagerConfirmsEnd, LargestDocumentMegabytes, Outcomes, Version) = (now.ManagerConfirmsEnd, now.LargestDocumentMegabytes, now.Outcomes ?? Shipped, stored?.Version ?? 0);
        await PacksAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await PacksAsync(ct);
        if (LargestDocumentMegabytes is not (>= 1 and <= CaseworkSettings.MostMegabytes))
            ModelState.AddModelError(nameof(LargestDocumentMegabytes), $"The largest document must be from 1 to {CaseworkSettings.MostMegabytes} MB");
        if (Packs.All(p => p.Value != Outcomes))
            ModelState.AddModelError(nameof(Outcomes), "Choose the outcomes");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var stored = await db.Settings.SingleOrDefaultAsync(s => s.Concern == CaseworkSettings.Concern, ct);
        var act = here.Act("settings.casework", "changing how casework is done");
        var wanted = new CaseworkSettings { ManagerConfirmsEnd = ManagerConfirmsEnd, LargestDocumentMegabytes = LargestDocumentMegabytes!.Value, Outcomes = Outcomes == Shipped ? null : Outcomes };
        if (stored is null)
        {
            db.Settings.Add(StoredSettings.Keep(act, CaseworkSettings.Concern, wanted));
        }
        else
        {
            stored.Change(act, wanted);
            db.Expect(stored, Version);
        }
        await db.SaveAsync(act, ct);
        TempData["Done"] = "The settings of casework are saved.";
        return Redirect(BackUrl);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        await PacksAsync(ct);
        var stored = await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Concern == CaseworkSettings.Concern, ct);
        var now = stored?.Read<CaseworkSettings>() ?? new();
        if ((stored?.Version ?? 0) != Version)
            Differences = Web.Answers.Between(("A manager confirms the end", now.ManagerConfirmsEnd ? "Yes" : "No", ManagerConfirmsEnd ? "Yes" : "No"),
                ("Largest document", $"{now.LargestDocumentMegabytes}", $"{LargestDocumentMegabytes}"), ("Outcomes", now.Outcomes ?? Shipped, Outcomes));
        ModelState.Remove(nameof(Version));
        Version = stored?.Version ?? 0;
    }

    private async Task PacksAsync(CancellationToken ct)
    {
        var loaded = await db.OutcomePacks.AsNoTracking().OrderBy(p => p.Code).ThenByDescending(p => p.Edition).Take(MostPacks).ToListAsync(ct);
        Packs = [.. loaded.Select(p => new Option(p.Name, $"{p.Title}, version {p.Edition}")), new(Shipped, $"{OutcomePack.Shipped.Title}, version {OutcomePack.Shipped.Version}", "Six areas in our own words.")];
    }
}
