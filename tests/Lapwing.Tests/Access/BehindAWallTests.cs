using System.Reflection;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Referrals.Triage;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Access;

/// <summary>Threat case 1, "a wall missing from one query": every kind of record is asked for with the wall, and so is everything that is asked past the one filter.</summary>
public sealed class BehindAWallTests
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Every_kind_of_case_record_is_asked_for_with_the_wall_and_with_the_names_of_a_restriction(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        await using var db = await desk.App.AsAsync(desk.Members["ann"]);
        await using var all = await desk.App.OpenAllAsync();
        var kinds = db.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => typeof(ICaseRecord).IsAssignableFrom(t)).ToList();
        Assert.True(kinds.Count > 30, $"{kinds.Count} kinds");
        Assert.Empty(kinds.Where(kind => !IsWalled(Sql(db, kind))).Select(kind => kind.Name));
        // The twin: without the filter the same question is found to have no wall.
        Assert.All(kinds, kind => Assert.False(IsWalled(Sql(all, kind))));
    }

    private static bool IsWalled(string sql) => sql.Contains("walls", StringComparison.Ordinal) && sql.Contains("lifted_at", StringComparison.Ordinal) && sql.Contains("named_members", StringComparison.Ordinal);

    private static string Sql(PartnershipDb db, Type kind) =>
        (string)typeof(BehindAWallTests).GetMethod(nameof(SqlOf), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(kind).Invoke(null, [db])!;

    private static string SqlOf<T>(PartnershipDb db) where T : class => db.Set<T>().ToQueryString();

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task What_is_asked_past_the_filter_is_there_before_the_wall_and_gone_behind_it(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        var app = desk.App;
        var (received, harm) = await desk.FamilyAsync(new() { GivenName = "Zqwallina", FamilyName = "Zqbehind", BornOn = new(1988, 3, 4) });
        var file = received.File.File.Id;
        var (restricted, known) = (await desk.ReceiveAsync(), await desk.ReceiveAsync(new() { Given = "Zqknowna", Family = "Zqbefore" }, desk.Outreach));
        var later = await desk.ReceiveAsync(new() { Given = "Zqknowna", Family = "Zqbefore" });
        await ArrangeAsync(desk, received.File.Key, harm, restricted.CaseFile);
        using var ben = await desk.AsAsync("ben");
        var members = desk.Members.Values.Select(m => m.Id).ToList();
        var questions = new (string What, string Who, Id<CaseFile> Around, Func<PartnershipDb, Task<bool>> IsThere)[]
        {
            ("shared with my team", "dee", file, async db => (await Sharings.WithMeAsync(db)).Any(s => s.File == file)),
            ("a file of the family that I may locate", "dee", harm.Id, async db => (await FamilyFiles.LocatedAsync(app.Partnerships, "testing", db, ActOf(db), file)).Count > 0),
            ("who looked in an emergency, for the team", "ann", file, async db => (await Emergencies.OfMyFilesAsync(db, default)).Any(u => u.File == file)),
            ("entries to judge", "gus", file, async db => (await Emergencies.ForGuardianAsync(db, default)).Any(u => u.File == file)),
            ("how many there are to judge", "gus", file, async db => await Emergencies.CountToJudgeAsync(db, default) > 0),
            ("who waits for an address", "gus", file, async db => (await Emergencies.WaitingForYesAsync(db, default)).Any(u => u.File == file)),
            ("the trail of the file", "gus", file, async db => (await ReadLog.ForGuardianAsync(db, null, file.Value, 1)).Lines.Count > 0),
            ("the trail of a member", "gus", file, async db => (await ReadLog.ForGuardianAsync(db, desk.Members["ben"].Id, null, 1)).Lines.Any(l => l.CaseFile == file.Value)),
            ("unusual looks", "gus", file, async db => (await UnusualAccess.ReadAsync(db)).Any(u => u.File == file.Value)),
            ("restricted files", "gus", restricted.CaseFile, async db => (await Restrictions.ForGuardianAsync(db)).Any(r => r.File == restricted.CaseFile)),
            ("walls around others", "gus", file, async db => (await Lapwing.Access.Walls.ForGuardianAsync(db, WallPart.Standing, 1)).Lines.Any(w => w.File == file)),
            ("entering in an emergency", "eve", file, async db => await EnterAsync(app, db, file)),
            ("a choice of workers", "eve", file, async db => { await using var all = await app.OpenAllAsync(); return (await Circles.WithoutWallAsync(all, file, members)).Contains(db.Viewer.Member); }),
            ("a choice of names", "ben", file, async db => { await using var all = await app.OpenAllAsync(); return (await Restrictions.WhoCanBeNamedAsync(all, file)).Any(n => n.Member == db.Viewer.Member); }),
            ("work that goes on", "ben", file, async db => { await using var all = await app.OpenAllAsync(); return !(await Circles.CannotWorkAsync(all, [(file, db.Viewer.Member)])).Any(); }),
            ("known to this partnership", "ben", known.CaseFile, async _ => (await ben.GetAsync(ReferralModel.Url("testing", later.Id))).Text.Contains("Known to this partnership", StringComparison.Ordinal)),
        };
        foreach (var (what, who, _, isThere) in questions)
            Assert.True(await AskAsync(who, isThere), $"{what}: not there before the wall");
        await using (var all = await app.OpenAllAsync())
        {
            all.Walls.AddRange(questions.Select(q => (q.Around, q.Who)).Distinct().Select(wall => Wall.Raise(app.Act(), wall.Around, desk.Members[wall.Who].Id, WallReason.Named)));
            await all.SaveAsync(app.Act());
        }
        var there = new List<string>();
        foreach (var (what, who, _, isThere) in questions.Where(q => q.What != "a file of the family that I may locate"))
            if (await AskAsync(who, isThere))
                there.Add(what);
        Assert.Empty(there);
        // Where only the other side is behind a wall, the own file stays and says nothing of it.
        await LiftAsync(file, "dee");
        Assert.True(await AskAsync("dee", questions[0].IsThere));
        Assert.False(await AskAsync("dee", questions[1].IsThere));
        await LiftAsync(harm.Id, "dee");
        Assert.True(await AskAsync("dee", questions[1].IsThere));

        async Task<bool> AskAsync(string who, Func<PartnershipDb, Task<bool>> isThere)
        {
            await using var db = await app.AsAsync(desk.Members[who]);
            return await isThere(db);
        }

        async Task LiftAsync(Id<CaseFile> from, string who)
        {
            await using var all = await app.OpenAllAsync();
            var member = desk.Members[who].Id;
            var wall = await all.Walls.SingleAsync(w => w.File == from && w.Member == member);
            wall.ProposeLift(app.Act());
            wall.Lift(app.Act() with { Who = Viewer.System("another", app.Now) });
            await all.SaveAsync(app.Act());
        }
    }

    private static async Task<bool> EnterAsync(TestApp app, PartnershipDb db, Id<CaseFile> file)
    {
        await using var all = await app.OpenAllAsync();
        return await Emergencies.EnterAsync(db, all, ActOf(db), file, EmergencyReason.DangerToLife, "Made-up words", default);
    }

    private static Act ActOf(PartnershipDb db) => new(db.Viewer, db.Viewer.Now, "test", "test");

    /// <summary>Something that each question finds: shared, located, entered, looked at without need, narrowed to a name, walled off from somebody.</summary>
    private static async Task ArrangeAsync(Desk desk, FileKey key, CaseFile harm, Id<CaseFile> restricted)
    {
        var app = desk.App;
        await using (var db = await app.AsAsync(desk.Members["ann"]))
        {
            await Sharings.ShareAsync(db, ActOf(db), key, SharedWith.TheTeam(desk.Elsewhere.Id), Depth.Work, [], SharingPurpose.SupportTogether, Lapwing.Modules.People.ConsentBasis.Consent, null, app.Now.AddDays(30));
            await db.SaveAsync(ActOf(db));
        }
        await using (var db = await app.OpenAllAsync())
        {
            var act = app.Act();
            db.Circles.Add(Circle.Give(act, await db.CaseFiles.SingleAsync(f => f.Id == harm.Id), desk.Elsewhere.Id, Depth.Locate, "test", act.At.AddDays(30)));
            db.NamedMembers.Add(NamedMember.Name(act, restricted, desk.Members["ann"].Id));
            db.Walls.Add(Wall.Raise(act, key.File, desk.Members["max"].Id, WallReason.Named));
            var entered = act with { Who = act.Who with { Member = desk.Members["cas"].Id } };
            var use = EmergencyUse.Enter(entered, db.Session.Keys, key.File, EmergencyReason.DangerToLife, "Made-up words", act.At.AddDays(30), act.At.AddDays(1));
            use.AskForAddress(entered);
            db.EmergencyUses.Add(use);
            await db.SaveAsync(act);
        }
        for (var day = 0; day < UnusualRules.SameFileDays; day++)
        {
            await using (var db = await app.AsAsync(desk.Members["ben"]))
                await db.WriteReadAsync(new(db.Viewer, app.Now, "read", "test"), key.File, null, "circle", default);
            app.Clock.Advance(TimeSpan.FromDays(1));
        }
    }
}
