using Lapwing.Facts;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Lapwing.Data.Sqlite;

/// <summary>Facts row by row: the database is in this process, and a column costs nothing until it is looked at.</summary>
internal sealed class SqliteFacts(SqliteCommand command) : FactCursor
{
    public const string Text = "SELECT kind, sign, codes, value, record, person FROM facts";

    private readonly SqliteDataReader reader = command.ExecuteReader();

    public override Guid Record => Id(4);
    public override Guid Person => Id(5);

    public override bool Next()
    {
        if (!reader.Read())
            return false;
        var row = reader.Handle!;
        (Kind, Sign, Codes, Value) = ((FactKind)raw.sqlite3_column_int(row, 0), raw.sqlite3_column_int(row, 1), new(raw.sqlite3_column_int64(row, 2)), raw.sqlite3_column_int(row, 3));
        return true;
    }

    /// <summary>Ids are kept as 16 bytes.</summary>
    private Guid Id(int column) => new(raw.sqlite3_column_blob(reader.Handle!, column), bigEndian: true);

    public override void Dispose() => reader.Dispose();
}
