using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Places.Work;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Places.Pages;

/// <summary>One pool in counts, the same for every borough; its panel and the programme see small numbers and how the places are shared.</summary>
[Permit(Permission.SeePlaces)]
public sealed class PoolModel(Here here, PartnershipDb db) : PageModel
{
    private const int MostChanges = 50;

    public sealed record Column(IReadOnlyList<string> Cells, string Sum);

    [FromRoute(Name = "pool")]
    public Id<PlacePool> Id { get; set; }

    public PlacePool Pool { get; private set; } = null!;
    public PoolCounts Counts { get; private set; } = null!;
    public IReadOnlyList<Column> Columns { get; private set; } = [];
    public IReadOnlyList<PoolChange> Changes { get; private set; } = [];
    public int Met { get; private set; }
    public bool IsTrusted { get; private set; }
    public bool IsPanel => PanelDecision.WhyNotPanel(here.Viewer, Pool) is null;
    public bool MayKeep => here.Viewer.May(Permission.KeepPlaces);
    public bool MayWork => here.Viewer.May(Permission.WorkCases);
    public string Partnership => here.Address;

    private IReadOnlyDictionary<int, string> names = new Dictionary<int, string>();

    public static new string Url(string partnership, Id<PlacePool> pool) => $"/{partnership}/places/{pool}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.PlacePools.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id, ct) is not { } pool)
            return NotFound();
        (Pool, Counts, IsTrusted) = (pool, await PoolCounts.ReadAsync(db, pool, ct), PoolCounts.IsTrusted(here.Viewer, pool));
        names = await db.Areas.AsNoTracking().ToDictionaryAsync(a => a.Number, a => a.Name, ct);
        Columns = [.. ((Func<BoroughCount, int>[])[b => b.Share, b => b.Held, b => b.Used, b => b.Waiting]).Select(ColumnOf)];
        var evidence = await db.StandardEvidences.AsNoTracking().Where(e => e.Pool == Id).OrderBy(e => e.At).Select(e => new { e.Standard, e.State }).ToListAsync(ct);
        Met = evidence.GroupBy(e => e.Standard).Count(of => of.Last().State == StandardState.Met);
        if (IsTrusted)
            Changes = await db.PoolChanges.AsNoTracking().Where(c => c.Pool == Id).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(MostChanges).ToListAsync(ct);
        return Page();
    }

    public string NameOf(int area) => names.GetValueOrDefault(area, $"Area {area}");

    public static string Title(PoolEvent what) => what switch
    {
        PoolEvent.Opened => "the pool was opened", PoolEvent.TermsChanged => "the terms were changed", PoolEvent.BoroughLeft => "a borough left", _ => "shared anew",
    };

    private Column ColumnOf(Func<BoroughCount, int> of)
    {
        int[] counts = [.. Counts.Boroughs.Select(of)];
        if (IsTrusted)
            return new([.. counts.Select(c => $"{c}")], $"{counts.Sum()}");
        var (shown, sum) = SmallCounts.Show(counts);
        return new([.. shown.Select(c => c.ToString())], sum is { } all ? $"{all}" : "not shown");
    }
}
