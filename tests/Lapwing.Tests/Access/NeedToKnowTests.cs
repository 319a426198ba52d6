using CsCheck;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Access;

/// <summary>The four questions, as code and as the filter that the database runs.</summary>
public sealed class NeedToKnowTests
{
    private static readonly DateTime Now = new(2023, 6, 6, 9, 0, 0, DateTimeKind.Utc);

    /// <summary>One place in a circle as the generator makes it.</summary>
    private sealed record Place(int Team, Depth Depth, int From, int Days, bool IsTriage, int Worker);

    /// <summary>All that can stand between one member and one file.</summary>
    private sealed record Shape(Place[] Circles, Place[] Opposite, bool IsHarmSide, int Wall, int Named, int Emergency, bool Seal);

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_filter_shows_a_file_and_its_sealed_part_exactly_when_the_four_questions_say_yes(EngineKind engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var data = await TestData.ArrangeAsync(app);
        Team[] teams = [data.FrontDoor, data.Advocates, data.ChildWorkers];
        var me = await app.JoinAsync("worker@testing.example", Job.CaseWorker, data.Charity, data.Advocates, data.ChildWorkers);
        var viewer = new Viewer(me.Id, me.Name, me.Agency, me.Jobs, [data.Advocates.Id, data.ChildWorkers.Id], Now, "test");
        var place = Gen.Select(Gen.Int[0, 2], Gen.Enum<Depth>(), Gen.Int[-3, 1], Gen.Int[1, 5], Gen.Bool, Gen.Int[0, 3], (team, depth, from, days, triage, worker) => new Place(team, depth, from, days, triage, worker));
        var shapes = new List<Shape>();
        Gen.Select(place.Array[0, 3], place.Array[0, 2], Gen.Bool, Gen.Int[0, 6], Gen.Int[0, 4], Gen.Int[0, 5], Gen.Bool, (circles, opposite, harm, wall, named, emergency, seal) => new Shape(circles, opposite, harm, wall, named, emergency, seal))
            .Sample(shape => { shapes.Add(shape); return true; }, iter: 240, threads: 1, seed: "0000lapwing00");

        await using var all = await app.OpenAllAsync();
        var (expected, addresses, codes) = (new Dictionary<Id<CaseFile>, bool>(), new Dictionary<Id<CaseFile>, bool>(), new List<string>());
        foreach (var shape in shapes)
        {
            var act = new Act(all.Viewer, Now.AddDays(-10), "test.arrange", "arranging");
            var opened = CaseFile.Open(act, all.Session.Keys, shape.IsHarmSide ? Side.PersonCausingHarm : Side.Survivor, data.FrontDoor.Id, Now.AddYears(1));
            var other = CaseFile.Open(act, all.Session.Keys, shape.IsHarmSide ? Side.Child : Side.PersonCausingHarm, data.FrontDoor.Id, Now.AddYears(1), opened.File.Matter);
            Circle Give(CaseFile into, Place c)
            {
                var circle = Circle.Give(act with { At = Now.AddDays(c.From) }, into, teams[c.Team].Id, c.Depth, "test", Now.AddDays(c.From + c.Days), c.IsTriage);
                typeof(Circle).GetProperty(nameof(Circle.Worker))!.SetValue(circle, c.Worker switch { 2 => me.Id, 3 => Id<Member>.New(), _ => (Id<Member>?)null });
                return circle;
            }
            var (given, opposite) = (shape.Circles.Select(c => Give(opened.File, c)).ToList(), shape.Opposite.Select(c => Give(other.File, c)).ToList());
            all.AddRange(opened.File, opened.StoredKey, opened.Circle, other.File, other.StoredKey, other.Circle);
            all.AddRange(given);
            all.AddRange(opposite);
            var address = Whereabouts.Record(act, opened.Key, all.Session.Index, Id<Person>.New(), "A made-up street");
            all.Add(address);
            var wall = shape.Wall switch { 0 => Wall.Raise(act, opened.File.Id, me.Id, "test"), 1 => Wall.Suspect(act, opened.File.Id, me.Id, "test"), 2 => Wall.Suspect(act, opened.File.Id, me.Id, "test"), _ => null };
            if (shape.Wall == 2)
                wall!.Dismiss(act);
            if (wall is not null)
                all.Add(wall);
            var named = shape.Named switch { 0 => NamedMember.Name(act, opened.File.Id, me.Id), 1 => NamedMember.Name(act, opened.File.Id, Id<Member>.New()), 2 => NamedMember.Name(act, opened.File.Id, Id<Member>.New()), _ => null };
            if (shape.Named == 2)
                named!.End(act);
            if (named is not null)
                all.Add(named);
            EmergencyUse? use = null;
            if (shape.Emergency <= 2)
            {
                var entering = new Act(viewer, shape.Emergency == 0 ? Now.AddHours(-2) : Now.AddMinutes(-10), "test", "test");
                use = EmergencyUse.Enter(entering, all.Session.Keys, opened.File.Id, EmergencyReason.DangerToLife, "A made-up sentence", entering.At.AddHours(1), Now.AddDays(1));
                if (shape.Emergency == 2)
                {
                    use.AskForAddress(entering);
                    use.AllowAddress(entering with { Who = viewer with { Member = Id<Member>.New() } });
                }
                all.Add(use);
            }
            var grant = shape.Seal ? SealGrant.Give(act, opened.File.Id, data.Advocates.Id, Seal.Whereabouts, "test", Now.AddDays(1)) : null;
            if (grant is not null)
                all.Add(grant);
            await all.SaveAsync(act);
            var standing = new Standing([.. given, opened.Circle], shape.Wall <= 1, grant is null ? [] : [grant]) { Opposite = [.. opposite, other.Circle], Named = shape.Named switch { 0 => true, 1 => false, _ => null }, Emergency = use };
            var decision = NeedToKnow.Decide(viewer, Permission.WorkCases, standing, Depth.Work, null, Now);
            (expected[opened.File.Id], addresses[opened.File.Id]) = (decision.Allowed, NeedToKnow.Decide(viewer, Permission.WorkCases, standing, Depth.Work, Seal.Whereabouts, Now).Allowed);
            codes.Add(decision.Code);
        }

        var (entered, allowed) = await Emergencies.RunningAsync(all, me.Id, Now, default);
        await using var db = await app.Partnerships.OpenAsync("testing", viewer with { Emergencies = entered, EmergencyAddresses = allowed });
        var ours = expected.Keys.ToHashSet();
        var seen = (await db.CaseFiles.Select(f => f.Id).ToListAsync()).Where(ours.Contains).ToHashSet();
        Assert.Equal(expected.Where(e => e.Value).Select(e => e.Key).Order(ById).ToList(), seen.Order(ById).ToList());
        Assert.Equal(addresses.Where(e => e.Value).Select(e => e.Key).Order(ById).ToList(), (await db.Whereabouts.Select(w => w.CaseFile).ToListAsync()).Order(ById).ToList());
        Assert.Equal(["circle", "emergency", "restricted", "wall"], codes.Distinct().Order());
        Assert.Contains(addresses.Values, allowedOne => allowedOne);
        Assert.Contains(expected.Values, allowedOne => allowedOne);
        Assert.Contains(expected.Values, allowedOne => !allowedOne);
        Assert.Equal(seen, (await db.StoredKeys.Select(k => k.CaseFile).ToListAsync()).Where(ours.Contains).ToHashSet());
    }

    private static readonly Comparer<Id<CaseFile>> ById = Comparer<Id<CaseFile>>.Create((one, other) => one.Value.CompareTo(other.Value));

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
        var act = new Act(viewer, Now.AddDays(-1), "test", "test");
        circle = Circle.Give(act, CaseFile.Open(act, PartnershipKeys.Fresh(), Side.Survivor, team, Now.AddDays(30)).File, team, Depth.Work, "test", Now.AddDays(30));
        return viewer;
    }
}
