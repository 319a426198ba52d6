using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Places.Work;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Places;

/// <summary>A request with its turn and pool, as this viewer may know them, and what can be done with it. The caller saves.</summary>
public sealed record Moves(PlaceRequest Request, PlaceTurn Turn, PlacePool Pool)
{
    /// <summary>The newest request of a file, to change by one of its verbs.</summary>
    public static async Task<Moves?> TakeAsync(PartnershipDb db, Id<CaseFile> file, CancellationToken ct)
    {
        if (await db.PlaceRequests.Where(r => r.CaseFile == file).OrderByDescending(r => r.AskedAt).FirstOrDefaultAsync(ct) is not { } request)
            return null;
        var turn = await db.PlaceTurns.SingleAsync(t => t.Request == request.Id, ct);
        return new(request, turn, await db.PlacePools.AsNoTracking().SingleAsync(p => p.Id == request.Pool, ct));
    }

    /// <summary>Asks for a place, and lets in whoever must know: the panel, and the borough's own team.</summary>
    /// <returns>The request, and what could not be done because somebody is on the other side.</returns>
    public static async Task<(PlaceRequest Request, string? Left)> AskAsync(PartnershipDb db, Act act, PlaceRequest request, PlacePool pool, PoolBorough borough, Guid matter, CancellationToken ct)
    {
        var turn = PlaceTurn.Begin(act, request, matter);
        db.Add(request);
        db.Add(turn);
        await Circles.GiveAsync(db, act, request.CaseFile, pool.Panel, Depth.Work, "Decides on a place", Claims.Ends(pool), ct);
        await PlaceProgress.TellAsync(db, act, request.CaseFile, request, turn, TurnState.Asked, ct: ct);
        if (borough.Team is not { } team)
            return (request, null);
        try
        {
            await Circles.GiveAsync(db, act, request.CaseFile, team, Depth.Work, "Asked for a place for its resident", Claims.Ends(pool), ct);
            return (request, null);
        }
        catch (RuleBroken broken) when (broken.Code == "both-sides")
        {
            return (request, "The borough's own team works with the victim, so it is not let into this file. It sees the counts of the pool.");
        }
    }

    public async Task<PanelDecision> DecideAsync(PartnershipDb db, Act act, FileKey key, PanelAnswer answer, PlacePriority priority, string reason, DateOnly? deferredUntil, string? transferredTo, CancellationToken ct)
    {
        var decision = PanelDecision.Decide(act, key, Pool, Request, Turn, answer, priority, reason, deferredUntil, transferredTo);
        db.Add(decision);
        await PlaceProgress.TellAsync(db, act, Request.CaseFile, Request, Turn, Turn.State, (int)answer + 1, (int)(act.At - Turn.AskedAt).TotalMinutes, ct);
        return decision;
    }

    public Task AcceptAsync(PartnershipDb db, Act act, CancellationToken ct)
    {
        Turn.Accept(act);
        return PlaceProgress.TellAsync(db, act, Request.CaseFile, Request, Turn, TurnState.Accepted, minutes: (int)(act.At - Turn.OfferedAt!.Value).TotalMinutes, ct: ct);
    }

    /// <summary>Who works on each side. The case manager is on the side of the person causing harm and no other.</summary>
    public async Task LinkAsync(PartnershipDb db, Act act, Id<Member> caseManager, Id<Member>? linkedWorker, CancellationToken ct)
    {
        await Sides.RefuseAsync(db, Request.CaseFile, [caseManager], ct);
        if (linkedWorker is { } linked && await WorkersAsync(db, caseManager, linked, ct) is { } workers)
            LinkedWorkerRule.Refuse(workers);
        Turn.Link(act, caseManager, linkedWorker);
    }

    public async Task StartAsync(PartnershipDb db, Act act, CancellationToken ct)
    {
        if (Turn.CaseManager is { } manager)
            await Sides.RefuseAsync(db, Request.CaseFile, [manager], ct);
        Turn.Start(act, Turn is { CaseManager: { } caseManager, LinkedWorker: { } linked } ? await WorkersAsync(db, caseManager, linked, ct) : null);
        var pattern = await HarmPattern.ReadAsync(db, Request.CaseFile, ct);
        await PlaceProgress.TellAsync(db, act, Request.CaseFile, Request, Turn, TurnState.Started, (int)pattern.Kind + 1, (int)(act.At - Turn.AskedAt).TotalMinutes, ct);
    }

    public Task EndAsync(PartnershipDb db, Act act, PlaceOutcome outcome, CancellationToken ct)
    {
        Turn.End(act, outcome);
        return PlaceProgress.TellAsync(db, act, Request.CaseFile, Request, Turn, TurnState.Ended, (int)outcome + 1, (int)(act.At - Turn.StartedAt!.Value).TotalMinutes, ct);
    }

    public static async Task ReturnAsync(PartnershipDb db, Act act, PlaceTurn turn, ReturnReason reason, CancellationToken ct)
    {
        var request = await db.PlaceRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == turn.Request, ct) ?? throw new RuleBroken("not-yours", "You may not change this.");
        var pool = await db.PlacePools.AsNoTracking().SingleAsync(p => p.Id == turn.Pool, ct);
        var place = await db.PoolPlaces.SingleOrDefaultAsync(p => p.Request == turn.Request, ct) ?? throw new RuleBroken("turn-moved", "Somebody has already moved this request on. Look at it again.");
        var since = turn.OfferedAt!.Value;
        turn.Return(act, place, reason, pool.IsOver(LondonTime.DateOf(act.At)));
        await PlaceProgress.TellAsync(db, act, request.CaseFile, request, turn, TurnState.Returned, (int)reason + 1, (int)(act.At - since).TotalMinutes, ct);
    }

    private static async Task<LinkedWorkerRule.Workers?> WorkersAsync(PartnershipDb db, Id<Member> manager, Id<Member> linked, CancellationToken ct)
    {
        var agencies = await db.Members.AsNoTracking().Where(m => m.Id == manager || m.Id == linked).ToDictionaryAsync(m => m.Id, m => m.Agency, ct);
        return agencies.TryGetValue(manager, out var theirs) && agencies.TryGetValue(linked, out var others) ? new(manager, theirs, linked, others) : null;
    }
}
