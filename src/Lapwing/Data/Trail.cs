using Lapwing.Access;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Data;

/// <summary>One entry to come: the file and record that an act concerned, and the rows of that file that it touched.</summary>
internal sealed record Touched(Id<CaseFile>? File, Guid? Record, string Decision, IReadOnlyList<TouchedRow> Rows);

/// <summary>Adds to the audit trail inside the caller's transaction. The lanes' heads are held until it commits, so the trail has no gap.</summary>
internal static class Trail
{
    public static async Task AppendAsync(PartnershipDb db, Act act, IReadOnlyList<Touched> bundles, CancellationToken ct)
    {
        var events = (bundles.Count > 0 ? bundles : [new(null, null, "done", [])]).Select(bundle => Event(act, bundle)).ToList();
        var heads = await HoldAsync(db, [.. events.Select(e => AuditChain.LaneOf(e.CaseFile, e.Actor)).Distinct().Order()], ct);
        foreach (var what in events)
        {
            var head = heads[AuditChain.LaneOf(what.CaseFile, what.Actor)];
            var entry = AuditChain.Link(db.Session.Keys, head, what);
            head.Advance(entry);
            db.AuditEntries.Add(entry);
        }
    }

    public static AuditEvent Event(Act act, Touched bundle) => new()
    {
        At = act.At, Actor = act.Who.Member.Value, ActingAs = act.Who.ActingAs, Agency = act.Who.Agency?.Value,
        Action = act.Code, Object = bundle.Record, CaseFile = bundle.File?.Value, Purpose = act.Purpose, Decision = bundle.Decision,
        RequestId = act.Request, Node = act.Who.Node, Touched = bundle.Rows,
    };

    /// <summary>The heads of these lanes, locked in order. An embedded database has one writer, which is lock enough.</summary>
    public static async Task<Dictionary<int, LaneHead>> HoldAsync(PartnershipDb db, int[] lanes, CancellationToken ct)
    {
        var query = db.Database.ProviderName!.EndsWith("PostgreSQL", StringComparison.Ordinal)
            ? db.LaneHeads.FromSql($"SELECT * FROM lane_heads WHERE lane = ANY ({lanes}) ORDER BY lane FOR UPDATE")
            : db.LaneHeads.Where(head => lanes.Contains(head.Lane));
        var heads = await query.AsNoTracking().ToDictionaryAsync(head => head.Lane, ct);
        db.LaneHeads.AttachRange(heads.Values);
        return heads;
    }

    /// <summary>Forgets what was written, so that the next save of the same context holds the lanes afresh.</summary>
    public static void LetGo(PartnershipDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.Entity is AuditEntry or LaneHead).ToList())
            entry.State = EntityState.Detached;
    }

    /// <summary>A new partnership's lanes.</summary>
    public static async Task EnsureLanesAsync(PartnershipDb db, CancellationToken ct)
    {
        var there = await db.LaneHeads.AsNoTracking().Select(head => head.Lane).ToListAsync(ct);
        foreach (var lane in Enumerable.Range(0, AuditChain.Lanes).Except(there))
            db.LaneHeads.Add(LaneHead.Start(lane));
        await db.KeepLanesAsync(ct);
    }
}
