using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.People.Orders;

/// <summary>How early this partnership tells its workers that an order ends.</summary>
[Permit(Permission.EditDirectory)]
public sealed class OrderSettingsModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    [BindProperty]
    public int? ReminderDays { get; set; }

    /// <summary>0 when nothing was kept yet and the default holds.</summary>
    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public string BackUrl => $"/{here.Address}/settings";

    public static new string Url(string partnership) => $"/{partnership}/settings/orders";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var stored = await StoredAsync(ct);
        (ReminderDays, Version) = ((stored?.Read<OrderSettings>() ?? new()).ReminderDays, stored?.Version ?? 0);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var settings = new OrderSettings { ReminderDays = ReminderDays ?? 0 };
        foreach (var (member, message) in settings.Problems())
            ModelState.AddModelError(member, message);
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var stored = await db.Settings.SingleOrDefaultAsync(s => s.Concern == OrderSettings.Concern, ct);
        var act = here.Act("settings.orders", "changing how early an order's end is told");
        if (stored is null)
        {
            db.Settings.Add(StoredSettings.Keep(act, OrderSettings.Concern, settings));
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
        var stored = await StoredAsync(ct);
        if ((stored?.Version ?? 0) != Version)
            Differences = Answers.Between(("Days", $"{stored?.Read<OrderSettings>().ReminderDays}", $"{ReminderDays}"));
        Version = stored?.Version ?? 0;
    }

    private Task<StoredSettings?> StoredAsync(CancellationToken ct) => db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Concern == OrderSettings.Concern, ct);
}
