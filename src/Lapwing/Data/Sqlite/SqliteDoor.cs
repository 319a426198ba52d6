using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Lapwing.Data.Sqlite;

/// <summary><see cref="AtTheDoor"/> asked of SQLite.</summary>
internal static class SqliteDoor
{
    private static readonly string Question = AtTheDoor.Question("?1", "?2");

    public static AtTheDoor? Ask(SqliteConnection open, Guid account, DateTime now)
    {
        var connection = open.Handle!;
        var statement = SqliteStatements.Take(connection, Question);
        try
        {
            SqliteStatements.Check(connection, raw.sqlite3_bind_blob(statement, 1, account.ToByteArray(bigEndian: true)));
            SqliteStatements.Check(connection, raw.sqlite3_bind_int64(statement, 2, now.Ticks / TimeSpan.TicksPerMicrosecond));
            var rows = new List<(Guid, string, Guid, string, Guid?, long?, bool)>();
            while (SqliteStatements.Step(connection, statement))
                rows.Add((SqliteStatements.Id(statement, 0), raw.sqlite3_column_text(statement, 1).utf8_to_string(), SqliteStatements.Id(statement, 2),
                    raw.sqlite3_column_text(statement, 3).utf8_to_string(), SqliteStatements.IsNull(statement, 4) ? null : SqliteStatements.Id(statement, 4),
                    SqliteStatements.IsNull(statement, 5) ? null : raw.sqlite3_column_int64(statement, 5), raw.sqlite3_column_int(statement, 6) == 1));
            return AtTheDoor.Of(rows);
        }
        finally
        {
            SqliteStatements.Release(statement);
        }
    }
}
