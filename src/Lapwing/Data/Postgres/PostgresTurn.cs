using Npgsql;

namespace Lapwing.Data.Postgres;

/// <summary><see cref="ArrivalTurn"/> in PostgreSQL: a lock with no row, one for each partnership, held until the transaction ends. It is the first that a transaction takes,
/// so that nobody waits for it who holds what the other wants.</summary>
internal static class PostgresTurn
{
    /// <summary>Any number that no other lock of this program has.</summary>
    private const string Lock = "(1279348037, hashtext(current_schema()))";

    public static async Task<long?> WithOthersAsync(NpgsqlConnection open, CancellationToken ct)
    {
        // Two statements in one message: the second sees what was committed while the first waited.
        await using var batch = new NpgsqlBatch(open);
        batch.BatchCommands.Add(new($"SELECT pg_advisory_xact_lock_shared{Lock}"));
        batch.BatchCommands.Add(new("SELECT number FROM editions WHERE id = 1"));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        return await reader.ReadAsync(ct) ? reader.GetInt64(0) : null;
    }

    public static async Task AloneAsync(NpgsqlConnection open, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"SELECT pg_advisory_xact_lock{Lock}", open);
        await command.ExecuteNonQueryAsync(ct);
    }
}
