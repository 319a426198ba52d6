using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Lapwing.Access;
using Lapwing.CommandLine;
using Lapwing.Data;
using Lapwing.Modules.Places;
using Lapwing.Modules.Places.Allocation;
using Lapwing.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lapwing.Tests.Modules.Places;

/// <summary>Never more places held than exist, whatever happens at once (threat model, cases 50 and 51). LAPWING_ROUNDS raises the number of rounds.</summary>
public sealed class ClaimTests(Consortiums consortiums) : IClassFixture<Consortiums>
{
    private const int Claimants = 200;

    private static int Rounds => int.Parse(Environment.GetEnvironmentVariable("LAPWING_ROUNDS") ?? "8", CultureInfo.InvariantCulture);

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Of_200_who_claim_the_last_place_at_once_exactly_one_has_it_in_every_round_and_the_others_are_told_why(EngineKind engine)
    {
        var here = await consortiums.OnAsync(engine);
        var files = await here.FilesAsync(Claimants);
        for (var round = 0; round < Rounds; round++)
        {
            var pool = await here.PoolAsync(here.Terms(1));
            var requests = await here.EligibleAsync(pool, files);
            var came = await AtOnceAsync(requests, request => here.ClaimAsync(request));

            Assert.Single(came, c => c.IsOffered);
            Assert.All(came.Where(c => !c.IsOffered), c => Assert.Matches("^Every place of the pool is held or used. It is (first in|number [0-9]+ in) the line", c.Said));
            await MustBeWholeAsync(here, pool, held: 1);
            Assert.Equal(Claimants - 1, await here.LookAsync(db => db.PlaceTurns.CountAsync(t => t.Pool == pool.Id && t.State == TurnState.Waiting && t.Since != null)));
        }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Of_200_who_claim_30_places_at_once_30_have_one_and_nobody_has_two(EngineKind engine)
    {
        var here = await consortiums.OnAsync(engine);
        var pool = await here.PoolAsync(here.Terms(30));
        var requests = await here.EligibleAsync(pool, await here.FilesAsync(Claimants));
        // Each is sent twice, as an impatient hand does.
        var came = await AtOnceAsync([.. requests, .. requests], async request =>
        {
            try
            {
                return await here.ClaimAsync(request);
            }
            catch (RuleBroken broken) when (broken.Code == "turn-has-place")
            {
                return new(false, broken.Message);
            }
        });
        Assert.Equal(30, came.Count(c => c.IsOffered));
        await MustBeWholeAsync(here, pool, held: 30);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Whenever_the_place_comes_back_the_first_in_the_line_has_it_whoever_claims_beside_them(EngineKind engine)
    {
        var here = await consortiums.OnAsync(engine);
        var pool = await here.PoolAsync(here.Terms(1, AllocationRule.SainteLague) with { SharedFrom = Consortium.From });
        var requests = await here.EligibleAsync(pool, await here.FilesAsync(24), priority: n => n % 7 == 3 ? PlacePriority.Urgent : n % 5 == 1 ? PlacePriority.High : PlacePriority.Ordinary);
        Id<PlaceRequest>[] fair = [.. requests.Index().OrderBy(r => r.Index % 7 == 3 ? 0 : r.Index % 5 == 1 ? 1 : 2).ThenBy(r => r.Index).Select(r => r.Item)];
        var won = new List<Id<PlaceRequest>>();
        while (won.Count < fair.Length)
        {
            Id<PlaceRequest>[] waiting = [.. requests.Except(won)];
            var came = await AtOnceAsync(waiting, request => here.ClaimAsync(request));
            won.Add(waiting[came.ToList().FindIndex(c => c.IsOffered)]);
            Assert.Single(came, c => c.IsOffered);
            // Who comes next is told so: behind the one who has it now, or first when that was seen already.
            if (won.Count < fair.Length)
                Assert.Matches("It is (first|number 2) in the line", came[Array.IndexOf(waiting, fair[won.Count])].Said);
            var winner = won[^1];
            await using var db = await here.OpenAsync("flo");
            var act = here.ActOf("flo");
            await Moves.ReturnAsync(db, act, await db.PlaceTurns.SingleAsync(t => t.Request == winner), ReturnReason.PersonRefused, default);
            await db.SaveAsync(act);
        }
        Assert.Equal(fair, won);
        await MustBeWholeAsync(here, pool, held: 0);
    }

    /// <summary>The twin: counting first and writing then gives the last place away more than once.</summary>
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Who_reads_first_and_writes_then_gives_the_last_place_away_twice(EngineKind engine)
    {
        var here = await consortiums.OnAsync(engine);
        await using (var db = await here.App.OpenAllAsync())
            await RunAsync(db, "CREATE TABLE IF NOT EXISTS naive_places (round integer NOT NULL)");
        var most = 0L;
        for (var round = 0; round < 10 && most < 2; round++)
        {
            await AtOnceAsync(Enumerable.Repeat(round, 50).ToList(), async number =>
            {
                await using var db = await here.App.OpenAllAsync();
                var held = Convert.ToInt64(await RunAsync(db, $"SELECT count(*) FROM naive_places WHERE round = {number}"), CultureInfo.InvariantCulture);
                await Task.Delay(1); // what a page does between the two
                if (held == 0)
                    await RunAsync(db, $"INSERT INTO naive_places (round) VALUES ({number})");
                return true;
            });
            await using var look = await here.App.OpenAllAsync();
            most = Convert.ToInt64(await RunAsync(look, $"SELECT count(*) FROM naive_places WHERE round = {round}"), CultureInfo.InvariantCulture);
        }
        Assert.True(most > 1);
    }

    /// <summary>The second fence: whatever a program writes, the database refuses a second holder, a holder of nothing, and a place too many.</summary>
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_database_itself_refuses_more_than_there_is(EngineKind engine)
    {
        var here = await consortiums.OnAsync(engine);
        var pool = await here.PoolAsync(here.Terms(2));
        var requests = await here.EligibleAsync(pool, await here.FilesAsync(2));
        Assert.True((await here.ClaimAsync(requests[0])).IsOffered);
        await using var db = await here.App.OpenAllAsync();
        // The other request, or nobody, on the place that is held; a place without a turn; a pool with more places than its range.
        await RefusedAsync("UPDATE place_turns SET place = (SELECT place FROM place_turns WHERE place IS NOT NULL), state = 'Offered' WHERE place IS NULL AND state = 'Eligible'");
        await RefusedAsync("UPDATE pool_places SET request = (SELECT request FROM place_turns WHERE state = 'Offered' LIMIT 1) WHERE request IS NULL");
        await RefusedAsync("UPDATE place_turns SET state = 'Offered' WHERE state = 'Eligible'");
        await RefusedAsync("UPDATE place_turns SET state = 'Started' WHERE state = 'Offered'");
        await RefusedAsync("UPDATE place_pools SET places = most + 1");
        await RefusedAsync("DELETE FROM pool_places WHERE request IS NOT NULL");

        async Task RefusedAsync(string statement) => await Assert.ThrowsAnyAsync<DbException>(() => RunAsync(db, statement));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_hold_without_an_answer_comes_back_once_however_often_the_job_runs(EngineKind engine)
    {
        await using var here = await Consortium.StartAsync(engine);
        var pool = await here.PoolAsync(here.Terms(1) with { HoldHours = 2 });
        var requests = await here.EligibleAsync(pool, await here.FilesAsync(2));
        await here.ClaimAsync(requests[0]);
        await here.ClaimAsync(requests[1]);
        var (turn, job) = (await here.TurnAsync(requests[0]), new ReturnLapsedHolds(here.App.Partnerships, here.App.Clock));

        // Too early nothing is due, and a clock that went forwards and came back has done nothing twice.
        here.App.Clock.Advance(TimeSpan.FromMinutes(119));
        Assert.Equal("Nothing is due.", await job.RunAsync("testing", turn.Id.Value, (_, _) => Task.CompletedTask, TestContext.Current.CancellationToken));
        here.App.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Contains("The hold ended", (await Assert.ThrowsAsync<RuleBroken>(async () =>
        {
            await using var db = await here.OpenAsync("flo");
            (await db.PlaceTurns.SingleAsync(t => t.Id == turn.Id)).Accept(here.ActOf("flo"));
        })).Message, StringComparison.Ordinal);
        var ran = await AtOnceAsync(Enumerable.Range(0, 12).ToList(), async _ =>
        {
            try
            {
                return await job.RunAsync("testing", turn.Id.Value, (_, _) => Task.CompletedTask, TestContext.Current.CancellationToken);
            }
            catch (RuleBroken broken) when (broken.Code is PartnershipDb.ChangedMeanwhile or "turn-moved")
            {
                return "Another was first.";
            }
        });
        Assert.Single(ran, "The place is back in the pool.");
        Assert.Equal("Nothing is due.", await job.RunAsync("testing", turn.Id.Value, (_, _) => Task.CompletedTask, TestContext.Current.CancellationToken));
        turn = await here.TurnAsync(requests[0]);
        Assert.Equal((TurnState.Returned, ReturnReason.Lapsed, (DateTime?)null), (turn.State, turn.ReturnedFor, turn.Since));
        Assert.Single(await here.LookAsync(db => db.Facts.AsNoTracking().Where(f => f.Kind == Lapwing.Facts.FactKind.PlaceReturned && f.Record == turn.Request.Value).ToListAsync()));
        Assert.True((await here.ClaimAsync(requests[1])).IsOffered);
        // The job was asked for in the transaction of the offer, for the moment at which the hold ends.
        var asked = await here.LookAsync(db => db.Jobs.AsNoTracking().Where(j => j.Kind == nameof(ReturnLapsedHolds)).OrderBy(j => j.RunAfter).ToListAsync());
        Assert.Equal([turn.Id.Value, (await here.TurnAsync(requests[1])).Id.Value], asked.Select(j => j.About));
        Assert.Equal(new DateTime(2023, 6, 6, 11, 0, 0, DateTimeKind.Utc), asked[0].RunAfter);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_place_that_comes_back_after_the_period_is_nobodys(EngineKind engine)
    {
        await using var here = await Consortium.StartAsync(engine);
        var pool = await here.PoolAsync(here.Terms(1) with { Until = new(2023, 6, 7), HoldHours = 720 });
        var requests = await here.EligibleAsync(pool, await here.FilesAsync(2));
        await here.ClaimAsync(requests[0]);
        here.App.Clock.Advance(TimeSpan.FromDays(4));
        await using (var db = await here.OpenAsync("flo"))
        {
            var (first, act) = (requests[0], here.ActOf("flo"));
            await Moves.ReturnAsync(db, act, await db.PlaceTurns.SingleAsync(t => t.Request == first), ReturnReason.NotReady, default);
            await db.SaveAsync(act);
        }
        Assert.True(await here.LookAsync(db => db.PoolPlaces.Where(p => p.Pool == pool.Id).Select(p => p.IsGone).SingleAsync()));
        Assert.Contains("ended on 7 June 2023", (await Assert.ThrowsAsync<RuleBroken>(() => here.ClaimAsync(requests[1]))).Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_process_that_is_killed_in_the_middle_leaves_no_place_held_by_half(EngineKind engine)
    {
        await using var here = await Consortium.StartAsync(engine);
        var pool = await here.PoolAsync(here.Terms(30));
        var requests = await here.EligibleAsync(pool, await here.FilesAsync(60));
        for (var kill = 0; kill < 3; kill++)
        {
            var before = await here.LookAsync(db => db.AuditEntries.CountAsync());
            using var child = Process.Start(new ProcessStartInfo("dotnet", [typeof(ClaimTests).Assembly.Location, "-method", $"{typeof(ClaimTests).FullName}.{nameof(Claims_and_returns_one_after_another_leave_every_place_whole)}"])
            {
                RedirectStandardOutput = true, UseShellExecute = false,
                Environment =
                {
                    ["LAPWING_KILLED_DATA"] = here.App.Installation.DataFolder, ["LAPWING_KILLED_KEYS"] = here.App.Installation.KeyFile, ["LAPWING_KILLED_POSTGRES"] = here.App.Installation.Postgres,
                    ["LAPWING_KILLED_POOL"] = pool.Id.ToString(), ["LAPWING_KILLED_MEMBER"] = here.Members["flo"].Id.ToString(), ["LAPWING_KILLED_TEAM"] = here.Panel.Id.ToString(),
                },
            })!;
            // It is killed once it has been at work for a moment.
            var until = Stopwatch.StartNew();
            while (await here.LookAsync(db => db.AuditEntries.CountAsync()) < before + 30 + kill * 17)
            {
                Assert.False(child.HasExited, child.HasExited ? await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken) : "");
                Assert.True(until.Elapsed < TimeSpan.FromSeconds(90), "The child process did not get to work.");
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }
            child.Kill(entireProcessTree: true);
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);
            await MustBeWholeAsync(here, pool, held: null);
        }
        // Nothing is locked, and exactly as many can be claimed as are left.
        await AtOnceAsync([.. requests], async request =>
        {
            try
            {
                return await here.ClaimAsync(request);
            }
            catch (RuleBroken broken) when (broken.Code is "turn-has-place" or "not-eligible")
            {
                return new(false, broken.Message);
            }
        });
        var (able, held) = (await here.LookAsync(db => db.PlaceTurns.CountAsync(t => t.Pool == pool.Id && t.State == TurnState.Waiting)), await here.LookAsync(db => db.PoolPlaces.CountAsync(p => p.Pool == pool.Id && p.Request != null)));
        Assert.True(held == 30 || able == 0);
        await MustBeWholeAsync(here, pool, held);
    }

    /// <summary>As the child of the test above it goes on until it is killed.</summary>
    [Fact]
    public async Task Claims_and_returns_one_after_another_leave_every_place_whole()
    {
        static string? Told(string name) => Environment.GetEnvironmentVariable("LAPWING_KILLED_" + name);
        if (Told("POOL") is { } told)
        {
            await using var services = Verbs.Services(new Installation { DataFolder = Told("DATA")!, KeyFile = Told("KEYS")!, Postgres = string.IsNullOrEmpty(Told("POSTGRES")) ? null : Told("POSTGRES"), RunsJobs = false });
            await ClaimAndReturnAsync(services.GetRequiredService<Partnerships>(), Id<PlacePool>.Parse(told, null), Id<Member>.Parse(Told("MEMBER")!, null), Id<Lapwing.Modules.Directory.Team>.Parse(Told("TEAM")!, null), int.MaxValue);
            return;
        }
        await using var here = await Consortium.StartAsync(EngineKind.Sqlite);
        var pool = await here.PoolAsync(here.Terms(30));
        await here.EligibleAsync(pool, await here.FilesAsync(30));
        await ClaimAndReturnAsync(here.App.Partnerships, pool.Id, here.Members["flo"].Id, here.Panel.Id, 60);
        await MustBeWholeAsync(here, pool, held: null);
        Assert.InRange(await here.LookAsync(db => db.PoolPlaces.CountAsync(p => p.Pool == pool.Id && p.Request != null)), 1, 20);
    }

    /// <summary>Fills twenty places, and then gives one back and claims the next, so many times.</summary>
    private static async Task ClaimAndReturnAsync(Partnerships partnerships, Id<PlacePool> pool, Id<Member> member, Id<Lapwing.Modules.Directory.Team> team, int times)
    {
        var now = new DateTime(2023, 6, 6, 9, 0, 0, DateTimeKind.Utc);
        var viewer = NeedToKnow.Unrestricted(new Viewer(member, "flo", null, Job.FrontDoor, [team], now, "child"), UnrestrictedReason.Generation);
        for (var n = 0; n < times; n++)
        {
            await using var db = await partnerships.OpenAsync("testing", viewer, TestContext.Current.CancellationToken);
            var act = new Act(viewer, now.AddSeconds(n), "test.child", "until it is killed");
            var turns = await db.PlaceTurns.AsNoTracking().Where(t => t.Pool == pool).OrderBy(t => t.Id).ToListAsync();
            if (turns.Where(t => t.State is TurnState.Eligible or TurnState.Waiting).OrderBy(t => t.Since ?? now).FirstOrDefault() is { } next && turns.Count(t => t.HasPlace) < 20)
            {
                await Claims.OfferAsync(db, act, next.Request, default);
                continue;
            }
            if (turns.FirstOrDefault(t => t.State == TurnState.Offered) is not { } held)
                return;
            var tracked = await db.PlaceTurns.SingleAsync(t => t.Id == held.Id);
            await Moves.ReturnAsync(db, act, tracked, ReturnReason.NotReady, default);
            tracked.Decide(act, TurnState.Eligible, PlacePriority.Ordinary, null, joinsLine: false);
            await db.SaveAsync(act);
        }
    }

    /// <summary>What is held is what is said to be held, each by one, and never more than there is.</summary>
    private static async Task MustBeWholeAsync(Consortium here, PlacePool pool, int? held)
    {
        var places = await here.LookAsync(db => db.PoolPlaces.AsNoTracking().Where(p => p.Pool == pool.Id).ToListAsync());
        var turns = await here.LookAsync(db => db.PlaceTurns.AsNoTracking().Where(t => t.Pool == pool.Id && t.Place != null).ToListAsync());
        Assert.Equal(pool.Places, places.Count);
        Assert.Equal(places.Where(p => p.Request is not null).Select(p => (p.Id, p.Request!.Value)).OrderBy(p => p.Id.Value), turns.Select(t => (t.Place!.Value, t.Request)).OrderBy(p => p.Item1.Value));
        if (held is { } number)
            Assert.Equal(number, turns.Count);
    }

    private static async Task<T[]> AtOnceAsync<TWho, T>(IReadOnlyList<TWho> all, Func<TWho, Task<T>> act)
    {
        using var gate = new SemaphoreSlim(0, all.Count);
        var under = all.Select(who => Task.Run(async () =>
        {
            await gate.WaitAsync();
            return await act(who);
        })).ToArray();
        gate.Release(all.Count);
        return await Task.WhenAll(under);
    }

    private static async Task<object?> RunAsync(PartnershipDb db, string statement)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = statement;
        return await command.ExecuteScalarAsync();
    }
}
