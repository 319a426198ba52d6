using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Groups.Pages;

/// <summary>The days on which groups do not meet.</summary>
[Permit(Permission.EditDirectory)]
public sealed class GroupSettingsPageModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    [BindProperty] public string? Closed { get; set; }

    /// <summary>0 when nothing was kept yet and the default holds.</summary>
    [BindProperty] public int Version { get; set; }

    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public string BackUrl => $"/{here.Address}/settings";

    public static new string Url(string partnership) => $"/{partnership}/settings/groups";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var stored = await StoredAsync(ct);
        (Closed, Version) = (Lines(stored), stored?.Version ?? 0);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var settings = new GroupSettings();
        try
        {
            settings = GroupSettings.Parse(Closed);
        }
        catch (FormatException wrong)
        {
            foreach (var line in wrong.Message.Split('\n').Take(20))
                ModelState.AddModelError(ModelState.ErrorCount == 0 ? nameof(Closed) : $"{nameof(Closed)}.{ModelState.ErrorCount}", line);
        }
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var stored = await db.Settings.SingleOrDefaultAsync(s => s.Concern == GroupSettings.Concern, ct);
        var act = here.Act("settings.groups", "changing when groups do not meet");
        if (stored is null)
        {
            db.Settings.Add(StoredSettings.Keep(act, GroupSettings.Concern, settings));
        }
        else
        {
            stored.Change(act, settings);
            db.Expect(stored, Version);
        }
        await db.SaveAsync(act, ct);
        TempData["Done"] = "Saved. Groups that are planned already keep their days.";
        return Redirect(BackUrl);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var stored = await StoredAsync(ct);
        if ((stored?.Version ?? 0) != Version)
            Differences = Answers.Between(("Days", Lines(stored), Closed?.ReplaceLineEndings("\n")));
        Version = stored?.Version ?? 0;
    }

    private static string Lines(StoredSettings? stored) => string.Join('\n', (stored?.Read<GroupSettings>() ?? new()).Closed.Select(c => c.ToString()));

    private Task<StoredSettings?> StoredAsync(CancellationToken ct) => db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Concern == GroupSettings.Concern, ct);
}
