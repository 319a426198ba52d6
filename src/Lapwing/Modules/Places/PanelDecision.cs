using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Places;

/// <summary>What a panel can decide.</summary>
public enum PanelAnswer { Eligible, Defer, Decline, Transfer }

/// <summary>What came of a contest.</summary>
public enum ContestResult { Upheld, ToBeDecidedAgain }

/// <summary>What the panel decided on a request, by whom and why. It is never edited: the panel decides anew. Somebody who knows the file may contest it, and a
/// member of the panel who had no part in either settles that.</summary>
public sealed class PanelDecision : ICaseRecord
{
    private PanelDecision() { }

    public const int ReasonLimit = 10_000, ShortestReason = 10;

    public Id<PanelDecision> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<PlaceRequest> Request { get; private set; }
    public Id<PlacePool> Pool { get; private set; }
    public PanelAnswer Answer { get; private set; }
    public PlacePriority Priority { get; private set; }
    public DateOnly? DeferredUntil { get; private set; }
    public Protected Reason { get; private set; } = null!;
    public Protected? TransferredTo { get; private set; }
    public DateTime At { get; private set; }
    public Id<Member> By { get; private set; }

    public DateTime? ContestedAt { get; private set; }
    public Id<Member>? ContestedBy { get; private set; }
    public Protected? ContestReason { get; private set; }
    public DateTime? SettledAt { get; private set; }
    public Id<Member>? SettledBy { get; private set; }
    public ContestResult? Result { get; private set; }
    public Protected? SettledReason { get; private set; }
    public int Version { get; private set; }

    /// <summary>Decides and moves the request's turn.</summary>
    /// <exception cref="RuleBroken">The viewer is not of the panel or has asked for the place, there is a place already, or the day to look again is past.</exception>
    public static PanelDecision Decide(Act act, FileKey key, PlacePool pool, PlaceRequest request, PlaceTurn turn, PanelAnswer answer, PlacePriority priority, string reason,
        DateOnly? deferredUntil = null, string? transferredTo = null)
    {
        MustBePanel(act, pool);
        if (act.Who.Member == request.AskedBy)
            throw new RuleBroken("own-request", "You asked for this place, so another member of the panel decides.");
        if (answer == PanelAnswer.Defer && (deferredUntil is null || deferredUntil <= Time.LondonTime.DateOf(act.At)))
            throw new RuleBroken("defer-until", "Say on which day to come the panel looks again.");
        var state = answer switch
        {
            PanelAnswer.Eligible => TurnState.Eligible, PanelAnswer.Defer => TurnState.Deferred, PanelAnswer.Decline => TurnState.Declined, _ => TurnState.Transferred,
        };
        turn.Decide(act, state, priority, answer == PanelAnswer.Defer ? deferredUntil : null, joinsLine: pool.Rule != Allocation.AllocationRule.FirstCome);
        return new()
        {
            Id = Id<PanelDecision>.New(), CaseFile = key.File, Request = request.Id, Pool = pool.Id, Answer = answer, Priority = priority, DeferredUntil = turn.DeferredUntil,
            Reason = key.Seal(reason.Trim()), TransferredTo = answer == PanelAnswer.Transfer ? key.SealIfAny(transferredTo) : null, At = act.At, By = act.Who.Member,
        };
    }

    public bool IsContested => ContestedAt is not null && SettledAt is null;

    public void Contest(Act act, FileKey key, string reason)
    {
        if (ContestedAt is not null)
            throw new RuleBroken("contested", "This decision is contested already.");
        if (act.Who.Member == By)
            throw new RuleBroken("own-decision", "This is your own decision. Ask for the panel to decide anew.");
        (ContestedAt, ContestedBy, ContestReason) = (act.At, act.Who.Member, key.Seal(reason.Trim()));
    }

    public void Settle(Act act, FileKey key, PlacePool pool, ContestResult result, string reason)
    {
        MustBePanel(act, pool);
        if (!IsContested)
            throw new RuleBroken("not-contested", "Nothing is open here. Look at it again.");
        if (act.Who.Member == By || act.Who.Member == ContestedBy)
            throw new RuleBroken("settle-third", "A member of the panel settles this who neither decided nor contested.");
        (SettledAt, SettledBy, Result, SettledReason) = (act.At, act.Who.Member, result, key.Seal(reason.Trim()));
    }

    /// <summary>Why this viewer is not of the panel, or null when they are.</summary>
    public static string? WhyNotPanel(Viewer viewer, PlacePool pool) =>
        viewer.May(Permission.DecidePlaces) && viewer.Teams.Contains(pool.Panel) ? null : "Only a member of this pool's panel does this.";

    private static void MustBePanel(Act act, PlacePool pool)
    {
        if (WhyNotPanel(act.Who, pool) is { } why)
            throw new RuleBroken("panel", why);
    }
}

internal sealed class PanelDecisionMapping : IEntityTypeConfiguration<PanelDecision>
{
    public void Configure(EntityTypeBuilder<PanelDecision> decision)
    {
        decision.Ignore(d => d.IsContested);
        decision.HasIndex(d => new { d.CaseFile, d.At });
        decision.HasIndex(d => new { d.Pool, d.ContestedAt });
    }
}
