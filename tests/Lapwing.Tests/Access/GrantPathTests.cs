using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;

namespace Lapwing.Tests.Access;

/// <summary>Threat case 24: every path of two and of three grants that an administrator can walk alone, with a second account of their own making.</summary>
public sealed class GrantPathTests
{
    private static readonly DateTime Now = new(2023, 6, 6, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void No_path_of_two_grants_takes_an_administrator_alone_to_a_case()
    {
        var jobs = Enumerable.Range(1, 511).Select(bits => (Job)bits).Where(set => Lapwing.Access.Jobs.WhyNotTogether(set) is null).ToList();
        var (reached, paths) = Walk(jobs, steps: 2, alone: false);
        Assert.Equal(0, reached);
        Assert.True(paths > 10_000, $"{paths} paths");
    }

    [Fact]
    public void Nor_of_three_or_four_with_single_jobs()
    {
        var jobs = Lapwing.Access.Jobs.Each((Job)511).ToList();
        Assert.Equal(0, Walk(jobs, 3, alone: false).Reached);
        Assert.Equal(0, Walk(jobs, 4, alone: false).Reached);
    }

    /// <summary>The twin: were a proposer allowed to confirm, the walk would reach a case.</summary>
    [Fact]
    public void The_walk_reaches_a_case_where_one_person_may_confirm() =>
        Assert.True(Walk(Lapwing.Access.Jobs.Each((Job)511).ToList(), 2, alone: false, mayConfirmOwn: true).Reached > 0);

    /// <summary>Everything that the administrator, or the account that they invited, can do, in every order.</summary>
    private static (int Reached, int Paths) Walk(IReadOnlyList<Job> jobs, int steps, bool alone, bool mayConfirmOwn = false)
    {
        var (reached, paths) = (0, 0);
        Go([]);
        return (reached, paths);

        void Go(List<Func<World, bool>> path)
        {
            if (path.Count > 0)
            {
                var world = new World();
                if (!path.All(step => step(world)))
                    return; // this step is refused, so nothing comes after it
                paths++;
                if (((world.Admin.Jobs | world.Puppet.Jobs) & Lapwing.Access.Jobs.CaseWork) != 0)
                    reached++;
            }
            if (path.Count == steps)
                return;
            foreach (var actor in new[] { true, false })
            {
                foreach (var target in new[] { true, false })
                    foreach (var set in jobs)
                        Go([.. path, world => world.Appoint(actor, target, set, alone)]);
                Go([.. path, world => world.Confirm(actor, mayConfirmOwn)]);
            }
        }
    }

    private sealed class World
    {
        private readonly List<JobGrant> grants = [];

        public World()
        {
            var act = new Act(Viewer.System("test", Now), Now, "test", "test");
            Admin = Member.Join(act, Guid.NewGuid(), "Admin", Id<Agency>.New(), Job.Administrator);
            Puppet = Member.Invite(act, Guid.NewGuid(), "Puppet", Admin.Agency);
        }

        public Member Admin { get; }
        public Member Puppet { get; }

        private Member Of(bool admin) => admin ? Admin : Puppet;

        private Act ActOf(Member who) => new(new(who.Id, who.Name, who.Agency, who.Jobs, [], Now, "test"), Now, "test", "test");

        public bool Appoint(bool actor, bool target, Job set, bool alone)
        {
            var (who, whom) = (Of(actor), Of(target));
            if (!who.Jobs.Allows(Permission.ManageMembers))
                return false;
            try
            {
                if (whom.Appoint(ActOf(who), set, alone) is { } grant)
                    grants.Add(grant);
                return true;
            }
            catch (RuleBroken)
            {
                return false;
            }
        }

        public bool Confirm(bool actor, bool mayConfirmOwn)
        {
            var who = Of(actor);
            if (!who.Jobs.Allows(Permission.ConfirmJobs) || grants.LastOrDefault(grant => grant.State == GrantState.Proposed) is not { } grant)
                return false;
            try
            {
                grant.Confirm(ActOf(mayConfirmOwn ? Member.Join(ActOf(who), Guid.NewGuid(), "Anybody", who.Agency, Job.Administrator) : who), grant.Member == Admin.Id ? Admin : Puppet);
                return true;
            }
            catch (RuleBroken)
            {
                return false;
            }
        }
    }
}
