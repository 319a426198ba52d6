using Lapwing.Access;
using Lapwing.Data.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Data;

/// <summary>One entry to come: the file and record that an act concerned, and the rows of that file that it touched.</summary>
internal sealed record Touched(Id<CaseFile>? File, Guid? Record, string Decision, IReadOnlyList<TouchedRow> Rows);

/// <summary>Adds to the audit trail inside the caller's transaction. The lanes' heads are held until it commits, so the trail has no gap: it is the last that
/// a transaction does, so that others wait as short as can be.</summary>
internal static class Trail
{
    /// <summary>Writes rows, and the entries that vouch for them behind the heads of their lanes.</summary>
    public static async Task AppendAsync(PartnershipDb db, Act act, IReadOnlyList<Touched> bundles, IReadOnlyList<BulkRows.Rows> rows, CancellationToken ct)
    {
        var events = (bundles.Count > 0 ? bundles : [new(null, null, "done", [])]).Select(bundle => Event(act, bundle))
            .Select(what => (What: what, Lane: AuditChain.LaneOf(what.CaseFile, what.Actor))).ToList();
        var heads = await BulkRows.WriteAsync(db, rows, [.. events.Select(e => e.Lane).Distinct().Order()], ct);
        var entries = new List<AuditEntry>(events.Count);
        foreach (var (what, lane) in events)
        {
            entries.Add(AuditChain.Link(db.Session.Keys, heads[lane], what));
            heads[lane].Advance(entries[^1]);
        }
        await BulkRows.WriteAsync(db, entries, heads.Values, ct);
    }

    public static AuditEvent Event(Act act, Touched bundle) => new()
    {
        At = act.At, Actor = act.Who.Member.Value, ActingAs = act.Who.ActingAs, Agency = act.Who.Agency?.Value,
        Action = act.Code, Object = bundle.Record, CaseFile = bundle.File?.Value, Purpose = act.Purpose, Decision = bundle.Decision,
        RequestId = act.Request, Node = act.Who.Node, Touched = bundle.Rows,
    };

    /// <summary>A new partnership's lanes.</summary>
    public static async Task EnsureLanesAsync(PartnershipDb db, CancellationToken ct)
    {
        var there = await db.LaneHeads.AsNoTracking().Select(head => head.Lane).ToListAsync(ct);
        foreach (var lane in Enumerable.Range(0, AuditChain.Lanes).Except(there))
            db.LaneHeads.Add(LaneHead.Start(lane));
        await db.KeepLanesAsync(ct);
    }
}
