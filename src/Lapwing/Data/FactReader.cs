using System.Data.Common;
using Lapwing.Access;
using Lapwing.Facts;
using Lapwing.Modules.Figures;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Data;

/// <summary>Streams coded facts for the counting pass. Millions of narrow rows: read straight from the driver, without entities.</summary>
public static class FactReader
{
    /// <param name="from">First day, included.</param>
    /// <param name="to">Last day, included.</param>
    /// <param name="standing">Kinds of which also everything before <paramref name="from"/> is read, because their state is carried forward.</param>
    /// <param name="knownAt">Only what was recorded by then: an earlier state of knowledge can be recounted.</param>
    /// <exception cref="RuleBroken">The database was not opened for figures.</exception>
    public static async Task ReadAsync(PartnershipDb db, DateOnly from, DateOnly to, IReadOnlyList<FactKind> standing, DateTime knownAt, Action<FactRow> each, CancellationToken ct)
    {
        if (!db.Viewer.SeesAll)
            throw new RuleBroken("figures", "Figures are counted through their own door.");
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            var before = standing.Count == 0 ? "" : $" OR (kind IN ({string.Join(',', standing.Select(kind => (int)kind))}) AND happened_on < @from)";
            command.CommandText = $"""
                SELECT kind, happened_on, sign, record, person, codes, value FROM facts
                WHERE recorded_at <= @known AND ((happened_on >= @from AND happened_on <= @to){before})
                """;
            Add(command, "@from", from.DayNumber);
            Add(command, "@to", to.DayNumber);
            Add(command, "@known", (long)(knownAt - Fact.Epoch).TotalSeconds);
            await using var reader = await command.ExecuteReaderAsync(ct);
            if (reader is Npgsql.NpgsqlDataReader)
                while (await reader.ReadAsync(ct))
                    each(new((FactKind)reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetGuid(3), reader.GetGuid(4), reader.GetInt64(5), reader.GetInt32(6)));
            else
                ReadEmbedded(reader, each, ct);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>SQLite keeps ids as 16 bytes, and reading it never waits.</summary>
    private static void ReadEmbedded(DbDataReader reader, Action<FactRow> each, CancellationToken ct)
    {
        while (reader.Read())
        {
            ct.ThrowIfCancellationRequested();
            each(new((FactKind)reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), Id(reader, 3), Id(reader, 4), reader.GetInt64(5), reader.GetInt32(6)));
        }
    }

    private static Guid Id(DbDataReader reader, int column)
    {
        var bytes = new byte[16];
        reader.GetBytes(column, 0, bytes, 0, 16);
        return new(bytes, bigEndian: true);
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
