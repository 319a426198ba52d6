using Lapwing.Access;
using Lapwing.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SQLitePCL;

namespace Lapwing.Data;

public abstract partial class PartnershipDb
{
    /// <summary>Whether these two people were referred, as who is harmed and who harms, in a span of time. It is asked for every referral that arrives, so it needs
    /// no context of its own: one question past all circles, answered by yes or no.</summary>
    /// <param name="unrestricted">A viewer who may look past circles, for the reason that stands in it.</param>
    public async Task<bool> WereReferredAsync(Viewer unrestricted, long subjectKey, long harmKey, DateTime since, DateTime until, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(unrestricted);
        if (!unrestricted.SeesAll)
            throw new InvalidOperationException("Only a viewer who may look past circles asks this.");
        await Database.OpenConnectionAsync(ct);
        try
        {
            if (Database.GetDbConnection() is SqliteConnection file)
                return Asked(file.Handle!, subjectKey, harmKey, Microseconds(since), Microseconds(until));
            await using var command = new NpgsqlCommand(Question("$1", "$2", "$3", "$4"), (NpgsqlConnection)Database.GetDbConnection())
            {
                Parameters =
                {
                    new NpgsqlParameter<long> { TypedValue = subjectKey }, new NpgsqlParameter<long> { TypedValue = harmKey },
                    new NpgsqlParameter<DateTime> { TypedValue = since }, new NpgsqlParameter<DateTime> { TypedValue = until },
                },
            };
            return await command.ExecuteScalarAsync(ct) is true;
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    private static string Question(string subject, string harm, string since, string until) =>
        $"SELECT EXISTS (SELECT 1 FROM referrals WHERE subject_key = {subject} AND harm_key = {harm} AND received_at >= {since} AND received_at <= {until})";

    private static readonly string OnSqlite = Question("?1", "?2", "?3", "?4");

    private static long Microseconds(DateTime instant) => instant.Ticks / TimeSpan.TicksPerMicrosecond;

    private static bool Asked(sqlite3 connection, params ReadOnlySpan<long> values)
    {
        var statement = SqliteStatements.Take(connection, OnSqlite);
        try
        {
            for (var n = 0; n < values.Length; n++)
                SqliteStatements.Check(connection, raw.sqlite3_bind_int64(statement, n + 1, values[n]));
            return SqliteStatements.Step(connection, statement) && raw.sqlite3_column_int(statement, 0) == 1;
        }
        finally
        {
            SqliteStatements.Release(statement);
        }
    }
}
