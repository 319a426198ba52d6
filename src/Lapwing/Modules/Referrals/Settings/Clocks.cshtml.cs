using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Settings;

/// <summary>The partnership's promises: opening hours, and how soon a referral is triaged and the person safely contacted.</summary>
[Permit(Permission.EditDirectory)]
public sealed class ClocksModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    public sealed class Answers
    {
        public string? OpeningHours { get; set; }
        public int? TriageHigh { get; set; }
        public int? TriageMedium { get; set; }
        public int? TriageStandard { get; set; }
        public int? ContactHigh { get; set; }
        public int? ContactMedium { get; set; }
        public int? ContactStandard { get; set; }

        public static Answers Of(ClockSettings clocks) => new()
        {
            OpeningHours = clocks.OpeningHours, TriageHigh = clocks.TriageHigh, TriageMedium = clocks.TriageMedium, TriageStandard = clocks.TriageStandard,
            ContactHigh = clocks.ContactHigh, ContactMedium = clocks.ContactMedium, ContactStandard = clocks.ContactStandard,
        };

        /// <summary>An empty target is 0, which the record refuses with its own words.</summary>
        public ClockSettings Settings => new()
        {
            OpeningHours = OpeningHours?.Trim() ?? "", TriageHigh = TriageHigh ?? 0, TriageMedium = TriageMedium ?? 0, TriageStandard = TriageStandard ?? 0,
            ContactHigh = ContactHigh ?? 0, ContactMedium = ContactMedium ?? 0, ContactStandard = ContactStandard ?? 0,
        };
    }

    [BindProperty]
    public Answers Input { get; set; } = new();

    /// <summary>0 when nothing was kept yet and the defaults hold.</summary>
    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public string BackUrl => $"/{here.Address}/settings";

    public static new string Url(string partnership) => $"/{partnership}/settings/clocks";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var stored = await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Concern == ClockSettings.Concern, ct);
        (Input, Version) = (Answers.Of(stored?.Read<ClockSettings>() ?? new()), stored?.Version ?? 0);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
            foreach (var (member, message) in Input.Settings.Problems())
                ModelState.AddModelError($"{nameof(Input)}.{member}", message);
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("settings.clocks", "changing the partnership's clocks");
        var stored = await db.Settings.SingleOrDefaultAsync(s => s.Concern == ClockSettings.Concern, ct);
        if (stored is null)
        {
            db.Settings.Add(StoredSettings.Keep(act, ClockSettings.Concern, Input.Settings));
        }
        else
        {
            stored.Change(act, Input.Settings);
            db.Expect(stored, Version);
        }
        await db.SaveAsync(act, ct);
        TempData["Done"] = "The clocks are saved. They hold for referrals from now on.";
        return Redirect(BackUrl);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var stored = await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Concern == ClockSettings.Concern, ct);
        var now = stored?.Read<ClockSettings>() ?? new();
        if ((stored?.Version ?? 0) != Version)
            Differences = Web.Answers.Between(("Opening hours", now.OpeningHours, Input.OpeningHours), ("Triage, high risk", $"{now.TriageHigh}", $"{Input.TriageHigh}"),
                ("Triage, medium risk", $"{now.TriageMedium}", $"{Input.TriageMedium}"), ("Triage, standard risk", $"{now.TriageStandard}", $"{Input.TriageStandard}"),
                ("First contact, high risk", $"{now.ContactHigh}", $"{Input.ContactHigh}"), ("First contact, medium risk", $"{now.ContactMedium}", $"{Input.ContactMedium}"),
                ("First contact, standard risk", $"{now.ContactStandard}", $"{Input.ContactStandard}"));
        Version = stored?.Version ?? 0;
    }
}
