using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Referrals.Intake;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Access;

/// <summary>Threat case 1: a person and a member who arrive at the same moment. Whichever is stored second is compared with the first, so that there is no moment at which
/// the file is open to somebody in it.</summary>
public sealed class ArrivalTests
{
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(400);

    [Theory]
    [InlineData(EngineKind.Sqlite, true), InlineData(EngineKind.Sqlite, false), InlineData(EngineKind.Postgres, true), InlineData(EngineKind.Postgres, false)]
    public async Task Of_a_person_and_a_member_who_wait_to_be_stored_together_one_sees_the_other(EngineKind engine, bool isPersonFirst)
    {
        await using var desk = await Desk.StartAsync(engine);
        var waiting = new List<Task>();
        Task<(ReceivedReferral Referral, CaseFile Harm)>? family = null;
        Task<Member>? member = null;
        await using (await HoldAsync(desk.App, engine))
        {
            // Each goes as far as it can before the first may write.
            foreach (var isPerson in new[] { isPersonFirst, !isPersonFirst })
            {
                if (isPerson)
                    waiting.Add(family = Task.Run(() => desk.FamilyAsync(Person(0))));
                else
                    waiting.Add(member = Task.Run(() => JoinAsync(desk, 0)));
                await Task.Delay(Gather, TestContext.Current.CancellationToken);
            }
            Assert.DoesNotContain(waiting, task => task.IsCompleted);
        }
        await Task.WhenAll(waiting);
        var ((received, harm), joined) = (await family!, await member!);
        var file = received.File.File.Id;
        await using var db = await desk.App.AsAsync(joined);
        Assert.False(await db.CaseFiles.AnyAsync(f => f.Id == file || f.Id == harm.Id));
        Assert.Equal(2, await desk.LookAsync(all => all.Walls.CountAsync(w => w.Member == joined.Id && !w.IsSuspected)));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task When_many_arrive_and_declare_at_once_each_is_walled_off_from_their_own_and_from_nobody_elses(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        var ready = new List<Member>();
        for (var i = 0; i < Many; i++)
            ready.Add(await desk.App.StaffAsync($"Somebody{i} Entirelyelse{i}", Job.FrontDoor, desk.Agency, desk.FrontDoor));

        var families = Enumerable.Range(0, Many).Select(i => Task.Run(() => desk.FamilyAsync(Person(i)))).ToList();
        // Half of them join, half are there and say just now whom they know.
        var members = Enumerable.Range(0, Many).Select(i => Task.Run(() => i % 2 == 0 ? JoinAsync(desk, i) : DeclareAsync(desk, ready[i], i))).ToList();
        await Task.WhenAll([.. families, .. members]);

        for (var i = 0; i < Many; i++)
        {
            var (file, member) = ((await families[i]).Referral.File.File.Id, await members[i]);
            await using var db = await desk.App.AsAsync(member);
            var seen = await db.CaseFiles.Select(f => f.Id).ToListAsync();
            Assert.DoesNotContain(file, seen);
            Assert.Equal((Many - 1) * 2, seen.Count);
        }
    }

    private const int Many = 16;

    private static PersonAnswer Person(int i) => new() { GivenName = $"{WallTests.Sounds[i]}a", FamilyName = $"Stafford{WallTests.Sounds[19 - i]}", BornOn = new(1970 + i, 1 + i % 12, 13 + i) };

    private static async Task<Member> JoinAsync(Desk desk, int i)
    {
        await using var db = await desk.App.OpenAllAsync();
        var (act, who) = (desk.App.Act(), Person(i));
        var member = Member.Join(act, Guid.CreateVersion7(), $"{who.GivenName} {who.FamilyName}", desk.Agency.Id, Job.FrontDoor);
        db.Members.Add(member);
        Declared.AddSelf(db, act, member.Id, new(BornOn: who.BornOn));
        db.TeamMemberships.Add(TeamMembership.Join(act, member.Id, desk.FrontDoor.Id));
        await db.SaveAsync(act);
        return member;
    }

    private static async Task<Member> DeclareAsync(Desk desk, Member member, int i)
    {
        await using var db = await desk.App.AsAsync(member);
        var (act, who) = (new Act(db.Viewer, desk.App.Now, "test.declare", "test"), Person(i));
        Declared.Add(db, act, Tie.Family, new($"{who.GivenName} {who.FamilyName}", who.BornOn));
        await db.SaveAsync(act);
        return member;
    }

    /// <summary>Keeps everybody from writing: the turn of an embedded database, or the heads of the trail, which every save needs last.</summary>
    private static async Task<IAsyncDisposable> HoldAsync(TestApp app, EngineKind engine)
    {
        var db = await app.OpenAllAsync();
        if (engine == EngineKind.Sqlite)
            return new Held(db, await db.Session.Gate.EnterAsync(TestContext.Current.CancellationToken));
        await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM lane_heads FOR UPDATE");
        return db;
    }

    private sealed class Held(PartnershipDb db, WriteGate.Turn turn) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            turn.Dispose();
            await db.DisposeAsync();
        }
    }
}
