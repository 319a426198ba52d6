using System.Diagnostics;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Places;
using Lapwing.Modules.Places.Allocation;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lapwing.Bench;

/// <summary>10,000 claims on a pool of 30 by 100 callers at once, with audit, facts, the job of the hold and the line: none lost and none too many, beside a bare loop that
/// locks the pool's row, looks and writes.</summary>
internal static class Claiming
{
    private const int Claimed = 10_000, Callers = 100, There = 30;

    public static async Task MeasureAsync(Site site, Report report)
    {
        if (site.Installation.Postgres is not { } postgres)
            return;
        var (pool, requests) = await ArrangeAsync(site);
        var (offered, told, watch) = (0, 0, Stopwatch.StartNew());
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = Callers }, async (request, ct) =>
        {
            await using var db = await site.OpenAllAsync();
            var came = await Claims.OfferAsync(db, new Act(db.Viewer, db.Viewer.Now, "place.offer", "measuring"), request, ct);
            Interlocked.Increment(ref came.IsOffered ? ref offered : ref told);
        });
        var ours = watch.Elapsed;
        await using var look = await site.OpenAllAsync();
        var (held, waiting) = (await look.PoolPlaces.CountAsync(p => p.Pool == pool && p.Request != null), await look.PlaceTurns.CountAsync(t => t.Pool == pool && t.State == TurnState.Waiting));
        var isWhole = offered == There && held == There && told == Claimed - There && waiting == Claimed - There;
        var bare = await BareAsync(postgres);
        report.Add(new("Claiming", $"{Claimed:N0} claims on {There} places, {Callers} callers", site.Engine, $"{Claimed / ours.TotalSeconds:N0} a second", $"bare FOR UPDATE: {Claimed / bare.TotalSeconds:N0} a second", ours / bare,
            isWhole ? $"{offered} offered, {told:N0} told and in the line: none lost, none too many" : $"WRONG: {offered} offered, {held} held, {told} told, {waiting} in the line"));
    }

    private static async Task<(Id<PlacePool> Pool, IReadOnlyList<Id<PlaceRequest>> Requests)> ArrangeAsync(Site site)
    {
        await using var db = await site.OpenAllAsync();
        var act = new Act(db.Viewer, db.Viewer.Now, "bench.arrange", "measuring");
        var today = Time.LondonTime.DateOf(act.At);
        var team = await db.Teams.Where(t => t.IsFrontDoor).Select(t => t.Id).SingleAsync();
        var area = await db.Areas.Select(a => a.Number).FirstAsync();
        var book = PoolBook.Open(db, act, new()
        {
            Name = $"Measured {Guid.NewGuid():N}", From = today.AddDays(-1), Until = today.AddYears(1), Least = There, Most = There, Places = There, Rule = AllocationRule.FirstCome, Panel = team, Team = team,
        }, [(area, 1, 0, null)], "measuring");
        await db.SaveAsync(act);
        var requests = new List<Id<PlaceRequest>>();
        for (var done = 0; done < Claimed; done += 1_000)
        {
            db.ChangeTracker.Clear();
            foreach (var opened in Enumerable.Range(0, 1_000).Select(_ => CaseFile.Open(act, db.Session.Keys, Side.PersonCausingHarm, team, act.At.AddYears(1))))
            {
                var request = PlaceRequest.Ask(act, opened.Key, opened.File, book.Pool, book.Boroughs[0], RequestSource.Police, RequestGround.HighHarm, null, default, Guid.NewGuid());
                var turn = PlaceTurn.Begin(act, request, opened.File.Matter);
                turn.Decide(act, TurnState.Eligible, PlacePriority.Ordinary, null, joinsLine: false);
                db.AddRange(opened.File, opened.StoredKey, opened.Circle, request, turn);
                requests.Add(request.Id);
            }
            await db.SaveAsync(act);
        }
        return (book.Pool.Id, requests);
    }

    /// <summary>Nothing but the lock, the look and the row: no audit, no facts, no encryption, no line.</summary>
    private static async Task<TimeSpan> BareAsync(string postgres)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(postgres) { MaxPoolSize = Callers, SearchPath = "public" }.ConnectionString);
        await RunAsync(source, "DROP TABLE IF EXISTS bench_pool, bench_claims; CREATE TABLE bench_pool (held int NOT NULL); INSERT INTO bench_pool VALUES (0); CREATE TABLE bench_claims (who int NOT NULL, has boolean NOT NULL)");
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(0, Claimed), new ParallelOptions { MaxDegreeOfParallelism = Callers }, async (who, ct) =>
        {
            await using var connection = await source.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await using var look = new NpgsqlCommand("SELECT held FROM bench_pool FOR UPDATE", connection, transaction);
            var has = (int)(await look.ExecuteScalarAsync(ct))! < There;
            await using var write = new NpgsqlCommand((has ? "UPDATE bench_pool SET held = held + 1; " : "") + "INSERT INTO bench_claims VALUES ($1, $2)".Replace("$1", $"{who}", StringComparison.Ordinal).Replace("$2", has ? "true" : "false", StringComparison.Ordinal), connection, transaction);
            await write.ExecuteNonQueryAsync(ct);
            await transaction.CommitAsync(ct);
        });
        return watch.Elapsed;
    }

    private static async Task RunAsync(NpgsqlDataSource source, string statement)
    {
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }
}
