using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Places.Allocation;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Places;

/// <summary>A pool with its boroughs and places, while the programme opens it or changes its terms. What comes of it is shared anew and kept with the reason. The caller saves.</summary>
public sealed class PoolBook
{
    private PoolBook(PlacePool pool, List<PoolBorough> boroughs, List<PoolPlace> places, IReadOnlyDictionary<Id<PlaceRequest>, int> areas) =>
        (Pool, Boroughs, Places, this.areas) = (pool, boroughs, places, areas);

    /// <summary>Which borough has each place that is held.</summary>
    private readonly IReadOnlyDictionary<Id<PlaceRequest>, int> areas;

    public PlacePool Pool { get; }
    public List<PoolBorough> Boroughs { get; }
    public List<PoolPlace> Places { get; }

    public int Held => Places.Count(p => p.Request is not null);

    /// <summary>Held by a borough: offered, accepted, started or used.</summary>
    public int HeldBy(int area) => Places.Count(p => p.Request is { } request && areas.GetValueOrDefault(request) == area);

    public static async Task<PoolBook> ReadAsync(PartnershipDb db, Id<PlacePool> id, CancellationToken ct)
    {
        var pool = await db.PlacePools.SingleAsync(p => p.Id == id, ct);
        var boroughs = await db.PoolBoroughs.Where(b => b.Pool == id).OrderBy(b => b.Area).ToListAsync(ct);
        var places = await db.PoolPlaces.Where(p => p.Pool == id).OrderBy(p => p.Number).ToListAsync(ct);
        var areas = await db.PlaceTurns.AsNoTracking().Where(t => t.Pool == id && t.Place != null).Select(t => new { t.Request, t.Area }).ToDictionaryAsync(t => t.Request, t => t.Area, ct);
        return new(pool, boroughs, places, areas);
    }

    /// <summary>A new pool with its places.</summary>
    public static PoolBook Open(PartnershipDb db, Act act, PoolTerms terms, IReadOnlyList<(int Area, int Need, int FixedShare, Id<Directory.Team>? Team)> boroughs, string reason)
    {
        var pool = PlacePool.Open(act, terms);
        var book = new PoolBook(pool, [.. boroughs.OrderBy(b => b.Area).Select(b => PoolBorough.Join(act, pool, b.Area, b.Need, b.FixedShare, b.Team))], [], new Dictionary<Id<PlaceRequest>, int>());
        db.Add(pool);
        db.AddRange(book.Boroughs);
        book.Settle(db, act, PoolEvent.Opened, reason);
        return book;
    }

    /// <summary>New terms and needs. Boroughs that are not among them leave.</summary>
    /// <exception cref="RuleBroken">There would be fewer places than are held.</exception>
    public void Change(PartnershipDb db, Act act, PoolTerms terms, IReadOnlyList<(int Area, int Need, int FixedShare, Id<Directory.Team>? Team)> boroughs, string reason)
    {
        Pool.Agree(act, terms);
        foreach (var (area, need, share, team) in boroughs)
            if (Boroughs.FirstOrDefault(b => b.Area == area) is { } there)
                there.Change(act, need, share, team);
            else
                Boroughs.Add(Added(db, PoolBorough.Join(act, Pool, area, need, share, team)));
        foreach (var gone in Boroughs.Where(b => b.LeftOn is null && boroughs.All(stays => stays.Area != b.Area)))
            gone.Leave(act, Time.LondonTime.DateOf(act.At));
        Settle(db, act, PoolEvent.TermsChanged, reason);
    }

    /// <summary>A borough leaves in mid-year. What it has it keeps until it is used or returned; the rest is shared among the others.</summary>
    public void Leave(PartnershipDb db, Act act, int area, string reason)
    {
        var borough = Boroughs.FirstOrDefault(b => b.Area == area) ?? throw new RuleBroken("borough-unknown", "This borough is not in the pool.");
        borough.Leave(act, Time.LondonTime.DateOf(act.At));
        Settle(db, act, PoolEvent.BoroughLeft, reason);
    }

    /// <summary>How the places are shared now. What a borough that left still has is not there to be shared.</summary>
    public Seats Share()
    {
        var kept = Boroughs.Where(b => b.LeftOn is not null).Sum(b => HeldBy(b.Area));
        var reserve = Math.Min(Pool.Reserve, Math.Max(0, Pool.Places - kept));
        return Pool.Rule.Share([.. Boroughs.Where(b => b.LeftOn is null).Select(b => b.Brings)], Math.Max(0, Pool.Places - kept), reserve, Pool.AtLeastOne);
    }

    private static T Added<T>(PartnershipDb db, T entity) where T : class
    {
        db.Add(entity);
        return entity;
    }

    private void Settle(PartnershipDb db, Act act, PoolEvent what, string reason)
    {
        Resize(db, act);
        var seats = Share();
        Allot(act, seats);
        db.Add(PoolChange.Of(act, Pool, what, reason, seats));
    }

    /// <summary>As many rows as there are places. Only a place that nobody has can be taken away.</summary>
    private void Resize(PartnershipDb db, Act act)
    {
        if (Pool.Places < Held)
            throw new RuleBroken("pool-cut", $"{Held} places are held or used, so the total cannot be cut to {Pool.Places}. Return {Held - Pool.Places} of those that have not started first, or keep at least {Held}.");
        var next = Places.Select(p => p.Number).DefaultIfEmpty().Max() + 1;
        while (Places.Count < Pool.Places)
            Places.Add(Added(db, PoolPlace.Add(act, Pool, next++)));
        foreach (var surplus in Places.Where(p => p.Request is null).OrderByDescending(p => p.IsGone).ThenByDescending(p => p.Number).Take(Places.Count - Pool.Places).ToList())
        {
            Places.Remove(surplus);
            db.Remove(surplus);
        }
    }

    /// <summary>Whose each place is from now on. What a borough has counts for its own share first, then for what is open to all, then for the reserve; only then for the
    /// others, whose free places are short by so many until it comes back.</summary>
    private void Allot(Act act, Seats seats)
    {
        var left = seats.Boroughs.ToDictionary(b => b.Area, b => b.Seats);
        (left[PoolPlace.OpenToAll], left[PoolPlace.Reserve]) = (seats.Common, seats.Reserve);
        foreach (var held in Places.Where(p => p.Request is not null))
        {
            var area = areas.GetValueOrDefault(held.Request!.Value);
            if (Boroughs.Any(b => b.Area == area && b.LeftOn is not null))
            {
                held.Allot(act, area);
                continue;
            }
            var from = ((int[])[area, PoolPlace.OpenToAll, PoolPlace.Reserve]).Where(whose => left.GetValueOrDefault(whose) > 0).Cast<int?>().FirstOrDefault()
                ?? left.OrderByDescending(whose => whose.Value).ThenBy(whose => whose.Key).First().Key;
            left[from]--;
            held.Allot(act, from);
        }
        using var free = Places.Where(p => p.Request is null && !p.IsGone).OrderBy(p => p.Number).GetEnumerator();
        foreach (var (whose, count) in left.OrderBy(whose => whose.Key <= 0).ThenBy(whose => whose.Key))
            for (var n = 0; n < count && free.MoveNext(); n++)
                free.Current.Allot(act, whose);
        while (free.MoveNext())
            free.Current.Allot(act, PoolPlace.OpenToAll);
    }
}
