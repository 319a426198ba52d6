using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Accommodation;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Accommodation;

/// <summary>Threat 50: the last place claimed by many at once.</summary>
public sealed class ClaimRaceTests
{
    private const int Claimants = 200, Rounds = 5;

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Of_200_claims_on_one_vacancy_at_once_exactly_one_wins_in_every_round_and_the_others_are_told_why(EngineKind engine)
    {
        await using var app = await TestApp.StartAsync(engine, ct: TestContext.Current.CancellationToken);
        var (unit, team) = await UnitAsync(app, vacant: 1);
        for (var round = 0; round < Rounds; round++)
        {
            var answers = await ClaimAsync(app, unit, team, Claimants);
            Assert.Equal(1, answers.Count(a => a is null));
            Assert.All(answers.OfType<RuleBroken>(), refused => Assert.Equal("no-vacancy", refused.Code));
            Assert.Equal((1, 1, 0), await StandingAsync(app, unit));
            await ReleaseAllAsync(app, unit);
            Assert.Equal((1, 0, 0), await StandingAsync(app, unit));
        }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task As_many_win_as_there_are_vacancies_and_none_is_lost(EngineKind engine)
    {
        await using var app = await TestApp.StartAsync(engine, ct: TestContext.Current.CancellationToken);
        var (unit, team) = await UnitAsync(app, vacant: 7);
        var answers = await ClaimAsync(app, unit, team, 40);
        Assert.Equal(7, answers.Count(a => a is null));
        await using var db = await app.OpenAllAsync();
        Assert.Equal(Enumerable.Range(1, 7), (await db.UnitClaims.Where(c => c.TakenSlot != null).Select(c => c.TakenSlot!.Value).ToListAsync()).Order());
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task One_household_that_claims_two_units_at_once_holds_one(EngineKind engine)
    {
        await using var app = await TestApp.StartAsync(engine, ct: TestContext.Current.CancellationToken);
        var ((one, team), (other, _)) = (await UnitAsync(app, vacant: 5), await UnitAsync(app, vacant: 5));
        var who = Guid.CreateVersion7();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => ClaimOneAsync(app, n % 2 == 0 ? one : other, team, who)));
        Assert.Equal(1, answers.Count(a => a is null));
        Assert.All(answers.OfType<RuleBroken>(), refused => Assert.Equal("holds-already", refused.Code));
    }

