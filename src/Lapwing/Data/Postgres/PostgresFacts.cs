using Lapwing.Facts;
using Npgsql;

namespace Lapwing.Data.Postgres;

/// <summary>Facts a day at a time: the server gathers the columns of a kind and day into arrays, in the order of the index. Sending millions of rows
/// one by one would cost it, and this process, more than finding and counting them.</summary>
internal sealed class PostgresFacts(NpgsqlCommand command) : FactCursor
{
    private readonly NpgsqlDataReader reader = command.ExecuteReader();
    private long[] codes = [];
    private int[] values = [];
    private Guid[] records = [], people = [];
    private int at = -1;

    public override Guid Record => records[at];
    public override Guid Person => people[at];

    public static string TextFor(FactSpan span) => $"""
        SELECT kind, sign, array_agg(codes), array_agg(value), {(span.Records ? "array_agg(record)" : "NULL::uuid[]")},
            {(span.People.Count > 0 ? $"array_agg(person) FILTER (WHERE kind IN ({FactSpan.List(span.People)}))" : "NULL::uuid[]")}
        FROM facts
        """;

    public const string Grouping = " GROUP BY kind, happened_on, sign";

    public override bool Next()
    {
        if (++at >= codes.Length)
        {
            if (!reader.Read())
                return false;
            (Kind, Sign, at) = ((FactKind)reader.GetInt32(0), reader.GetInt32(1), 0);
            (codes, values, records, people) = (reader.GetFieldValue<long[]>(2), reader.GetFieldValue<int[]>(3), Ids(4), Ids(5));
        }
        (Codes, Value) = (new(codes[at]), values[at]);
        return true;
    }

    private Guid[] Ids(int column) => reader.IsDBNull(column) ? [] : reader.GetFieldValue<Guid[]>(column);

    public override void Dispose() => reader.Dispose();
}
