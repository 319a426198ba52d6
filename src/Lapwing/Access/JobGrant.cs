using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Access;

public enum GrantState { Proposed, Confirmed, Refused, Withdrawn }

/// <summary>A job that one person wants to give a member and another must confirm: nobody reaches a case on one person's word,
/// an administrator's included (permission model, "Two people").</summary>
public sealed class JobGrant
{
    private JobGrant() { }

    /// <summary>How long a proposal waits before it must be made again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(30);

    public Id<JobGrant> Id { get; private set; }
    public Id<Member> Member { get; private set; }
    public Job Jobs { get; private set; }
    public Id<Member> ProposedBy { get; private set; }
    public DateTime ProposedAt { get; private set; }
    public GrantState State { get; private set; }
    public Id<Member>? DecidedBy { get; private set; }
    public DateTime? DecidedAt { get; private set; }
    public int Version { get; private set; }

    /// <exception cref="RuleBroken">One proposes a job for oneself.</exception>
    public static JobGrant Propose(Act act, Id<Member> member, Job jobs)
    {
        if (act.Who.Member == member)
            throw new RuleBroken("own-jobs", "You cannot give yourself a job. Ask another administrator.");
        return new() { Id = Id<JobGrant>.New(), Member = member, Jobs = jobs, ProposedBy = act.Who.Member, ProposedAt = act.At };
    }

    /// <summary>The second person says yes: the member holds the jobs from now on.</summary>
    /// <exception cref="RuleBroken">It is not this person's to confirm, or no longer open.</exception>
    public void Confirm(Act act, Member member)
    {
        Decide(act);
        if (act.At >= ProposedAt + Patience)
            throw new RuleBroken("grant-old", "This proposal is more than 30 days old. Ask for it to be made again.");
        if (member.Id != Member || !member.IsHere(act.At))
            throw new RuleBroken("grant-gone", "This person is no longer a member, so there is nothing to confirm.");
        member.Receive(act, Jobs);
        State = GrantState.Confirmed;
    }

    public void Refuse(Act act)
    {
        Decide(act);
        State = GrantState.Refused;
    }

    /// <summary>A newer change to the same member's jobs, or the end of the membership, takes its place.</summary>
    public void Withdraw(Act act)
    {
        if (State == GrantState.Proposed)
            (State, DecidedBy, DecidedAt) = (GrantState.Withdrawn, act.Who.Member, act.At);
    }

    private void Decide(Act act)
    {
        if (State != GrantState.Proposed)
            throw new RuleBroken("grant-decided", "Somebody has already decided on this.");
        if (act.Who.Member == ProposedBy)
            throw new RuleBroken("two-people", "You proposed this, so somebody else must decide on it.");
        if (act.Who.Member == Member)
            throw new RuleBroken("own-jobs", "This is about your own job, so somebody else must decide on it.");
        (DecidedBy, DecidedAt) = (act.Who.Member, act.At);
    }
}

internal sealed class JobGrantMapping : IEntityTypeConfiguration<JobGrant>
{
    public void Configure(EntityTypeBuilder<JobGrant> grant)
    {
        grant.HasIndex(g => new { g.State, g.ProposedAt });
        grant.HasIndex(g => g.Member);
    }
}
