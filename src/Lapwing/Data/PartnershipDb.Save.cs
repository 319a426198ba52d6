using System.Data.Common;
using Lapwing.Access;
using Lapwing.Data.Bulk;
using Lapwing.Facts;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Lapwing.Data;

public abstract partial class PartnershipDb
{
    internal const string VersionColumn = "Version";

    /// <summary>Two people changed the same record: the page shows what the other did and keeps what was typed.</summary>
    public const string ChangedMeanwhile = "changed-meanwhile";

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException("Changes are saved with the act that made them: SaveAsync(act).");

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new InvalidOperationException("Changes are saved with the act that made them: SaveAsync(act).");

    /// <summary>State, facts, audit and jobs in one transaction: either all of it is durable or none.</summary>
    /// <exception cref="RuleBroken">The viewer may not see a record that would change, or somebody else changed it first.</exception>
    public Task SaveAsync(Act act, CancellationToken ct = default) => SaveAllAsync(act, null, ct);

    private async Task SaveAllAsync(Act act, BulkBatch? batch, CancellationToken ct)
    {
        // Everything that can be made ready is ready before others have to wait.
        if (batch is null)
            Facts.AddRange(act.Facts);
        else
            batch.AddFacts(act.Facts);
        ChangeTracker.DetectChanges();
        await RefuseUnseenAsync(ct);
        await RefuseUnseenAsync(batch?.OthersFiles() ?? [], ct);
        await FollowUpAsync(act, ct);
        var newcomers = NewcomersOf(batch);
        for (var check = 1; !await TryAsync(act, batch, newcomers, ct); check++)
            if (check == MostChecks)
                throw new RuleBroken(ChangedMeanwhile, "Members of this partnership are changing too quickly just now. Wait a moment and try again.");
        ChangeTracker.AcceptAllChanges();
        following.Clear();
        again.Clear();
    }

