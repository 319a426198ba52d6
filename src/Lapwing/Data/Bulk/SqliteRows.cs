using System.Globalization;
using Lapwing.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Lapwing.Data.Bulk;

/// <summary>Rows into SQLite by one prepared statement, bound directly: the provider's commands look every parameter up
/// by name for every row, which costs more than the insert.</summary>
internal static class SqliteRows
{
    /// <summary>Rows between two looks at whether to stop.</summary>
    private const int Stretch = 1_000;

    public static void Write(PartnershipDb db, BulkTable table, IReadOnlyList<object?[]> rows, CancellationToken ct)
    {
        var connection = ((SqliteConnection)db.Database.GetDbConnection()).Handle!;
        var statement = SqliteStatements.Take(connection, table.Insert);
        try
        {
            for (var i = 0; i < rows.Count; i++)
            {
                if (i % Stretch == 0)
                    ct.ThrowIfCancellationRequested();
                var row = rows[i];
                for (var column = 0; column < row.Length; column++)
                    SqliteStatements.Check(connection, Bind(statement, column + 1, row[column]));
                SqliteStatements.Step(connection, statement);
                raw.sqlite3_reset(statement);
            }
        }
        finally
        {
            SqliteStatements.Release(statement);
        }
    }

    private static int Bind(sqlite3_stmt statement, int at, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, at),
        byte[] bytes => raw.sqlite3_bind_blob(statement, at, bytes),
        string text => raw.sqlite3_bind_text(statement, at, text),
        int number => raw.sqlite3_bind_int64(statement, at, number),
        long number => raw.sqlite3_bind_int64(statement, at, number),
        bool yes => raw.sqlite3_bind_int64(statement, at, yes ? 1 : 0),
        DateOnly day => raw.sqlite3_bind_text(statement, at, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"Bulk rows hold no {value.GetType().Name} yet."),
    };
}
