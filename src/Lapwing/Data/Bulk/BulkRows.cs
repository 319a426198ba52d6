using Lapwing.Access;
using Lapwing.Data.Postgres;
using Lapwing.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lapwing.Data.Bulk;

/// <summary>Rows into the open transaction, by the fastest way that each engine has: an embedded database takes them one by one through a statement that
/// stays prepared, a server is asked once for everything.</summary>
internal static class BulkRows
{
    /// <summary>The rows of one table, as the engine stores them.</summary>
    public readonly record struct Rows(BulkTable Table, IReadOnlyList<object?[]> Values);

    /// <summary>Writes the rows and then takes hold of the lanes of the trail that come next: others wait for these from here until the commit.</summary>
    public static async Task<Dictionary<int, LaneHead>> WriteAsync(PartnershipDb db, IReadOnlyList<Rows> tables, int[] lanes, CancellationToken ct)
    {
        if (db.Database.GetDbConnection() is NpgsqlConnection server)
        {
            await PostgresRows.CopyManyAsync(server, tables, ct);
            await using var batch = new NpgsqlBatch(server);
            PostgresRows.AddFew(batch, tables);
            return await PostgresLanes.HoldAsync(batch, lanes, ct);
        }
        foreach (var (table, rows) in tables)
            SqliteRows.Write(db, table, rows, ct);
        return SqliteLanes.Hold((SqliteConnection)db.Database.GetDbConnection(), lanes);
    }

    /// <summary>Writes entries of the trail and where its lanes end now. They go the same way as the rows that they vouch for.</summary>
    public static async Task WriteAsync(PartnershipDb db, IReadOnlyList<AuditEntry> entries, IReadOnlyCollection<LaneHead> heads, CancellationToken ct)
    {
        var table = BulkTable.Of(db, typeof(AuditEntry));
        Rows rows = new(table, [.. entries.Select(entry => table.Store(table.Read(entry)))]);
        if (db.Database.GetDbConnection() is NpgsqlConnection server)
        {
            await PostgresRows.CopyManyAsync(server, [rows], ct);
            await using var batch = new NpgsqlBatch(server);
            PostgresRows.AddFew(batch, [rows]);
            await PostgresLanes.MoveAsync(batch, heads, ct);
            return;
        }
        SqliteRows.Write(db, table, rows.Values, ct);
        SqliteLanes.Move((SqliteConnection)db.Database.GetDbConnection(), heads);
    }
}
