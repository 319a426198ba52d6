using CsCheck;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Access;

/// <summary>The four questions, as code and as the filter that the database runs.</summary>
public sealed class NeedToKnowTests
{
    private static readonly DateTime Now = new(2023, 6, 6, 9, 0, 0, DateTimeKind.Utc);

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_filter_shows_a_file_exactly_when_the_four_questions_say_yes(EngineKind engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var data = await TestData.ArrangeAsync(app);
        Team[] teams = [data.FrontDoor, data.Advocates, data.ChildWorkers];
        var me = await app.JoinAsync("worker@testing.example", Job.CaseWorker, data.Charity, data.Advocates, data.ChildWorkers);
        var viewer = new Viewer(me.Id, me.Name, me.Agency, me.Jobs, [data.Advocates.Id, data.ChildWorkers.Id], Now, "test");
        var circle = Gen.Select(Gen.Int[0, 2], Gen.Enum<Depth>(), Gen.Int[-3, 3], Gen.Int[1, 4]);
        var shapes = new List<((int Team, Depth Depth, int From, int Days)[] Circles, bool Walled)>();
        Gen.Select(circle.Array[0, 3], Gen.Bool).Sample(shape => { shapes.Add(shape); return true; }, iter: 60, threads: 1, seed: "0000lapwing00");

        await using var all = await app.OpenAllAsync();
        var expected = new Dictionary<Id<CaseFile>, bool>();
        foreach (var (circles, walled) in shapes)
        {
            var act = new Act(all.Viewer, Now.AddDays(-10), "test.arrange", "arranging");
            var opened = CaseFile.Open(act, all.Session.Keys, Side.Survivor, data.FrontDoor.Id, Now.AddYears(1));
            var given = circles.Select(c => Circle.Give(act with { At = Now.AddDays(c.From) }, opened.File.Id, teams[c.Team].Id, c.Depth, "test", Now.AddDays(c.From + c.Days))).ToList();
            all.AddRange(opened.File, opened.StoredKey, opened.Circle);
            all.AddRange(given);
            if (walled)
                all.Add(Wall.Raise(act, opened.File.Id, me.Id, "test"));
            await all.SaveAsync(act);
            expected[opened.File.Id] = NeedToKnow.Decide(viewer, Permission.WorkCases, new([.. given, opened.Circle], walled, []), Depth.Work, null, Now).Allowed;
        }

        await using var db = await app.Partnerships.OpenAsync("testing", viewer);
        var seen = (await db.CaseFiles.Select(f => f.Id).ToListAsync()).ToHashSet();
        Assert.Equal(expected.Where(e => e.Value).Select(e => e.Key).ToHashSet(), seen);
        Assert.Contains(expected.Values, allowed => allowed);
        Assert.Contains(expected.Values, allowed => !allowed);
        Assert.Equal(seen, (await db.StoredKeys.Select(k => k.CaseFile).ToListAsync()).ToHashSet());
    }

    [Fact]
    public void A_wall_beats_every_job_and_every_circle()
    {
        var viewer = Worker(out var circle);
        Assert.True(NeedToKnow.Decide(viewer, Permission.WorkCases, new([circle], false, []), Depth.Work, null, Now).Allowed);
        Assert.Equal("wall", NeedToKnow.Decide(viewer, Permission.WorkCases, new([circle], true, []), Depth.Work, null, Now).Code);
    }

    [Fact]
    public void A_sealed_part_needs_its_own_list()
    {
        var viewer = Worker(out var circle);
        Assert.Equal("seal", NeedToKnow.Decide(viewer, Permission.WorkCases, new([circle], false, []), Depth.Work, Seal.Whereabouts, Now).Code);
        var grant = SealGrant.Give(new(viewer, Now, "test", "test"), circle.File, viewer.Teams[0], Seal.Whereabouts, "test", Now.AddDays(1));
        Assert.True(NeedToKnow.Decide(viewer, Permission.WorkCases, new([circle], false, [grant]), Depth.Work, Seal.Whereabouts, Now).Allowed);
        Assert.Equal("seal", NeedToKnow.Decide(viewer, Permission.WorkCases, new([circle], false, [grant]), Depth.Work, Seal.Whereabouts, Now.AddDays(1)).Code);
    }

    [Fact]
    public void Administrators_programme_leads_and_analysts_open_no_file()
    {
        foreach (var job in new[] { Job.Administrator, Job.ProgrammeLead, Job.Analyst, Job.Guardian })
        {
            var viewer = Worker(out var circle) with { Jobs = job };
            Assert.Equal("job", NeedToKnow.Decide(viewer, Permission.WorkCases, new([circle], false, []), Depth.Work, null, Now).Code);
        }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Nothing_is_written_into_a_file_that_is_not_visible(EngineKind engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var data = await TestData.ArrangeAsync(app);
        var referral = await data.ReferAsync(app);
        var stranger = await app.JoinAsync("stranger@testing.example", Job.CaseWorker, data.Charity, data.Advocates);
        var insider = await app.JoinAsync("insider@testing.example", Job.FrontDoor, data.Council, data.FrontDoor);

        Assert.Equal("not-yours", (await Assert.ThrowsAsync<RuleBroken>(() => WriteAs(stranger, data.Advocates))).Code);
        await WriteAs(insider, data.FrontDoor);

        async Task WriteAs(Member member, Team team)
        {
            var viewer = new Viewer(member.Id, member.Name, member.Agency, member.Jobs, [team.Id], app.Now, "test");
            var act = new Act(viewer, app.Now, "test.write", "testing");
            await using var db = await app.Partnerships.OpenAsync("testing", viewer);
            db.Walls.Add(Wall.Raise(act, referral.CaseFile, Id<Member>.New(), "test"));
            await db.SaveAsync(act);
        }
    }

    private static Viewer Worker(out Circle circle)
    {
        var team = Id<Team>.New();
        var viewer = new Viewer(Id<Member>.New(), "Worker", null, Job.CaseWorker, [team], Now, "test");
        circle = Circle.Give(new(viewer, Now.AddDays(-1), "test", "test"), Id<CaseFile>.New(), team, Depth.Work, "test", Now.AddDays(30));
        return viewer;
    }
}
