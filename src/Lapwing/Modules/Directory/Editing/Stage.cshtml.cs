using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Directory.Editing;

/// <summary>Move a service to another stage, with the reason: it decides whether anybody can be offered it.</summary>
[Permit(Permission.EditDirectory)]
public sealed class StageModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true, Name = "service")]
    public string Route { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "Choose the stage")]
    public ServiceStage? Stage { get; set; }

    [BindProperty, Required(ErrorMessage = "Say why, and who decided"), StringLength(StageChange.ReasonLimit, ErrorMessage = "The reason must be 1,000 characters or less")]
    public string? Reason { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public string ServiceName { get; private set; } = "";
    public ServiceStage Now { get; private set; }
    public IReadOnlyList<(string When, string Words, string Reason)> History { get; private set; } = [];
    public string BackUrl => $"/{here.Address}/directory/services/{Route}";

    public static IReadOnlyList<Option> Stages { get; } = [.. Enum.GetValues<ServiceStage>()
        .Select(stage => new Option(stage.ToString(), stage.Title(), stage.TakesReferrals() ? "Can be offered" : "Takes nobody new"))];

    public static new string Url(string partnership, Id<Service> service) => $"/{partnership}/directory/services/{service}/stage";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is null)
            return NotFound();
        await ShowAgainAsync(ct);
        Stage = Now;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } service)
            return NotFound();
        if (Stage == service.Stage)
            ModelState.AddModelError(nameof(Stage), "The service is at this stage already. Choose another");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("service.stage", "moving a service to another stage");
        db.Add(service.MoveTo(act, Stage!.Value, Reason!.Trim()));
        db.Expect(service, Version);
        var shown = await once.SaveAsync(act, BackUrl, ct);
        TempData["Done"] = $"{service.Name}: {Stage.Value.Title().ToLowerInvariant()} from now on";
        return Redirect(shown);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var id = Id<Service>.Parse(Route, null);
        var now = await db.Services.AsNoTracking().SingleAsync(s => s.Id == id, ct);
        (ServiceName, Now, Version) = (now.Name, now.Stage, now.Version);
        History = [.. (await db.Set<StageChange>().AsNoTracking().Where(c => c.Service == id).OrderByDescending(c => c.At).Take(20).ToListAsync(ct))
            .Select(c => (Time.LondonTime.DateOf(c.At).ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture), $"{c.From.Title()} to {c.To.Title().ToLowerInvariant()}", c.Reason))];
    }

    private async Task<Service?> FindAsync(CancellationToken ct) =>
        Id<Service>.TryParse(Route, null, out var id) ? await db.Services.SingleOrDefaultAsync(s => s.Id == id, ct) : null;
}
