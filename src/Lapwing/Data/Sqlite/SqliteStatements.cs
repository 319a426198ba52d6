using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Lapwing.Data.Sqlite;

/// <summary>Statements that stay prepared for as long as their connection lives: reading one anew costs several times what running it does.
/// A connection is used by one caller at a time, and so are its statements.</summary>
internal static class SqliteStatements
{
    private static readonly ConditionalWeakTable<sqlite3, Dictionary<string, sqlite3_stmt>> Prepared = [];

    /// <summary>A statement ready to be bound. Whoever takes it gives it back with <see cref="Release"/>, or it would hold what it reads.</summary>
    public static sqlite3_stmt Take(sqlite3 connection, string sql)
    {
        var statements = Prepared.GetOrCreateValue(connection);
        if (statements.TryGetValue(sql, out var statement))
            return statement;
        Check(connection, raw.sqlite3_prepare_v3(connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
        return statements[sql] = statement;
    }

    public static void Release(sqlite3_stmt statement)
    {
        raw.sqlite3_reset(statement);
        raw.sqlite3_clear_bindings(statement);
    }

    /// <summary>The next row.</summary>
    public static bool Step(sqlite3 connection, sqlite3_stmt statement)
    {
        var code = raw.sqlite3_step(statement);
        Check(connection, code);
        return code == raw.SQLITE_ROW;
    }

    public static Guid Id(sqlite3_stmt row, int column) => new(raw.sqlite3_column_blob(row, column), bigEndian: true);

    public static bool IsNull(sqlite3_stmt row, int column) => raw.sqlite3_column_type(row, column) == raw.SQLITE_NULL;

    public static void Check(sqlite3 connection, int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW))
            throw new SqliteException(raw.sqlite3_errmsg(connection).utf8_to_string(), code, raw.sqlite3_extended_errcode(connection));
    }
}
