using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Places;

/// <summary>Where a request for a place stands.</summary>
public enum TurnState { Asked, Deferred, Declined, Transferred, Eligible, Waiting, Offered, Accepted, Started, Ended, Returned }

/// <summary>What the panel puts first. The number is the order.</summary>
public enum PlacePriority { Urgent, High, Ordinary }

/// <summary>Why a place came back before it was used.</summary>
public enum ReturnReason { Lapsed, PersonRefused, NotReady, MovedAway, InCustody, VictimSafety, Other }

/// <summary>What became of a place that was used.</summary>
public enum PlaceOutcome { Completed, Disengaged, InCustody, MovedAway, SafetyOfVictim, Died }

/// <summary>A request's place in the line and what came of it, in codes: no name, no word. The line, the counts and the claims are worked out from these without
/// anybody looking past a circle; whose it is stands in the request, in the file. Verbs that the panel or the programme may do are checked where they are called.</summary>
public sealed class PlaceTurn
{
    private PlaceTurn() { }

    public Id<PlaceTurn> Id { get; private set; }
    public Id<PlaceRequest> Request { get; private set; }
    public Id<PlacePool> Pool { get; private set; }
    public int Area { get; private set; }

    /// <summary>The matter of the file, so that the victim's side can be told that a place has begun and nothing else.</summary>
    public Guid Matter { get; private set; }
    public TurnState State { get; private set; }
    public PlacePriority Priority { get; private set; } = PlacePriority.Ordinary;
    public DateTime AskedAt { get; private set; }

