using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Jobs;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Places;

/// <summary>What came of asking for a place.</summary>
/// <param name="IsOffered">The place is held for this request.</param>
/// <param name="Said">Until when it is held, or why there is none and where the request stands.</param>
public sealed record ClaimResult(bool IsOffered, string Said);

/// <summary>
/// Takes a place for a request, one row on the condition that it is as it was read. Who loses looks again: at the next free place, or at the line. Nothing is counted
/// and then written, so there is no moment between in which two could have the last place.
/// </summary>
public static class Claims
{
    /// <summary>Many times more than there are places: each time somebody else has taken one.</summary>
    private const int Tries = 1_000;

    /// <summary>A row that the database refuses, such as a second place for one request, is looked at again a few times and then told.</summary>
    private const int TriesOfFaults = 20;

    /// <summary>Saves with the act of one try. Facts are collected anew at each.</summary>
    public delegate Task Saving(Act act, CancellationToken ct);

    /// <exception cref="RuleBroken">The panel has not found it eligible, there is a place already, or the pool is closed for it.</exception>
    public static async Task<ClaimResult> OfferAsync(PartnershipDb db, Act asked, Id<PlaceRequest> of, CancellationToken ct, Saving? save = null)
    {
        for (var tries = 0; ; tries++)
        {
            // Each try is an act of its own, or it would keep the facts of those that failed.
            var act = new Act(asked.Who, asked.At, asked.Code, asked.Purpose) { Request = asked.Request };
            try
            {
                return await TryAsync(db, act, of, save ?? db.SaveAsync, ct);
            }
            catch (Exception fault) when (tries < (fault is DbUpdateException ? TriesOfFaults : Tries) && fault is RuleBroken { Code: PartnershipDb.ChangedMeanwhile } or DbUpdateException)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private static async Task<ClaimResult> TryAsync(PartnershipDb db, Act act, Id<PlaceRequest> of, Saving save, CancellationToken ct)
    {
        var request = await db.PlaceRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == of, ct) ?? throw new RuleBroken("not-yours", "You may not change this.");
        var turn = await db.PlaceTurns.SingleAsync(t => t.Request == of, ct);
        var pool = await db.PlacePools.AsNoTracking().SingleAsync(p => p.Id == turn.Pool, ct);
        await RefuseAsync(db, act, pool, turn, ct);
        var today = LondonTime.DateOf(act.At);
        var me = new InLine(turn.Id, turn.Area, turn.Priority, turn.Since ?? act.At);
        var free = await FreeAsync(db, pool, ct);
        FreePlace? chosen = null;
        if (free.Count > 0)
        {
            // The line first and then the places: whoever joined it meanwhile did so because there was none.
            var before = await BeforeAsync(db, pool, me, ct);
            free = await FreeAsync(db, pool, ct);
            chosen = Line.PlaceFor(me, before, free, pool.IsShared(today));
        }
        if (chosen is null)
            return await WaitAsync(db, act, pool, turn, me, free, save, ct);

        var place = await db.PoolPlaces.SingleAsync(p => p.Id == chosen.Id, ct);
        var until = act.At.AddHours(pool.HoldHours);
        place.Hold(act, of);
        turn.Offer(act, place, until);
        await Circles.GiveAsync(db, act, request.CaseFile, pool.Team, Depth.Work, "Works with the person causing harm", Ends(pool), ct);
        db.Jobs.Add(QueuedJob.Ask(nameof(ReturnLapsedHolds), turn.Id.Value, act.Who.Member.Value, act.At, until));
        await PlaceProgress.TellAsync(db, act, request.CaseFile, request, turn, TurnState.Offered, minutes: (int)(act.At - turn.AskedAt).TotalMinutes, ct: ct);
        await save(act, ct);
        return new(true, $"A place is held until {Spoken.Moment(until)}.");
    }

    /// <summary>How long a team stays in the file: the year after the work, in which the police's numbers are looked at, is part of it.</summary>
    public static DateTime Ends(PlacePool pool) => LondonTime.StartOfDay(pool.Until.AddMonths(24));

    /// <summary>Why this viewer may not ask for a place to be offered, or null when they may: the panel offers; where the first comes first whoever works with the file takes it when ready.</summary>
    public static string? WhyNotOffer(Viewer viewer, PlacePool pool) => pool.Rule == Allocation.AllocationRule.FirstCome ? null : PanelDecision.WhyNotPanel(viewer, pool);

    private static async Task RefuseAsync(PartnershipDb db, Act act, PlacePool pool, PlaceTurn turn, CancellationToken ct)
    {
        var today = LondonTime.DateOf(act.At);
        if (WhyNotOffer(act.Who, pool) is { } why)
            throw new RuleBroken("panel", why);
        if (turn.HasPlace)
            throw new RuleBroken("turn-has-place", "There is a place for this request already.");
        if (turn.State is not (TurnState.Waiting or TurnState.Eligible))
            throw new RuleBroken("not-eligible", "The panel has not found this request eligible, so there can be no place for it yet.");
        if (today < pool.From)
            throw new RuleBroken("pool-not-yet", $"The period of this pool begins on {Spoken.Day(pool.From)}.");
        if (pool.IsOver(today))
            throw new RuleBroken("pool-over", $"The period of this pool ended on {Spoken.Day(pool.Until)}. Nobody can be offered a place of it any more.");
        if (await db.PoolBoroughs.AnyAsync(b => b.Pool == pool.Id && b.Area == turn.Area && b.LeftOn != null, ct))
            throw new RuleBroken("borough-left", "This borough has left the pool. What it has it keeps; nothing new is offered.");
    }

    /// <summary>There is none: in a pool where the first comes first the request joins the line now.</summary>
    private static async Task<ClaimResult> WaitAsync(PartnershipDb db, Act act, PlacePool pool, PlaceTurn turn, InLine me, IReadOnlyList<FreePlace> free, Saving save, CancellationToken ct)
    {
        if (turn.Since is null)
        {
            turn.Join(act);
            await save(act, ct);
        }
        var ahead = await Before(db, pool, me).CountAsync(ct);
        return new(false, Line.WhyNone(me, ahead, free, pool.IsShared(LondonTime.DateOf(act.At)), pool.SharedFrom));
    }

    private static Task<List<FreePlace>> FreeAsync(PartnershipDb db, PlacePool pool, CancellationToken ct)
    {
        var id = pool.Id;
        return db.PoolPlaces.AsNoTracking().Where(p => p.Pool == id && p.Request == null && !p.IsGone).OrderBy(p => p.Number).Take(PlacePool.MostPlaces).Select(p => new FreePlace(p.Id, p.Number, p.For)).ToListAsync(ct);
    }

    private static async Task<List<InLine>> BeforeAsync(PartnershipDb db, PlacePool pool, InLine me, CancellationToken ct) =>
        [.. (await Before(db, pool, me).Select(t => new { t.Id, t.Area, t.Priority, t.Since }).ToListAsync(ct)).Select(t => new InLine(t.Id, t.Area, t.Priority, t.Since!.Value)).Where(t => t.CompareTo(me) < 0)];

    /// <summary>Who is in the line before this one. Boroughs that have left are passed over: nothing new is offered to them.</summary>
    internal static IQueryable<PlaceTurn> Before(PartnershipDb db, PlacePool pool, InLine me)
    {
        var (id, turn, priority, since) = (pool.Id, me.Turn, me.Priority, me.Since);
        return db.PlaceTurns.AsNoTracking().Where(t => t.Pool == id && t.State == TurnState.Waiting && t.Id != turn
            && (t.Priority < priority || (t.Priority == priority && t.Since <= since))
            && !db.PoolBoroughs.Any(b => b.Pool == id && b.Area == t.Area && b.LeftOn != null));
    }
}
