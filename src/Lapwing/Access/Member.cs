using Lapwing.Data;
using Lapwing.Modules.Directory;

namespace Lapwing.Access;

/// <summary>Who an account is in this partnership: agency, jobs, teams. Access follows the dates, so a member who
/// leaves or changes team loses access at that moment.</summary>
public sealed class Member
{
    private Member() { }

    public const int NameLimit = 200;

    public Id<Member> Id { get; private set; }
    public Guid Account { get; private set; }
    public string Name { get; private set; } = "";
    public Id<Agency> Agency { get; private set; }
    public Job Jobs { get; private set; }
    public DateTime From { get; private set; }
    public DateTime? Until { get; private set; }
    public int Version { get; private set; }

    /// <summary>A member with jobs from the start: the first administrator, and invented members. Everybody else is invited and appointed.</summary>
    /// <exception cref="RuleBroken">The jobs may not be held by one person.</exception>
    public static Member Join(Act act, Guid account, string name, Id<Agency> agency, Job jobs)
    {
        Check(jobs);
        return new() { Id = Id<Member>.New(), Account = account, Name = name, Agency = agency, Jobs = jobs, From = act.At };
    }

    /// <summary>A member without a job yet, who can open nothing.</summary>
    public static Member Invite(Act act, Guid account, string name, Id<Agency> agency) =>
        new() { Id = Id<Member>.New(), Account = account, Name = name, Agency = agency, From = act.At };

    public void Change(Act act, string name, Id<Agency> agency) => (Name, Agency) = (name, agency);

    /// <summary>Changes the jobs. What is laid down ends at once; a job with cases, and that of an administrator, waits for a second person.</summary>
    /// <param name="alone">Nobody else could confirm: the first administrator may then appoint the second.</param>
    /// <returns>What a second person must confirm, if anything.</returns>
    /// <exception cref="RuleBroken">The jobs may not be held together, or a member would change their own.</exception>
    public JobGrant? Appoint(Act act, Job wanted, bool alone)
    {
        Check(wanted);
        if (wanted == Jobs)
            return null;
        if (act.Who.Member == Id)
            throw new RuleBroken("own-jobs", "You cannot change your own jobs. Ask another administrator.");
        var toConfirm = wanted & ~Jobs & (alone ? Access.Jobs.CaseWork : Access.Jobs.CaseWork | Job.Administrator);
        Jobs = wanted & ~toConfirm;
        return toConfirm == Job.None ? null : JobGrant.Propose(act, Id, toConfirm);
    }

    /// <summary>Only by <see cref="JobGrant.Confirm"/>.</summary>
    internal void Receive(Act act, Job jobs)
    {
        Check(Jobs | jobs);
        Jobs |= jobs;
    }

    public void Leave(Act act) => Until = act.At;

    public bool IsHere(DateTime now) => From <= now && (Until is null || now < Until);

    private static void Check(Job jobs)
    {
        if (Access.Jobs.WhyNotTogether(jobs) is { } why)
            throw new RuleBroken("jobs", why + ".");
    }
}

/// <summary>A member's dated place in a team.</summary>
public sealed class TeamMembership
{
    private TeamMembership() { }

    public Id<TeamMembership> Id { get; private set; }
    public Id<Member> Member { get; private set; }
    public Id<Team> Team { get; private set; }
    public DateTime From { get; private set; }
    public DateTime? Until { get; private set; }

    public static TeamMembership Join(Act act, Id<Member> member, Id<Team> team) =>
        new() { Id = Id<TeamMembership>.New(), Member = member, Team = team, From = act.At };

    public void Leave(Act act) => Until = act.At;
}
