using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.People;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Places.Pages;

/// <summary>Asks for a place for the person of a file, in one pool and for one borough.</summary>
[Permit(Permission.WorkCases)]
public sealed class AskPlaceModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    private const int MostPools = 200;

    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [BindProperty]
    public Id<PlacePool>? Pool { get; set; }

    [BindProperty]
    public int? Area { get; set; }

    [BindProperty]
    public RequestSource? Source { get; set; }

    [BindProperty]
    public List<RequestGround> Grounds { get; set; } = [];

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public Guid? Once { get; set; }

    public IReadOnlyList<Option> Pools { get; private set; } = [];
    public IReadOnlyList<Option> Areas { get; private set; } = [];
    public IReadOnlyList<Option> Sources { get; } = [.. Enum.GetValues<RequestSource>().Select(s => new Option(s.ToString(), s.Title()))];
    public IReadOnlyList<Option> AllGrounds { get; } = [.. Enum.GetValues<RequestGround>().Where(g => g != RequestGround.None).Select(g => new Option(g.ToString(), g.Title()))];
    public string Partnership => here.Address;

    public static new string Url(string partnership, Id<CaseFile> file) => FilePlaceModel.Url(partnership, file) + "/ask";

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        var file = Id;
        Area = await db.Referrals.AsNoTracking().Where(r => r.CaseFile == file).OrderByDescending(r => r.ReceivedAt).Select(r => (int?)r.Area).FirstOrDefaultAsync(ct);
        if (Pools is [var only])
            Pool = Id<PlacePool>.Parse(only.Value, null);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        await ShowAgainAsync(ct);
        if (Pools.All(p => p.Value != $"{Pool}"))
            ModelState.AddModelError(nameof(Pool), "Choose a pool");
        if (Areas.All(a => a.Value != Area?.ToString(CultureInfo.InvariantCulture)))
            ModelState.AddModelError(nameof(Area), "Choose a borough");
        if (Source is null || !Enum.IsDefined(Source.Value))
            ModelState.AddModelError(nameof(Source), "Choose where the request comes from");
        if (Why?.Length > PlaceRequest.WhyLimit)
            ModelState.AddModelError(nameof(Why), "What the panel should know must be 10,000 characters or fewer");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var (id, area, file) = (Pool!.Value, Area!.Value, Id);
        var pool = await db.PlacePools.AsNoTracking().SingleAsync(p => p.Id == id, ct);
        var borough = await db.PoolBoroughs.AsNoTracking().SingleOrDefaultAsync(b => b.Pool == id && b.Area == area, ct) ?? throw new RuleBroken("request-borough", "This borough is not in the pool.");
        if (await db.PlaceRequests.AnyAsync(r => r.CaseFile == file && r.Pool == id, ct))
            throw new RuleBroken("asked-before", "Somebody has already asked for a place of this pool for this person. The panel can decide on that request anew.");
        var opened = await db.CaseFiles.AsNoTracking().SingleAsync(f => f.Id == file, ct);
        var referral = await db.Referrals.AsNoTracking().Where(r => r.CaseFile == file).OrderByDescending(r => r.ReceivedAt).FirstOrDefaultAsync(ct);
        var subject = await db.People.AsNoTracking().Where(p => p.CaseFile == file && p.Role == RoleInFile.Subject).OrderBy(p => p.Id).Select(p => p.Id).FirstOrDefaultAsync(ct);
        var act = here.Act("place.ask", "asking for a shared place");
        var request = PlaceRequest.Ask(act, await db.KeyOfAsync(file, ct), opened, pool, borough, Source!.Value, Grounds.Where(Enum.IsDefined).Aggregate(RequestGround.None, (all, one) => all | one), Why,
            new(referral?.FactCodes ?? 0), referral?.PersonToken ?? subject.Value);
        var (_, left) = await Moves.AskAsync(db, act, request, pool, borough, opened.Matter, ct);
        string url;
        try
        {
            url = await once.SaveAsync(act, Once, FilePlaceModel.Url(here.Address, Id), ct);
        }
        catch (DbUpdateException)
        {
            throw new RuleBroken("asked-before", "Somebody has asked for a place for this person at the same moment. Look at it again.");
        }
        TempData["Done"] = left ?? "The panel has the request.";
        return Redirect(url);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var today = LondonTime.DateOf(here.Viewer.Now);
        var pools = await db.PlacePools.AsNoTracking().Where(p => p.Until >= today).OrderBy(p => p.Until).ThenBy(p => p.Name).Take(MostPools).Select(p => new { p.Id, p.Name }).ToListAsync(ct);
        Pools = [.. pools.Select(p => new Option(p.Id.ToString(), p.Name))];
        Id<PlacePool>[] ids = [.. pools.Select(p => p.Id)];
        var areas = await db.PoolBoroughs.AsNoTracking().Where(b => ids.Contains(b.Pool) && b.LeftOn == null).Select(b => b.Area).Distinct().ToListAsync(ct);
        Areas = [.. (await db.Areas.AsNoTracking().Where(a => areas.Contains(a.Number)).OrderBy(a => a.Name).Select(a => new { a.Number, a.Name }).ToListAsync(ct))
            .Select(a => new Option(a.Number.ToString(CultureInfo.InvariantCulture), a.Name))];
    }
}
