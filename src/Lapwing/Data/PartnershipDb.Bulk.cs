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
        batch.AddFacts(act.Facts);
        ChangeTracker.DetectChanges();
        await RefuseUnseenAsync(ct);
        await RefuseUnseenAsync(batch.OthersFiles(), ct);
        List<Touched> touched = [.. batch.Touched(), .. Touch()];
        using var turn = await Session.Gate.EnterAsync(ct);
        await using var transaction = await Database.BeginTransactionAsync(ct);
        await WriteAsync(batch, ct);
        await Trail.AppendAsync(this, act, touched, ct);
        await transaction.CommitAsync(ct);
        ChangeTracker.AcceptAllChanges();
    }

    private async Task RefuseUnseenAsync(Id<CaseFile>[] files, CancellationToken ct)
    {
        if (Viewer.SeesAll || files.Length == 0)
            return;
        if (await CaseFiles.CountAsync(file => files.Contains(file.Id), ct) != files.Length)
            throw new RuleBroken("not-yours", "You may not change this.");
    }
}
