using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Lapwing.Data.Bulk;

/// <summary>Rows of one table into the open transaction, by the fastest way that each engine has.</summary>
internal static class BulkRows
{
    public static async Task WriteAsync(PartnershipDb db, BulkTable table, IReadOnlyList<object?[]> rows, CancellationToken ct)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        if (db.Database.IsNpgsql())
            await PostgresRows.WriteAsync(db, table, rows, sql, ct);
        else
            SqliteRows.Write(db, table, rows, sql, ct);
    }
}
