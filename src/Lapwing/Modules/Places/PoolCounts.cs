using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Places.Allocation;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Places;

/// <summary>How many of a borough: its share, and what became of its requests.</summary>
public sealed record BoroughCount(string Borough, bool HasLeft, int Share, int Held, int Used, int Waiting);

/// <summary>The numbers of a pool, the same for everybody; how they are shown depends on whether the viewer is trusted with small ones.</summary>
public sealed record PoolCounts(IReadOnlyList<BoroughCount> Boroughs, int Free, Seats Seats)
{
    public int Held => Boroughs.Sum(b => b.Held);
    public int Used => Boroughs.Sum(b => b.Used);

    public static async Task<PoolCounts> ReadAsync(PartnershipDb db, PlacePool pool, CancellationToken ct)
    {
        var id = pool.Id;
        var boroughs = await db.PoolBoroughs.AsNoTracking().Where(b => b.Pool == id).OrderBy(b => b.Area).ToListAsync(ct);
        var names = await db.Areas.AsNoTracking().ToDictionaryAsync(a => a.Number, a => a.Name, ct);
        var turns = await db.PlaceTurns.AsNoTracking().Where(t => t.Pool == id).GroupBy(t => new { t.Area, t.State }).Select(g => new { g.Key.Area, g.Key.State, Count = g.Count() }).ToListAsync(ct);
        var free = await db.PoolPlaces.CountAsync(p => p.Pool == id && p.Request == null && !p.IsGone, ct);
        var last = await db.PoolChanges.AsNoTracking().Where(c => c.Pool == id).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).FirstAsync(ct);
        var seats = last.Seats;
        return new([.. boroughs.Select(b => new BoroughCount(names.GetValueOrDefault(b.Area, $"Area {b.Area}"), b.LeftOn is not null, seats.Of(b.Area), Of(b.Area, TurnState.Offered, TurnState.Accepted, TurnState.Started),
            Of(b.Area, TurnState.Ended), Of(b.Area, TurnState.Waiting)))], free, seats);

        int Of(int area, params TurnState[] states) => turns.Where(t => t.Area == area && states.Contains(t.State)).Sum(t => t.Count);
    }

    /// <summary>Who is trusted with small numbers: the pool's panel, and whoever runs the programme.</summary>
    public static bool IsTrusted(Viewer viewer, PlacePool pool) => viewer.May(Permission.KeepPlaces) || PanelDecision.WhyNotPanel(viewer, pool) is null;
}
