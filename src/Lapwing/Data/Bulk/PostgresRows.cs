using Npgsql;
using NpgsqlTypes;

namespace Lapwing.Data.Bulk;

/// <summary>Rows into PostgreSQL, in the transaction that is open: many of one table by binary COPY, the few of a single act all together in one question.</summary>
internal static class PostgresRows
{
    /// <summary>From so many rows of a table on, COPY is faster than arrays.</summary>
    private const int Many = 400;

    public static async Task CopyManyAsync(NpgsqlConnection connection, IReadOnlyList<BulkRows.Rows> tables, CancellationToken ct)
    {
        foreach (var (table, rows) in tables.Where(rows => rows.Values.Count >= Many))
            await CopyAsync(connection, table, rows, ct);
    }

    /// <summary>Adds what is few to a batch: one statement for a table, its text always the same, so that the server has it prepared.</summary>
    public static void AddFew(NpgsqlBatch batch, IReadOnlyList<BulkRows.Rows> tables)
    {
        foreach (var (table, rows) in tables.Where(rows => rows.Values.Count is > 0 and < Many))
        {
            var command = new NpgsqlBatchCommand(rows.Count == 1 ? table.Insert : table.InsertArrays);
            for (var column = 0; column < table.Columns.Length; column++)
                command.Parameters.Add(rows.Count == 1 ? One(table.Columns[column], rows[0][column]) : Several(table.Columns[column], rows, column));
            batch.BatchCommands.Add(command);
        }
    }

    private static NpgsqlParameter One(BulkColumn column, object? value) => new() { NpgsqlDbType = TypeOf(column), Value = value ?? DBNull.Value };

    private static NpgsqlParameter Several(BulkColumn column, IReadOnlyList<object?[]> rows, int at)
    {
        var type = TypeOf(column);
        return new()
        {
            NpgsqlDbType = type | NpgsqlDbType.Array,
            Value = type switch
            {
                NpgsqlDbType.Uuid => Array<Guid>(),
                NpgsqlDbType.Bytea => Objects<byte[]>(),
                NpgsqlDbType.Text => Objects<string>(),
                NpgsqlDbType.Integer => Array<int>(),
                NpgsqlDbType.Bigint => Array<long>(),
                NpgsqlDbType.Boolean => Array<bool>(),
                NpgsqlDbType.TimestampTz => Array<DateTime>(),
                _ => Array<DateOnly>(),
            },
        };

        object Array<T>() where T : struct
        {
            foreach (var row in rows)
                if (row[at] is null)
                    return rows.Select(r => (T?)r[at]).ToArray();
            var values = new T[rows.Count];
            for (var i = 0; i < values.Length; i++)
                values[i] = (T)rows[i][at]!;
            return values;
        }

        T?[] Objects<T>() where T : class
        {
            var values = new T?[rows.Count];
            for (var i = 0; i < values.Length; i++)
                values[i] = (T?)rows[i][at];
            return values;
        }
    }

    private static NpgsqlDbType TypeOf(BulkColumn column) => column.StoreType switch
    {
        "uuid" => NpgsqlDbType.Uuid,
        "bytea" => NpgsqlDbType.Bytea,
        "integer" => NpgsqlDbType.Integer,
        "bigint" => NpgsqlDbType.Bigint,
        "boolean" => NpgsqlDbType.Boolean,
        "timestamp with time zone" => NpgsqlDbType.TimestampTz,
        "date" => NpgsqlDbType.Date,
        var text when text == "text" || text.StartsWith("character varying", StringComparison.Ordinal) => NpgsqlDbType.Text,
        var other => throw new NotSupportedException($"Bulk rows hold no {other} yet."),
    };

    private static async Task CopyAsync(NpgsqlConnection connection, BulkTable table, IReadOnlyList<object?[]> rows, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync(table.Copy, ct);
        // Value by value into the buffer of the connection; awaiting each costs more than writing it.
        foreach (var row in rows)
        {
            copy.StartRow();
            foreach (var value in row)
                Write(copy, value);
        }
        await copy.CompleteAsync(ct);
    }

    private static void Write(NpgsqlBinaryImporter copy, object? value)
    {
        switch (value)
        {
            case null: copy.WriteNull(); break;
            case Guid id: copy.Write(id, NpgsqlDbType.Uuid); break;
            case byte[] bytes: copy.Write(bytes, NpgsqlDbType.Bytea); break;
            case string text: copy.Write(text, NpgsqlDbType.Text); break;
            case int number: copy.Write(number, NpgsqlDbType.Integer); break;
            case long number: copy.Write(number, NpgsqlDbType.Bigint); break;
            case bool yes: copy.Write(yes, NpgsqlDbType.Boolean); break;
            case DateTime instant: copy.Write(instant, NpgsqlDbType.TimestampTz); break;
            case DateOnly day: copy.Write(day, NpgsqlDbType.Date); break;
            default: throw new NotSupportedException($"Bulk rows hold no {value.GetType().Name} yet.");
        }
    }
}
