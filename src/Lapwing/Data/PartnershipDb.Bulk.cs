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
    public Task SaveAsync(Act act, BulkBatch batch, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return SaveAllAsync(act, batch, ct);
    }

    private async Task RefuseUnseenAsync(Id<CaseFile>[] files, CancellationToken ct)
    {
        if (Viewer.SeesAll || files.Length == 0)
            return;
        if (await CaseFiles.CountAsync(file => files.Contains(file.Id), ct) != files.Length)
            throw new RuleBroken("not-yours", "You may not change this.");
    }
}
