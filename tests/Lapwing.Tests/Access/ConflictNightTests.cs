using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Jobs;
using Lapwing.Tests.Modules.Referrals.Triage;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lapwing.Tests.Access;

/// <summary>Threat case 1: members are compared with everybody every night too, for what no save could see.</summary>
public sealed class ConflictNightTests
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task What_no_save_could_see_is_walled_in_the_night_and_a_second_night_changes_nothing(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        var app = desk.App;
        var self = await app.StaffAsync("Mildred Lateborn", Job.FrontDoor, desk.Agency, desk.FrontDoor);
        var knows = await app.StaffAsync("Wolfgang Kirkmoss", Job.FrontDoor, desk.Agency, desk.FrontDoor);
        var moved = await app.StaffAsync("Ottilie Garthnook", Job.FrontDoor, desk.Agency, desk.FrontDoor);
        var cleared = await app.StaffAsync("Barnaby Tarnwick", Job.FrontDoor, desk.Agency, desk.FrontDoor);
        var gone = await app.StaffAsync("Philippa Dunnrigg", Job.FrontDoor, desk.Agency, desk.FrontDoor);
        await using (var db = await app.AsAsync(knows))
        {
            var act = new Act(db.Viewer, app.Now, "test.declare", "test");
            Declared.Add(db, act, Tie.FormerPartner, new("Cornelius Hollowby", new(1980, 5, 17)));
            await db.SaveAsync(act);
        }
        var files = new Dictionary<Member, Id<CaseFile>>();
        foreach (var (member, given, family) in new[] { (self, "Mildred", "Lateborn"), (knows, "Cornelius", "Hollowby"), (moved, "Ottilie", "Garthnook"), (cleared, "Barnaby", "Tarnwick"), (gone, "Philippa", "Dunnrigg") })
            files[member] = (await desk.FamilyAsync(new() { GivenName = given, FamilyName = family, BornOn = member == knows ? new(1980, 5, 17) : null })).Referral.File.File.Id;
        var (later, joined) = (await desk.ReceiveAsync(new() { Given = "Anotherina", Family = "Ofthefamily" }), await desk.ReceiveAsync(new() { Given = "Thirdina", Family = "Ofanother" }));
        // The survivor named somebody; since then a file came into the matter, and on one of the others two people have lifted the wall.
        var named = await app.StaffAsync("Emmerich Valeparr", Job.FrontDoor, desk.Agency, desk.FrontDoor);
        var (received, harm) = await desk.FamilyAsync();
        await using (var db = await app.OpenAllAsync())
        {
            await Lapwing.Access.Walls.RaiseAsync(db, app.Act(), received.File.File.Id, named.Id, WallReason.Named);
            await db.SaveAsync(app.Act());
            var wall = await db.Walls.SingleAsync(w => w.File == harm.Id && w.Member == named.Id);
            wall.ProposeLift(app.Act());
            wall.Lift(app.Act() with { Who = Viewer.System("another", app.Now) });
            var into = await db.CaseFiles.SingleAsync(f => f.Id == joined.CaseFile);
            db.Entry(into).Property(f => f.Matter).CurrentValue = harm.Matter;
            await db.SaveAsync(app.Act());
        }
        await using (var db = await app.OpenAllAsync())
        {
            // As after a restore: two lost their walls, one the terms by which they are recognised too. A file came into the matter of a third.
            db.Walls.RemoveRange(await db.Walls.Where(w => w.Member == self.Id || w.Member == knows.Id || w.Member == gone.Id).ToListAsync());
            db.ConflictTerms.RemoveRange(await db.ConflictTerms.Where(t => t.Member == knows.Id).ToListAsync());
            var into = await db.CaseFiles.SingleAsync(f => f.Id == later.CaseFile);
            db.Entry(into).Property(f => f.Matter).CurrentValue = await db.CaseFiles.Where(f => f.Id == files[moved]).Select(f => f.Matter).SingleAsync();
            // A guardian has looked at the fourth, and the fifth has left.
            foreach (var wall in await db.Walls.Where(w => w.Member == cleared.Id).ToListAsync())
                wall.Dismiss(app.Act());
            (await db.Members.SingleAsync(m => m.Id == gone.Id)).Leave(app.Act());
            await db.SaveAsync(app.Act());
        }
        // The planted fault: until the night is over, the files are open.
        foreach (var (member, file) in new[] { (self, files[self]), (knows, files[knows]), (moved, later.CaseFile), (named, joined.CaseFile), (cleared, files[cleared]) })
            Assert.True(await SeesAsync(app, member, file));

        Assert.Equal("6 walls were missing and stand now.", await NightAsync(app));

        foreach (var (member, file) in new[] { (self, files[self]), (knows, files[knows]), (moved, later.CaseFile), (named, joined.CaseFile) })
            Assert.False(await SeesAsync(app, member, file));
        // What was looked at and lifted stays lifted.
        Assert.True(await SeesAsync(app, cleared, files[cleared]));
        Assert.True(await SeesAsync(app, named, harm.Id));
        var (walls, entries) = await CountsAsync(desk);
        Assert.Equal(0, await desk.LookAsync(db => db.Walls.CountAsync(w => w.Member == gone.Id)));

        Assert.StartsWith("Every wall stands: ", await NightAsync(app), StringComparison.Ordinal);
        Assert.Equal((walls, entries), await CountsAsync(desk));
        // Whoever lost their terms is recognised again at once, and not only the night after.
        var second = await desk.FamilyAsync(harmer: new() { GivenName = "Cornelius", FamilyName = "Hollowby", BornOn = new(1980, 5, 17) });
        Assert.False(await SeesAsync(app, knows, second.Referral.File.File.Id));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_night_is_planned_once_however_many_programs_plan_it_and_a_missed_one_is_made_up_for_once(EngineKind engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        for (var night = 1; night <= 3; night++)
        {
            var runners = Enumerable.Range(0, 4).Select(_ => Runner(app)).ToList();
            await Task.WhenAll(runners.Select(runner => runner.PlanAsync("testing", default)));
            await Task.WhenAll(runners.Select(runner => runner.PlanAsync("testing", default)));
            await using var db = await app.OpenAllAsync();
            Assert.Equal(night, await db.Jobs.CountAsync(j => j.Kind == nameof(CheckConflicts)));
            app.Clock.Advance(TimeSpan.FromDays(night)); // after the second, a night goes by without anybody
        }
    }

    [Fact]
    public void In_two_years_every_night_is_due_once_also_when_the_clocks_change()
    {
        var nightly = Nightly.All.Single(n => n.Kind == nameof(CheckConflicts));
        var seen = new List<DateTime>();
        for (var now = new DateTime(2023, 1, 1, 12, 0, 0, DateTimeKind.Utc); now.Year < 2025; now = now.AddMinutes(17))
            if (nightly.LastDue(now) is var due && (seen.Count == 0 || seen[^1] != due))
                seen.Add(due);
        Assert.All(seen, due => Assert.Equal(nightly.At, TimeOnly.FromDateTime(LondonTime.FromUtc(due))));
        Assert.Equal(Enumerable.Range(0, seen.Count).Select(i => LondonTime.DateOf(seen[0]).AddDays(i)), seen.Select(LondonTime.DateOf));
        Assert.Equal(731, seen.Count);
    }

    private static JobRunner Runner(TestApp app) => new(app.Services, app.Partnerships, app.Clock, NullLogger<JobRunner>.Instance);

    /// <summary>The next night, run as the program runs it.</summary>
    /// <returns>What the job said.</returns>
    private static async Task<string> NightAsync(TestApp app)
    {
        app.Clock.Advance(TimeSpan.FromDays(1));
        var runner = Runner(app);
        await runner.PlanAsync("testing", default);
        while (await runner.RunNextAsync("testing", default)) { }
        await using var db = await app.OpenAllAsync();
        var job = await db.Jobs.AsNoTracking().Where(j => j.Kind == nameof(CheckConflicts)).OrderByDescending(j => j.RunAfter).FirstAsync();
        Assert.Equal(JobState.Done, job.State);
        return job.Message;
    }

    private static async Task<bool> SeesAsync(TestApp app, Member member, Id<CaseFile> file)
    {
        await using var db = await app.AsAsync(member);
        return await db.CaseFiles.AnyAsync(f => f.Id == file);
    }

    private static Task<(int Walls, int Entries)> CountsAsync(Desk desk) => desk.LookAsync(async db => (await db.Walls.CountAsync(), await db.AuditEntries.CountAsync()));
}
