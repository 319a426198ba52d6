using Lapwing.Access;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Lapwing.Data.Sqlite;

/// <summary>The heads of the trail's lanes in SQLite. It has one writer, which is lock enough.</summary>
internal static class SqliteLanes
{
    public static Dictionary<int, LaneHead> Hold(SqliteConnection open, int[] lanes)
    {
        var connection = open.Handle!;
        var heads = new Dictionary<int, LaneHead>(lanes.Length);
        var statement = SqliteStatements.Take(connection, "SELECT seq, h FROM lane_heads WHERE lane = ?1");
        try
        {
            foreach (var lane in lanes)
            {
                SqliteStatements.Check(connection, raw.sqlite3_bind_int(statement, 1, lane));
                if (SqliteStatements.Step(connection, statement))
                    heads[lane] = LaneHead.At(lane, raw.sqlite3_column_int64(statement, 0), raw.sqlite3_column_blob(statement, 1).ToArray());
                raw.sqlite3_reset(statement);
            }
        }
        finally
        {
            SqliteStatements.Release(statement);
        }
        return heads;
    }

    public static void Move(SqliteConnection open, IEnumerable<LaneHead> heads)
    {
        var connection = open.Handle!;
        var statement = SqliteStatements.Take(connection, "UPDATE lane_heads SET seq = ?1, h = ?2 WHERE lane = ?3");
        try
        {
            foreach (var head in heads)
            {
                SqliteStatements.Check(connection, raw.sqlite3_bind_int64(statement, 1, head.Seq));
                SqliteStatements.Check(connection, raw.sqlite3_bind_blob(statement, 2, head.H));
                SqliteStatements.Check(connection, raw.sqlite3_bind_int(statement, 3, head.Lane));
                SqliteStatements.Step(connection, statement);
                raw.sqlite3_reset(statement);
            }
        }
        finally
        {
            SqliteStatements.Release(statement);
        }
    }
}
