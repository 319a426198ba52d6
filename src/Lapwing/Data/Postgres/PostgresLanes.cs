using Lapwing.Access;
using Npgsql;

namespace Lapwing.Data.Postgres;

/// <summary>The heads of the trail's lanes in PostgreSQL. Others wait for them from <see cref="HoldAsync"/> until the transaction ends,
/// so each is the last part of a question that is asked anyway.</summary>
internal static class PostgresLanes
{
    /// <summary>Does what the batch holds already, and then locks these heads in their order.</summary>
    public static async Task<Dictionary<int, LaneHead>> HoldAsync(NpgsqlBatch batch, int[] lanes, CancellationToken ct)
    {
        batch.BatchCommands.Add(new("SELECT lane, seq, h FROM lane_heads WHERE lane = ANY ($1) ORDER BY lane FOR UPDATE") { Parameters = { new NpgsqlParameter<int[]> { TypedValue = lanes } } });
        var heads = new Dictionary<int, LaneHead>(lanes.Length);
        // Statements that only write have no result of their own.
        await using var reader = await batch.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            heads[reader.GetInt32(0)] = LaneHead.At(reader.GetInt32(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2));
        return heads;
    }

    /// <summary>Does what the batch holds already, and says where the heads are now.</summary>
    public static Task MoveAsync(NpgsqlBatch batch, IReadOnlyCollection<LaneHead> heads, CancellationToken ct)
    {
        batch.BatchCommands.Add(new("UPDATE lane_heads SET seq = moved.seq, h = moved.h FROM unnest($1, $2, $3) AS moved (lane, seq, h) WHERE lane_heads.lane = moved.lane")
        {
            Parameters =
            {
                new NpgsqlParameter<int[]> { TypedValue = [.. heads.Select(head => head.Lane)] },
                new NpgsqlParameter<long[]> { TypedValue = [.. heads.Select(head => head.Seq)] },
                new NpgsqlParameter<byte[][]> { TypedValue = [.. heads.Select(head => head.H)] },
            },
        });
        return batch.ExecuteNonQueryAsync(ct);
    }
}
