using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Directory.Editing;

/// <summary>The links by which an agency refers without accounts: made for a while, shown once, ended at any time.</summary>
[Permit(Permission.EditDirectory)]
public sealed class LinksModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    private const int PageSize = 25;
    private static readonly int[] Lives = [30, 90, 180, 365];

    public sealed record Row(Id<AgencyLink> Id, string Until, string State, bool Works);

    [BindProperty(SupportsGet = true, Name = "agency")]
    public string Route { get; set; } = "";

    [BindProperty]
    public int? Days { get; set; }

    [BindProperty]
    public string? Link { get; set; }

    /// <summary>The new link's full address; only its hash is kept, so this is the only time that it can be shown.</summary>
    public string? Made { get; private set; }
    public string AgencyName { get; private set; } = "";
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Number { get; private set; } = 1;
    public int Pages { get; private set; }
    public string BackUrl => $"/{here.Address}/directory/agencies/{Route}";
    public string UrlOf(int number) => $"{BackUrl}/links?number={number}";

    public static new string Url(string partnership, Id<Agency> agency) => $"/{partnership}/directory/agencies/{agency}/links";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct, int number = 1)
    {
        Number = Math.Max(1, number);
        return await LoadAsync(ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        if (Days is null || !Lives.Contains(Days.Value))
        {
            ModelState.AddModelError(nameof(Days), "Choose how long the link works");
            return await this.AgainAsync(ct);
        }
        var act = here.Act("agency-link.make", "letting an agency refer without accounts");
        var code = AgencyLinkCode.New();
        db.AgencyLinks.Add(AgencyLink.Make(act, Id<Agency>.Parse(Route, null), AgencyLinkCode.HashOf(code), act.At.AddDays(Days.Value)));
        await db.SaveAsync(act, ct);
        Made = $"{Request.Scheme}://{Request.Host}/{here.Address}/refer/with/{code}";
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct)
    {
        if (!Id<Agency>.TryParse(Route, null, out var agency) || !Id<AgencyLink>.TryParse(Link, null, out var id)
            || await db.AgencyLinks.SingleOrDefaultAsync(l => l.Id == id && l.Agency == agency, ct) is not { } link)
            return NotFound();
        var act = here.Act("agency-link.end", "ending an agency's link");
        link.End(act);
        await db.SaveAsync(act, ct);
        TempData["Done"] = "The link is ended. Whoever opens it now is told to ask for a new one.";
        return Redirect(Url(here.Address, agency));
    }

    public Task ShowAgainAsync(CancellationToken ct) => LoadAsync(ct);

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!Id<Agency>.TryParse(Route, null, out var agency) || await db.Agencies.Where(a => a.Id == agency).Select(a => a.Name).SingleOrDefaultAsync(ct) is not { } name)
            return false;
        AgencyName = name;
        var now = here.Viewer.Now;
        var links = db.AgencyLinks.AsNoTracking().Where(l => l.Agency == agency);
        Pages = (await links.CountAsync(ct) + PageSize - 1) / PageSize;
        Rows = [.. (await links.OrderByDescending(l => l.Until).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(ct)).Select(l => new Row(l.Id,
            LondonTime.DateOf(l.Until).ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture),
            l.EndedAt is not null ? "Ended" : l.Works(now) ? "Works" : "Run out", l.Works(now)))];
        return true;
    }
}
