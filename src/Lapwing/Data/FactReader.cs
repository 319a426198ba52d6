using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Lapwing.Access;
using Lapwing.Data.Postgres;
using Lapwing.Data.Sqlite;
using Lapwing.Facts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Lapwing.Data;

/// <summary>Streams coded facts to whoever counts them. Millions of narrow rows: read straight from the driver, without entities, from an index that holds all
/// of them, on several connections that see the database as it was at one instant.</summary>
public static class FactReader
{
    /// <summary>How often connections of an embedded database are opened anew because another process wrote between them.</summary>
    private const int Tries = 100;

    /// <param name="each">Takes the place of a span and the next of its facts: of one span on one thread, of different spans at once.</param>
    /// <param name="knownAt">Only what was recorded by then: an earlier state of knowledge can be recounted.</param>
    /// <exception cref="RuleBroken">The database was not opened for figures.</exception>
    public static async Task ReadAsync(PartnershipDb db, IReadOnlyList<FactSpan> spans, DateTime knownAt, Action<int, FactCursor> each, CancellationToken ct)
    {
        if (!db.Viewer.SeesAll)
            throw new RuleBroken("figures", "Figures are counted through their own door.");
        var readers = Enumerable.Range(0, Math.Min(spans.Count, Environment.ProcessorCount)).Select(_ => db.Beside()).ToList();
        try
        {
            await AtOneInstantAsync(readers, ct);
            var waiting = new ConcurrentQueue<int>(Enumerable.Range(0, spans.Count));
            await Task.WhenAll(readers.Select(reader => Task.Run(() =>
            {
                while (waiting.TryDequeue(out var span))
                    Read(reader, spans[span], span, knownAt, each, ct);
            }, ct)));
        }
        finally
        {
            foreach (var reader in readers)
                await reader.DisposeAsync();
        }
    }

    /// <summary>Begins to read on every connection so that all see the same commits.</summary>
    private static async Task AtOneInstantAsync(List<PartnershipDb> readers, CancellationToken ct)
    {
        if (readers[0].Database.IsNpgsql())
        {
            await readers[0].Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            // What the server itself named; the statement takes no parameter.
            var same = $"SET TRANSACTION SNAPSHOT '{await readers[0].Database.SqlQuery<string>($"SELECT pg_export_snapshot() AS \"Value\"").SingleAsync(ct)}'";
            foreach (var reader in readers.Skip(1))
            {
                await reader.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
                await reader.Database.ExecuteSqlRawAsync(same, ct);
            }
            return;
        }
        for (var tries = 0; tries < Tries; tries++)
        {
            var last = new HashSet<long>();
            foreach (var reader in readers)
            {
                await reader.Database.OpenConnectionAsync(ct);
                var transaction = ((SqliteConnection)reader.Database.GetDbConnection()).BeginTransaction(deferred: true);
                await reader.Database.UseTransactionAsync(transaction, ct);
                // Facts are only ever added, so that the number of the last one tells whether two connections see the same.
                last.Add(await reader.Database.SqlQuery<long>($"SELECT ifnull(max(rowid), 0) AS \"Value\" FROM facts").SingleAsync(ct));
            }
            if (last.Count == 1)
                return;
            foreach (var reader in readers)
                await reader.Database.RollbackTransactionAsync(ct);
        }
        throw new RuleBroken("busy", "So much is being recorded that the figures could not be counted at one moment. Try again in a few minutes.");
    }

    private static void Read(PartnershipDb db, FactSpan span, int place, DateTime knownAt, Action<int, FactCursor> each, CancellationToken ct)
    {
        if (span.Kinds.Count == 0)
            return;
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandTimeout = 0; // however long: whoever asked can stop it
        var known = $" WHERE kind IN ({FactSpan.List(span.Kinds)}) AND happened_on >= @from AND happened_on <= @to AND recorded_at <= @known";
        command.CommandText = command is NpgsqlCommand ? PostgresFacts.TextFor(span) + known + PostgresFacts.Grouping : SqliteFacts.Text + known;
        Add(command, "@from", span.From?.DayNumber ?? 0);
        Add(command, "@to", span.To.DayNumber);
        Add(command, "@known", (long)(knownAt - Fact.Epoch).TotalSeconds);
        using var stop = ct.Register(command.Cancel);
        using FactCursor facts = command is NpgsqlCommand there ? new PostgresFacts(there) : new SqliteFacts((SqliteCommand)command);
        while (facts.Next())
        {
            ct.ThrowIfCancellationRequested();
            each(place, facts);
        }
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
