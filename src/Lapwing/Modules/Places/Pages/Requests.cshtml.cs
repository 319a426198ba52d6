using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Places.Pages;

/// <summary>The requests of a pool whose files this viewer may know: a borough sees those of its own residents, the panel all. The place in the line counts everybody.</summary>
[Permit(Permission.WorkCases)]
public sealed class RequestsModel(Here here, PartnershipDb db) : PageModel
{
    private const int PageSize = 50, MostInLine = 5_000;

    public sealed record Row(Id<CaseFile> File, string Name, string Borough, DateTime AskedAt, TurnState State, PlacePriority Priority, string Stands);

    [FromRoute(Name = "pool")]
    public Id<PlacePool> Id { get; set; }

    [BindProperty(Name = "number", SupportsGet = true)]
    public int Number { get; set; } = 1;

    public int Pages { get; private set; }
    public PlacePool Pool { get; private set; } = null!;
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public string Partnership => here.Address;

    public string UrlOf(int number) => Url(here.Address, Id) + (number > 1 ? $"?number={number}" : "");

    public static new string Url(string partnership, Id<PlacePool> pool) => PoolModel.Url(partnership, pool) + "/requests";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.PlacePools.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id, ct) is not { } pool)
            return NotFound();
        Pool = pool;
        // The need-to-know filter stands on the requests: whoever may not know the file does not see its turn either.
        var known = db.PlaceRequests.AsNoTracking().Where(r => r.Pool == Id).Join(db.PlaceTurns.AsNoTracking(), r => r.Id, t => t.Request, (r, t) => new { r.CaseFile, t });
        Pages = (await known.CountAsync(ct) + PageSize - 1) / PageSize;
        Number = Math.Clamp(Number, 1, Math.Max(1, Pages));
        var rows = await known.OrderBy(k => k.t.State == TurnState.Asked ? 0 : k.t.State == TurnState.Offered ? 1 : k.t.State == TurnState.Waiting || k.t.State == TurnState.Eligible ? 2
                : k.t.State == TurnState.Accepted ? 3 : k.t.State == TurnState.Returned || k.t.State == TurnState.Deferred ? 4 : k.t.State == TurnState.Started ? 5 : 6)
            .ThenBy(k => k.t.Priority).ThenBy(k => k.t.Since ?? k.t.AskedAt).ThenBy(k => k.t.Id).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var line = (await db.PlaceTurns.AsNoTracking().Where(t => t.Pool == Id && t.State == TurnState.Waiting).OrderBy(t => t.Priority).ThenBy(t => t.Since).Take(MostInLine).ToListAsync(ct))
            .Select(t => new InLine(t.Id, t.Area, t.Priority, t.Since!.Value)).Order().ToList();
        var names = await NamesAsync([.. rows.Select(r => r.CaseFile)], ct);
        var boroughs = await db.Areas.AsNoTracking().ToDictionaryAsync(a => a.Number, a => a.Name, ct);
        Rows = [.. rows.Select(r => new Row(r.CaseFile, names.GetValueOrDefault(r.CaseFile, "Somebody whom the file does not name"), boroughs.GetValueOrDefault(r.t.Area, ""), r.t.AskedAt, r.t.State, r.t.Priority, Stands(r.t, line)))];
        // The list shows names: it is written down before it is shown.
        await db.WriteReadAsync(here.Act("list", "requests for a place"), null, null, "circle", ct);
        return Page();
    }

    private static string Stands(PlaceTurn turn, List<InLine> line) => turn.State switch
    {
        TurnState.Waiting when line.FindIndex(l => l.Turn == turn.Id) is >= 0 and var at => Line.Explain(turn.Priority, at, line.Take(at).Count(l => l.Priority < turn.Priority)),
        TurnState.Eligible => "Takes a place when it is ready; the first to ask comes first",
        TurnState.Deferred => turn.DeferredUntil is { } day ? $"The panel looks again on {Spoken.Day(day)}" : "",
        TurnState.Offered => turn.HeldUntil is { } until ? $"Held until {Spoken.Moment(until)}" : "",
        TurnState.Accepted => turn.LinkedWorker is null ? "The victim's worker is not named yet" : "Can start",
        TurnState.Returned => turn.ReturnedFor?.Title() ?? "",
        TurnState.Started => $"Since {Spoken.Day(turn.StartedAt!.Value)}",
        TurnState.Ended => turn.Outcome?.Title() ?? "",
        _ => "",
    };

    private async Task<IReadOnlyDictionary<Id<CaseFile>, string>> NamesAsync(Id<CaseFile>[] files, CancellationToken ct)
    {
        var keys = await db.KeysOfAsync(files, ct);
        var people = await db.People.AsNoTracking().Where(p => files.Contains(p.CaseFile) && p.Role == RoleInFile.Subject).OrderBy(p => p.Id).ToListAsync(ct);
        return people.GroupBy(p => p.CaseFile).Where(g => keys.ContainsKey(g.Key)).ToDictionary(g => g.Key, g => g.First().DisplayName(keys[g.Key]));
    }
}
