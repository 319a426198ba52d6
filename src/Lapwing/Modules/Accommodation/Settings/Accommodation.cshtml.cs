using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accommodation.Settings;

/// <summary>How long this partnership holds a place, when it calls a number of vacancies old, and when a sanctuary is looked at again.</summary>
[Permit(Permission.EditDirectory)]
public sealed class AccommodationSettingsModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    [BindProperty] public int? HoldHours { get; set; }
    [BindProperty] public int? StaleHours { get; set; }
    [BindProperty] public int? SanctuaryReviewDays { get; set; }

    /// <summary>0 when nothing was kept yet and the defaults hold.</summary>
    [BindProperty] public int Version { get; set; }

    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public string BackUrl => $"/{here.Address}/settings";

    public static new string Url(string partnership) => $"/{partnership}/settings/accommodation";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var stored = await StoredAsync(db.Settings.AsNoTracking(), ct);
        var kept = stored?.Read<AccommodationSettings>() ?? new();
        (HoldHours, StaleHours, SanctuaryReviewDays, Version) = (kept.HoldHours, kept.StaleHours, kept.SanctuaryReviewDays, stored?.Version ?? 0);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var settings = new AccommodationSettings { HoldHours = HoldHours ?? 0, StaleHours = StaleHours ?? 0, SanctuaryReviewDays = SanctuaryReviewDays ?? 0 };
        foreach (var (member, message) in settings.Problems())
            ModelState.AddModelError(member, message);
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var stored = await StoredAsync(db.Settings, ct);
        var act = here.Act("settings.accommodation", "changing how places are held");
        if (stored is null)
        {
            db.Settings.Add(StoredSettings.Keep(act, AccommodationSettings.Concern, settings));
        }
        else
        {
            stored.Change(act, settings);
            db.Expect(stored, Version);
        }
        await db.SaveAsync(act, ct);
        TempData["Done"] = "Saved.";
        return Redirect(BackUrl);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var stored = await StoredAsync(db.Settings.AsNoTracking(), ct);
        if ((stored?.Version ?? 0) != Version)
        {
            var kept = stored?.Read<AccommodationSettings>() ?? new();
            Differences = Answers.Between(("Held for", $"{kept.HoldHours}", $"{HoldHours}"), ("Old after", $"{kept.StaleHours}", $"{StaleHours}"), ("Sanctuary", $"{kept.SanctuaryReviewDays}", $"{SanctuaryReviewDays}"));
        }
        Version = stored?.Version ?? 0;
    }

    private static Task<StoredSettings?> StoredAsync(IQueryable<StoredSettings> settings, CancellationToken ct) => settings.SingleOrDefaultAsync(s => s.Concern == AccommodationSettings.Concern, ct);
}
