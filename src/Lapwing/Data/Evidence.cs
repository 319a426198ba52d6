using System.Reflection;
using System.Runtime.CompilerServices;
using Lapwing.Access;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Data;

/// <summary>What a verification of the audit trail looks at, read from one partnership's database in one transaction.</summary>
public static class Evidence
{
    private static readonly MethodInfo RowsOf = typeof(Evidence).GetMethod(nameof(RowsOfKindAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Reads the witness first, then everything as of one instant.</summary>
    public static async Task<AuditVerdict> VerifyAsync(PartnershipDb db, WitnessFile witness, CancellationToken ct)
    {
        var seen = witness.Read().ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, ct);
        return await new AuditVerifier(db.Session.Keys).VerifyAsync(new()
        {
            Partnership = db.Session.Address,
            Witness = seen,
            Heads = await db.LaneHeads.AsNoTracking().OrderBy(head => head.Lane).ToListAsync(ct),
            Entries = db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Lane).ThenBy(entry => entry.Seq).AsAsyncEnumerable(),
            Checkpoints = db.Checkpoints.AsNoTracking().OrderBy(checkpoint => checkpoint.Counter).AsAsyncEnumerable(),
            Rows = RowsAsync(db, ct),
            TypeName = number => Rows.Numbers.FirstOrDefault(row => row.Value == number).Key?.Name ?? $"row type {number}",
        }, ct);
    }

    private static async IAsyncEnumerable<CurrentRow> RowsAsync(PartnershipDb db, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var type in Rows.Numbers.Keys)
            await foreach (var row in (IAsyncEnumerable<CurrentRow>)RowsOf.MakeGenericMethod(type).Invoke(null, [db, ct])!)
                yield return row;
    }

    private static async IAsyncEnumerable<CurrentRow> RowsOfKindAsync<T>(PartnershipDb db, [EnumeratorCancellation] CancellationToken ct) where T : class
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        await foreach (var row in db.Set<T>().AsNoTracking().Select(entity => new { Entity = entity, Version = EF.Property<int>(entity, PartnershipDb.VersionColumn) })
            .AsAsyncEnumerable().WithCancellation(ct))
            yield return Rows.Current(db.Session.Keys, type, row.Entity, row.Version);
    }
}
