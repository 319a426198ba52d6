using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accounts.Settings;

/// <summary>What the partnership decides about sharing, emergencies and its front door.</summary>
[Permit(Permission.EditDirectory)]
public sealed class AccessPageModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    /// <summary>The same as the record, as a form fills it. An empty number is 0, which the record refuses in its own words.</summary>
    public sealed class Answers
    {
        public int? SharingMonths { get; set; }
        public int? EmergencyMinutes { get; set; }
        public int? EmergenciesInADay { get; set; }
        public int? JudgeHours { get; set; }
        public int? FormDays { get; set; }
        public bool FrontDoorKeepsBothSides { get; set; }

        public static Answers Of(AccessSettings settings) => new()
        {
            SharingMonths = settings.SharingMonths, EmergencyMinutes = settings.EmergencyMinutes, EmergenciesInADay = settings.EmergenciesInADay, JudgeHours = settings.JudgeHours, FormDays = settings.FormDays,
            FrontDoorKeepsBothSides = settings.FrontDoorKeepsBothSides,
        };

        public AccessSettings Settings => new()
        {
            SharingMonths = SharingMonths ?? 0, EmergencyMinutes = EmergencyMinutes ?? 0, EmergenciesInADay = EmergenciesInADay ?? 0, JudgeHours = JudgeHours ?? 0, FormDays = FormDays ?? 0,
            FrontDoorKeepsBothSides = FrontDoorKeepsBothSides,
        };
    }

    [BindProperty]
    public Answers Input { get; set; } = new();

    /// <summary>0 when nothing was kept yet and the defaults hold.</summary>
    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public string BackUrl => $"/{here.Address}/settings";

    public static new string Url(string partnership) => $"/{partnership}/settings/access";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var stored = await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Concern == AccessSettings.Concern, ct);
        (Input, Version) = (Answers.Of(stored?.Read<AccessSettings>() ?? new()), stored?.Version ?? 0);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
            foreach (var (member, message) in Input.Settings.Problems())
                ModelState.AddModelError($"{nameof(Input)}.{member}", message);
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("settings.access", "changing the partnership's rules of access");
        var stored = await db.Settings.SingleOrDefaultAsync(s => s.Concern == AccessSettings.Concern, ct);
        if (stored is null)
        {
            db.Settings.Add(StoredSettings.Keep(act, AccessSettings.Concern, Input.Settings));
        }
        else
        {
            stored.Change(act, Input.Settings);
            db.Expect(stored, Version);
        }
        await db.SaveAsync(act, ct);
        TempData["Done"] = "The rules of access are saved. They hold from now on.";
        return Redirect(BackUrl);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var stored = await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Concern == AccessSettings.Concern, ct);
        var now = stored?.Read<AccessSettings>() ?? new();
        if ((stored?.Version ?? 0) != Version)
            Differences = Web.Answers.Between(("Sharing, months", $"{now.SharingMonths}", $"{Input.SharingMonths}"), ("Emergency, minutes", $"{now.EmergencyMinutes}", $"{Input.EmergencyMinutes}"),
                ("Emergencies in 24 hours", $"{now.EmergenciesInADay}", $"{Input.EmergenciesInADay}"), ("Judged within, working hours", $"{now.JudgeHours}", $"{Input.JudgeHours}"), ("Forms remembered, days", $"{now.FormDays}", $"{Input.FormDays}"),
                ("Front door keeps both sides", now.FrontDoorKeepsBothSides ? "yes" : "no", Input.FrontDoorKeepsBothSides ? "yes" : "no"));
        Version = stored?.Version ?? 0;
    }
}
