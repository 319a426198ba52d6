using Npgsql;

namespace Lapwing.Data.Postgres;

/// <summary><see cref="AtTheDoor"/> asked of PostgreSQL.</summary>
internal static class PostgresDoor
{
    private static readonly string Question = AtTheDoor.Question("$1", "$2");

    public static async Task<AtTheDoor?> AskAsync(NpgsqlConnection open, Guid account, DateTime now, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Question, open) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = account }, new NpgsqlParameter<DateTime> { TypedValue = now } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<(Guid, string, Guid, string, Guid?, long?, bool)>();
        while (await reader.ReadAsync(ct))
            rows.Add((reader.GetGuid(0), reader.GetString(1), reader.GetGuid(2), reader.GetString(3), reader.IsDBNull(4) ? null : reader.GetGuid(4), reader.IsDBNull(5) ? null : reader.GetInt64(5), reader.GetBoolean(6)));
        return AtTheDoor.Of(rows);
    }
}
