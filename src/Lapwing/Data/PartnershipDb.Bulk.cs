using Lapwing.Access;
using Lapwing.Data.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Data;

public abstract partial class PartnershipDb
{
    /// <summary>A batch to fill for <see cref="SaveAsync(Act, BulkBatch, CancellationToken)"/>.</summary>
    public BulkBatch NewBatch() => new(this);

    /// <summary>Saves a batch of new entities together with what this context has changed (such as how far an import has come):
    /// rows, facts and audit in one transaction, either all of it is durable or none.</summary>
    /// <exception cref="RuleBroken">Something would go into a file that the viewer may not see.</exception>
    public async Task SaveAsync(Act act, BulkBatch batch, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        using var turn = await Session.Gate.EnterAsync(ct);
        await using var transaction = await Database.BeginTransactionAsync(ct);
        Facts.AddRange(act.Facts);
        ChangeTracker.DetectChanges();
        await RefuseUnseenAsync(ct);
        await RefuseUnseenAsync(batch.OthersFiles(), ct);
        await batch.WriteAsync(this, ct);
        await AppendAsync(act, [.. batch.Touched(), .. Touch()], ct);
        await base.SaveChangesAsync(acceptAllChangesOnSuccess: false, ct);
        await transaction.CommitAsync(ct);
        ChangeTracker.AcceptAllChanges();
        Trail.LetGo(this);
    }

    /// <summary>The lanes are held last and only while their entries are linked and written, so that others wait as short as can be.</summary>
    private async Task AppendAsync(Act act, IReadOnlyList<Touched> bundles, CancellationToken ct)
    {
        var events = bundles.Select(bundle => Trail.Event(act, bundle)).Select(what => (What: what, Lane: AuditChain.LaneOf(what.CaseFile, what.Actor))).ToList();
        var heads = await Trail.HoldAsync(this, [.. events.Select(e => e.Lane).Distinct().Order()], ct);
        var entries = new List<AuditEntry>(events.Count);
        foreach (var (what, lane) in events)
        {
            var entry = AuditChain.Link(Session.Keys, heads[lane], what);
            heads[lane].Advance(entry);
            entries.Add(entry);
        }
        await BulkBatch.WriteAsync(this, entries, ct);
    }

    private async Task RefuseUnseenAsync(Id<CaseFile>[] files, CancellationToken ct)
    {
        if (Viewer.SeesAll || files.Length == 0)
            return;
        if (await CaseFiles.CountAsync(file => files.Contains(file.Id), ct) != files.Length)
            throw new RuleBroken("not-yours", "You may not change this.");
    }
}