    /// <summary>Whatever the program does, the database refuses what would be too many.</summary>
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_database_itself_refuses_more_holds_than_vacancies_and_the_same_place_twice(EngineKind engine)
    {
        await using var app = await TestApp.StartAsync(engine, ct: TestContext.Current.CancellationToken);
        var (unit, team) = await UnitAsync(app, vacant: 1);
        Assert.Null(await ClaimOneAsync(app, unit, team, Guid.CreateVersion7()));
        await using (var db = await app.OpenAllAsync())
            Assert.NotNull(await Record.ExceptionAsync(() => db.Database.ExecuteSqlAsync($"UPDATE safe_units SET held = held + 1")));
        await using (var db = await app.OpenAllAsync())
        {
            // A hold that lost its way: the slot is taken already.
            var there = await db.SafeUnits.AsNoTracking().SingleAsync(u => u.Id == unit);
            there.GiveBack();
            db.UnitClaims.Add(UnitClaim.Hold(app.Act(), there, 1, Ask(team, Guid.CreateVersion7(), app.Now)));
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveAsync(app.Act()));
        }
    }

    /// <summary>The twin: read, then write, without a condition. It gives one place to several, so the tests above can see it.</summary>
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_version_that_reads_and_then_writes_gives_the_last_place_away_more_than_once(EngineKind engine)
    {
        await using var app = await TestApp.StartAsync(engine, ct: TestContext.Current.CancellationToken);
        await using (var db = await app.OpenAllAsync())
            await db.Database.ExecuteSqlAsync($"CREATE TABLE twin (held integer NOT NULL)");
        await using (var db = await app.OpenAllAsync())
            await db.Database.ExecuteSqlAsync($"INSERT INTO twin (held) VALUES (0)");
        var most = 0;
        for (var round = 0; round < 20 && most < 2; round++)
        {
            await using (var db = await app.OpenAllAsync())
                await db.Database.ExecuteSqlAsync($"UPDATE twin SET held = 0");
            var (arrived, everybody) = (0, new TaskCompletionSource());
            var won = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
            {
                await using var db = await app.OpenAllAsync();
                var held = await db.Database.SqlQuery<int>($"SELECT held AS \"Value\" FROM twin").SingleAsync();
                if (Interlocked.Increment(ref arrived) == 8)
                    everybody.SetResult();
                await everybody.Task;
                if (held >= 1)
                    return false;
                await db.Database.ExecuteSqlAsync($"UPDATE twin SET held = {held + 1}");
                return true;
            })));
            most = Math.Max(most, won.Count(w => w));
        }
        Assert.True(most > 1, "The twin never gave the place away twice.");
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_hold_ends_by_itself_at_its_hour_once_however_often_the_job_runs(EngineKind engine)
    {
        await using var app = await TestApp.StartAsync(engine, ct: TestContext.Current.CancellationToken);
        var (unit, team) = await UnitAsync(app, vacant: 1);
        Assert.Null(await ClaimOneAsync(app, unit, team, Guid.CreateVersion7()));
        await using var db = await app.OpenAllAsync();
        var job = await db.Jobs.AsNoTracking().SingleAsync(j => j.Kind == nameof(ReleaseHold));
        Assert.Equal(app.Now.AddHours(4), job.RunAfter);
        var release = new ReleaseHold(app.Partnerships, app.Clock);
        Assert.Equal("It was accepted, or runs longer.", await RunAsync());
        Assert.Equal((1, 1, 0), await StandingAsync(app, unit));
        app.Clock.Advance(TimeSpan.FromHours(4));
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync()));
        Assert.Equal(1, answers.Count(a => a == "The place is free again."));
        Assert.Equal((1, 0, 0), await StandingAsync(app, unit));
        Assert.Equal(ClaimState.Expired, (await db.UnitClaims.AsNoTracking().SingleAsync()).State);

        // Before the job has come, somebody else takes what is over.
        Assert.Null(await ClaimOneAsync(app, unit, team, Guid.CreateVersion7()));
        app.Clock.Advance(TimeSpan.FromHours(5));
        Assert.Null(await ClaimOneAsync(app, unit, team, Guid.CreateVersion7()));
        Assert.Equal((1, 1, 0), await StandingAsync(app, unit));

        Task<string> RunAsync() => release.RunAsync("testing", job.About, (_, _) => Task.CompletedTask, TestContext.Current.CancellationToken);
    }

    private static async Task<RuleBroken?[]> ClaimAsync(TestApp app, Id<SafeUnit> unit, Id<Team> team, int claimants) =>
        await Task.WhenAll(Enumerable.Range(0, claimants).Select(_ => Task.Run(() => ClaimOneAsync(app, unit, team, Guid.CreateVersion7()))));

    private static async Task<RuleBroken?> ClaimOneAsync(TestApp app, Id<SafeUnit> unit, Id<Team> team, Guid who)
    {
        await using var db = await app.OpenAllAsync();
        try
        {
            await Claiming.HoldAsync(db, () => app.Act(), unit, Ask(team, who, app.Now), act => db.SaveAsync(act), TestContext.Current.CancellationToken);
            return null;
        }
        catch (RuleBroken refused)
        {
            return refused;
        }
    }

    private static Holding Ask(Id<Team> team, Guid who, DateTime now) => new(new(who, true, who, default, 1, 0), new() { Adults = 1, As = AskingAs.Woman }, team, now.AddHours(4));

    private static async Task<(int Vacant, int Held, int Occupied)> StandingAsync(TestApp app, Id<SafeUnit> unit)
    {
        await using var db = await app.OpenAllAsync();
        var there = await db.SafeUnits.AsNoTracking().SingleAsync(u => u.Id == unit);
        Assert.Equal(there.Held, await db.UnitClaims.CountAsync(c => c.Unit == unit && c.TakenSlot != null));
        return (there.Vacant, there.Held, there.Occupied);
    }

    private static async Task ReleaseAllAsync(TestApp app, Id<SafeUnit> unit)
    {
        await using var db = await app.OpenAllAsync();
        var (act, there) = (app.Act(), await db.SafeUnits.SingleAsync(u => u.Id == unit));
        foreach (var claim in await db.UnitClaims.Where(c => c.Unit == unit && c.TakenSlot != null).ToListAsync())
            claim.Release(act, there);
        await db.SaveAsync(act);
    }

    private static int named;

    private static async Task<(Id<SafeUnit> Unit, Id<Team> Team)> UnitAsync(TestApp app, int vacant)
    {
        await using var db = await app.OpenAllAsync();
        var act = app.Act();
        var number = Interlocked.Increment(ref named);
        var agency = Agency.Add(act, $"Harbour Refuge {number}", AgencyKind.VoluntarySector);
        var team = Team.Add(act, agency.Id, $"Refuge {number}", "020 7946 0009");
        var unit = SafeUnit.Add(act, $"Grey Gull {number}", agency.Id, team.Id, RelevantAccommodationTests.Terms() with { Spaces = 10 });
        db.AddRange(agency, team, unit, unit.SayVacancies(act, vacant));
        await db.SaveAsync(act);
        return (unit.Id, team.Id);
    }
}