    /// <returns>False when a member came after people were compared: nothing was written, and they must be compared again.</returns>
    private async Task<bool> TryAsync(Act act, BulkBatch? batch, Newcomers? newcomers, CancellationToken ct)
    {
        var compared = newcomers is { AreMembers: false } ? await RaiseWallsAsync(act, newcomers, batch, ct) : null;
        List<Touched> touched = newcomers is { AreMembers: true } ? [] : [.. batch?.Touched() ?? [], .. Touch()];
        using var turn = await Session.Gate.EnterAsync(ct);
        await using var transaction = await Database.BeginTransactionAsync(ct);
        if (newcomers is { AreMembers: true })
        {
            await ArrivalTurn.AloneAsync(this, ct);
            await RaiseWallsAsync(act, newcomers, batch, ct);
            touched = [.. batch?.Touched() ?? [], .. Touch()];
        }
        else if (newcomers is not null && await ArrivalTurn.WithOthersAsync(this, ct) != compared)
        {
            Seen = null;
            return false;
        }
        await WriteAsync(act, batch, touched, ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>Writes a batch and what is tracked, and its entries of the trail last. New rows go the way of <see cref="BulkRows"/>: a statement for each costs
    /// more than the row itself.</summary>
    private async Task WriteAsync(Act act, BulkBatch? batch, List<Touched> touched, CancellationToken ct)
    {
        var changed = ChangeTracker.Entries().Where(entry => entry.State != EntityState.Unchanged).ToList();
        var added = changed.Where(entry => entry.State == EntityState.Added).ToList();
        BulkRows.Rows[] rows = [.. batch?.Tables() ?? [], .. added.GroupBy(entry => entry.Metadata.ClrType).Select(kind => RowsOf(kind.Key, kind))];
        var turns = changed.Exists(entry => Edition.Turns(entry.Metadata.ClrType)) || Array.Exists(rows, table => Edition.Turns(table.Table.Type.ClrType));
        try
        {
            added.ForEach(entry => entry.State = EntityState.Unchanged);
            if (added.Count < changed.Count)
                await base.SaveChangesAsync(acceptAllChangesOnSuccess: false, ct);
            if (turns)
            {
                await Edition.TurnAsync(this, ct);
                Seen = null;
            }
            await Trail.AppendAsync(this, act, touched, rows, ct);
        }
        catch (Exception fault)
        {
            added.ForEach(entry => entry.State = EntityState.Added);
            throw fault switch
            {
                DbUpdateConcurrencyException => new RuleBroken(ChangedMeanwhile, "Somebody else changed this while you were working on it. Look at what they did and try again."),
                DbException => new DbUpdateException("A row was refused.", fault),
                _ => fault,
            };
        }
    }

    private BulkRows.Rows RowsOf(Type kind, IEnumerable<EntityEntry> entries)
    {
        var table = BulkTable.Of(this, kind);
        return new(table, [.. entries.Select(entry => table.Store(table.Read(entry.Entity)))]);
    }

    /// <summary>Keeps the state of a job row. Jobs are no business record: what they do is audited where they do it.</summary>
    /// <returns>False when another process changed it first.</returns>
    internal async Task<bool> KeepJobAsync(CancellationToken ct)
    {
        if (ChangeTracker.Entries().Any(entry => entry.State != EntityState.Unchanged && entry.Entity is not Lapwing.Jobs.QueuedJob))
            throw new InvalidOperationException("Only a job's own row is kept this way.");
        using var turn = await Session.Gate.EnterAsync(ct);
        try
        {
            await base.SaveChangesAsync(true, ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    /// <summary>Keeps a new partnership's empty lanes, before there is a trail to enter it in.</summary>
    internal Task KeepLanesAsync(CancellationToken ct) => base.SaveChangesAsync(true, ct);

    /// <summary>Keeps the database's own copy of a checkpoint that the witness has.</summary>
    internal async Task KeepCheckpointAsync(StoredCheckpoint checkpoint, CancellationToken ct)
    {
        using var turn = await Session.Gate.EnterAsync(ct);
        Checkpoints.Add(checkpoint);
        await base.SaveChangesAsync(true, ct);
    }

    /// <summary>Writes the entry of a read, before anything is shown. If it cannot be written, nothing is shown.</summary>
    internal async Task WriteReadAsync(Act act, Id<CaseFile>? file, Guid? record, string decision, CancellationToken ct)
    {
        if (ChangeTracker.HasChanges())
            throw new InvalidOperationException("A page that is shown has saved or dropped its changes before.");
        using var turn = await Session.Gate.EnterAsync(ct);
        await using var transaction = await Database.BeginTransactionAsync(ct);
        await Trail.AppendAsync(this, act, [new(file, record, decision, [])], [], ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>The third lock: a record that the filter does not show cannot be changed, and nothing can be put into a file
    /// that it does not show. Files that this very act opens are its own.</summary>
    private async Task RefuseUnseenAsync(CancellationToken ct)
    {
        if (Viewer.SeesAll)
            return;
        var changed = ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        await RefuseChangeInEmergencyAsync(changed, ct);
        var opened = changed.Where(entry => entry is { State: EntityState.Added, Entity: CaseFile }).Select(entry => ((CaseFile)entry.Entity).Id).ToHashSet();
        var others = changed.Where(entry => !following.Contains(entry.Entity)).Select(entry => FileOf(entry.Entity)).OfType<Id<CaseFile>>()
            // A fact about what belongs to no file, such as a vacancy or an enquiry without a name.
            .Where(file => file != default && !opened.Contains(file)).Distinct().ToArray();
        if (others.Length == 0)
            return;
        var seen = await CaseFiles.CountAsync(file => others.Contains(file.Id), ct);
        if (seen != others.Length)
            throw new RuleBroken("not-yours", "You may not change this.");
    }

    /// <summary>What this save touches, one bundle per file (and one for what belongs to none), with new versions and row digests.</summary>
    private List<Touched> Touch()
    {
        var bundles = new Dictionary<Id<CaseFile>, List<TouchedRow>>();
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted) || !IsAudited(entry.Metadata.ClrType))
                continue;
            var file = FileOf(entry.Entity) ?? default;
            if (!bundles.TryGetValue(file, out var rows))
                bundles[file] = rows = [];
            Bump(entry);
            rows.Add(Rows.Touched(Session.Keys, entry));
        }
        return [.. bundles.OrderBy(bundle => bundle.Key.Value)
            .Select(bundle => new Touched(bundle.Key == default ? null : bundle.Key, bundle.Value[0].Id, "changed", bundle.Value))];
    }

    private static void Bump(EntityEntry entry)
    {
        var version = entry.Property(VersionColumn);
        version.CurrentValue = entry.State == EntityState.Added ? 1 : (int)version.OriginalValue! + (entry.State == EntityState.Modified ? 1 : 0);
    }

    internal static Id<CaseFile>? FileOf(object entity) => entity switch
    {
        ICaseRecord record => record.CaseFile,
        Circle circle => circle.File,
        Wall wall => wall.File,
        SealGrant grant => grant.File,
        NamedMember named => named.File,
        Sharing sharing => sharing.CaseFile,
        EmergencyUse use => use.File,
        _ => null,
    };

    /// <summary>Rows whose every version has its entry. Search terms can be rebuilt from the people; jobs and the trail itself are not business rows.</summary>
    internal static bool IsAudited(Type type) => !Rows.Unaudited.Contains(type);
}