    /// <summary>Since when it stands in the line; null while it does not.</summary>
    public DateTime? Since { get; private set; }
    public DateTime? DecidedAt { get; private set; }
    public DateOnly? DeferredUntil { get; private set; }
    public Id<PoolPlace>? Place { get; private set; }
    public DateTime? OfferedAt { get; private set; }
    public DateTime? HeldUntil { get; private set; }
    public DateTime? AcceptedAt { get; private set; }
    public DateTime? StartedAt { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public ReturnReason? ReturnedFor { get; private set; }
    public PlaceOutcome? Outcome { get; private set; }

    /// <summary>Who works with the person causing harm, and who, of another organisation, with the victim.</summary>
    public Id<Member>? CaseManager { get; private set; }
    public Id<Member>? LinkedWorker { get; private set; }
    public int Version { get; private set; }

    public static PlaceTurn Begin(Act act, PlaceRequest request, Guid matter) => new()
    {
        Id = Id<PlaceTurn>.New(), Request = request.Id, Pool = request.Pool, Area = request.Area, Matter = matter, State = TurnState.Asked, AskedAt = request.AskedAt,
    };

    /// <summary>Whether a place is in somebody's hands by this turn: offered, accepted, started or used up.</summary>
    public bool HasPlace => State is TurnState.Offered or TurnState.Accepted or TurnState.Started or TurnState.Ended;

    /// <summary>Whether the panel can decide, or decide anew.</summary>
    public bool CanBeDecided => !HasPlace;

    /// <param name="joinsLine">Found eligible, it stands in the line from now on; in a pool where the first comes first it joins when it asks for its place.</param>
    internal void Decide(Act act, TurnState state, PlacePriority priority, DateOnly? deferredUntil, bool joinsLine)
    {
        if (!CanBeDecided)
            throw new RuleBroken("turn-has-place", "There is a place for this request already. Return the place before the panel decides anew.");
        State = state == TurnState.Eligible && joinsLine ? TurnState.Waiting : state;
        (Priority, DecidedAt, DeferredUntil, ReturnedFor) = (priority, act.At, deferredUntil, null);
        Since = State == TurnState.Waiting ? act.At : null;
    }

    /// <summary>It stands in the line from now on, if it did not before.</summary>
    internal void Join(Act act) => (State, Since) = (TurnState.Waiting, Since ?? act.At);

    internal void Offer(Act act, PoolPlace place, DateTime heldUntil)
    {
        Must(TurnState.Waiting, TurnState.Eligible);
        (State, Place, OfferedAt, HeldUntil, Since) = (TurnState.Offered, place.Id, act.At, heldUntil, Since ?? act.At);
    }

    /// <summary>Whether the hold ended without an answer.</summary>
    public bool IsLapsed(DateTime now) => State == TurnState.Offered && HeldUntil <= now;

    public void Accept(Act act)
    {
        Must(TurnState.Offered);
        if (IsLapsed(act.At))
            throw new RuleBroken("hold-lapsed", $"The hold ended on {Time.Spoken.Moment(HeldUntil!.Value)}. The place goes back to the pool, and the panel decides whether this request stands in the line again.");
        (State, AcceptedAt, HeldUntil) = (TurnState.Accepted, act.At, null);
    }

    /// <summary>Who works on each side. They can be named, and changed, from the acceptance on.</summary>
    public void Link(Act act, Id<Member> caseManager, Id<Member>? linkedWorker)
    {
        Must(TurnState.Accepted, TurnState.Started);
        if (State == TurnState.Started && linkedWorker is null)
            throw new RuleBroken("linked-worker", LinkedWorkerRule.Needed);
        (CaseManager, LinkedWorker) = (caseManager, linkedWorker);
    }

    /// <exception cref="RuleBroken">Nobody works with the victim, or it is somebody of the same organisation (national standard 1).</exception>
    public void Start(Act act, LinkedWorkerRule.Workers? workers)
    {
        Must(TurnState.Accepted);
        LinkedWorkerRule.Refuse(workers);
        (State, StartedAt) = (TurnState.Started, act.At);
    }

    public void End(Act act, PlaceOutcome outcome)
    {
        Must(TurnState.Started);
        (State, EndedAt, Outcome) = (TurnState.Ended, act.At, outcome);
    }

    /// <summary>The place goes back before it was used. The panel decides whether the request stands in the line again.</summary>
    public void Return(Act act, PoolPlace place, ReturnReason reason, bool isOver)
    {
        Must(TurnState.Offered, TurnState.Accepted);
        if (place.Id != Place)
            throw new ArgumentException("That is another place.", nameof(place));
        place.Free(act, isOver);
        (State, Place, HeldUntil, Since, ReturnedFor) = (TurnState.Returned, null, null, null, reason);
        (CaseManager, LinkedWorker) = (null, null);
    }

    private void Must(params ReadOnlySpan<TurnState> states)
    {
        if (!states.Contains(State))
            throw new RuleBroken("turn-moved", "Somebody has already moved this request on. Look at it again.");
    }
}

internal sealed class PlaceTurnMapping : IEntityTypeConfiguration<PlaceTurn>
{
    public void Configure(EntityTypeBuilder<PlaceTurn> turn)
    {
        turn.Ignore(t => t.HasPlace);
        turn.Ignore(t => t.CanBeDecided);
        turn.Property(t => t.Priority).HasConversion<int>();
        turn.HasIndex(t => t.Request).IsUnique();
        turn.HasIndex(t => t.Matter);
        turn.HasIndex(t => new { t.LinkedWorker, t.State });
        // The line's order.
        turn.HasIndex(t => new { t.Pool, t.State, t.Priority, t.Since });
        // What has a place points to a place that is there, each to its own.
        turn.HasOne<PoolPlace>().WithOne().HasForeignKey<PlaceTurn>(t => t.Place).OnDelete(DeleteBehavior.Restrict);
        turn.ToTable(table => table.HasCheckConstraint("ck_turns_place", "(place IS NOT NULL) = (state IN ('Offered', 'Accepted', 'Started', 'Ended'))"));
        turn.ToTable(table => table.HasCheckConstraint("ck_turns_linked", "state NOT IN ('Started', 'Ended') OR (case_manager IS NOT NULL AND linked_worker IS NOT NULL)"));
    }
}
