using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Lapwing.Data.Bulk;

/// <summary>Rows into PostgreSQL by its binary COPY, in the transaction that is open.</summary>
internal static class PostgresRows
{
    public static async Task WriteAsync(PartnershipDb db, BulkTable table, IReadOnlyList<object?[]> rows, ISqlGenerationHelper sql, CancellationToken ct)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY {sql.DelimitIdentifier(table.Name)} ({table.ColumnList(sql)}) FROM STDIN (FORMAT BINARY)", ct);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(ct);
            foreach (var value in row)
                await WriteAsync(copy, value, ct);
        }
        await copy.CompleteAsync(ct);
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, object? value, CancellationToken ct) => value switch
    {
        null => copy.WriteNullAsync(ct),
        Guid id => copy.WriteAsync(id, NpgsqlDbType.Uuid, ct),
        byte[] bytes => copy.WriteAsync(bytes, NpgsqlDbType.Bytea, ct),
        string text => copy.WriteAsync(text, NpgsqlDbType.Text, ct),
        int number => copy.WriteAsync(number, NpgsqlDbType.Integer, ct),
        long number => copy.WriteAsync(number, NpgsqlDbType.Bigint, ct),
        bool yes => copy.WriteAsync(yes, NpgsqlDbType.Boolean, ct),
        DateTime instant => copy.WriteAsync(instant, NpgsqlDbType.TimestampTz, ct),
        DateOnly day => copy.WriteAsync(day, NpgsqlDbType.Date, ct),
        _ => throw new NotSupportedException($"Bulk rows hold no {value.GetType().Name} yet."),
    };
}
