using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Accommodation;

/// <summary><c>Held</c>: kept until an hour. <c>Offered</c>: the provider agrees. <c>Accepted</c>: the household will come. After that it has moved in, or the place is free again.</summary>
public enum ClaimState { Held, Offered, Accepted, MovedIn, Refused, Declined, Released, Expired }

/// <summary>For whom a place is wanted, and until when it is kept.</summary>
/// <param name="Who">The request or the enquiry as bare numbers and codes: a provider who refuses counts the household without knowing it.</param>
public sealed record Holding(TurnedAwayHousehold Who, HouseholdNeeds Needs, Id<Team> Team, DateTime Until)
{
    public Guid For => Who.Asked;
}

/// <summary>One vacancy kept for one household, from the hold to its end. It belongs to no file: the provider sees it, with what the household needs in codes, before it may
/// know whose it is.</summary>
public sealed class UnitClaim
{
    private UnitClaim() { }

    public Id<UnitClaim> Id { get; private set; }
    public Id<SafeUnit> Unit { get; private set; }

    /// <summary>Which of the unit's vacancies it takes, while it runs: no two running claims of a unit have the same, by a unique index.</summary>
    public int? TakenSlot { get; private set; }

    /// <summary>For whom, while it runs: nobody holds two places at once.</summary>
    public Guid? TakenFor { get; private set; }

    /// <summary>The request of a file, or the anonymous enquiry.</summary>
    public Guid For { get; private set; }
    public bool IsEnquiry { get; private set; }
    public Guid Household { get; private set; }
    public long Codes { get; private set; }

    /// <summary>What the household needs (<see cref="HouseholdNeeds.Code"/>).</summary>
    public string Needs { get; private set; } = "";
    public ClaimState State { get; private set; }
    public Id<Team> Team { get; private set; }
    public Id<Member> HeldBy { get; private set; }
    public DateTime HeldAt { get; private set; }
    public DateTime HeldUntil { get; private set; }
    public DateTime? OfferedAt { get; private set; }
    public DateTime? AcceptedAt { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public Guid? EndedBy { get; private set; }
    public TurnAwayReason? RefusedFor { get; private set; }
    public int Version { get; private set; }

    public bool Runs => TakenSlot is not null;

    /// <summary>Its hour has come and nobody has agreed yet.</summary>
    public bool IsOver(DateTime now) => State is ClaimState.Held or ClaimState.Offered && HeldUntil <= now;

    /// <summary>Takes one vacancy of the unit.</summary>
    /// <param name="slot">One that no running claim of this unit has.</param>
    /// <exception cref="RuleBroken">There is no vacancy, or the hour is past.</exception>
    internal static UnitClaim Hold(Act act, SafeUnit unit, int slot, Holding ask)
    {
        if (ask.Until <= act.At)
            throw new RuleBroken("hold-until", "A place is held until a time that lies ahead.");
        unit.Take();
        return new()
        {
            Id = Id<UnitClaim>.New(), Unit = unit.Id, TakenSlot = slot, TakenFor = ask.For, For = ask.For, IsEnquiry = ask.Who.IsEnquiry, Household = ask.Who.Household, Codes = ask.Who.Codes.Packed, Needs = ask.Needs.Code, State = ClaimState.Held,
            Team = ask.Team, HeldBy = act.Who.Member, HeldAt = act.At, HeldUntil = ask.Until,
        };
    }

    /// <summary>Whoever said no name has given it: what was kept for the enquiry is kept for the request of their file, until the same hour. A provider who had agreed to other needs
    /// is asked again.</summary>
    public void CarryTo(Act act, SafeRequest request)
    {
        if (!IsEnquiry || request.State != RequestState.Looking)
            throw new RuleBroken("claim-moved", "Somebody has already moved this on. Look at it again.");
        Must(act, ClaimState.Held, ClaimState.Offered);
        if (Needs != request.Needs)
            (State, OfferedAt) = (ClaimState.Held, null);
        (For, TakenFor, IsEnquiry, Household, Codes, Needs, Team) = (request.Id.Value, request.Id.Value, false, request.Household, request.Codes, request.Needs, request.Team);
    }

    /// <summary>The provider agrees to take this household.</summary>
    public void Offer(Act act)
    {
        Must(act, ClaimState.Held);
        (State, OfferedAt) = (ClaimState.Offered, act.At);
    }

    /// <summary>The household will come: from now on the place does not fall back by itself.</summary>
    public void Accept(Act act)
    {
        Must(act, ClaimState.Offered);
        (State, AcceptedAt) = (ClaimState.Accepted, act.At);
    }

    /// <summary>The provider cannot take this household: a turn-away, with its reason.</summary>
    public TurnAway Refuse(Act act, SafeUnit unit, TurnAwayReason reason)
    {
        Must(act, ClaimState.Held, ClaimState.Offered, ClaimState.Accepted);
        RefusedFor = reason;
        End(act, unit, ClaimState.Refused);
        var needs = HouseholdNeeds.Of(Needs);
        return TurnAway.Record(act, new(For, IsEnquiry, Household, new(Codes), needs.Adults, needs.Children.Count), Unit, reason);
    }

    /// <summary>The household does not want this place.</summary>
    public void Decline(Act act, SafeUnit unit)
    {
        Must(act, ClaimState.Held, ClaimState.Offered, ClaimState.Accepted);
        End(act, unit, ClaimState.Declined);
    }

    /// <summary>Whoever held it gives it back.</summary>
    public void Release(Act act, SafeUnit unit)
    {
        Must(act, ClaimState.Held, ClaimState.Offered, ClaimState.Accepted);
        End(act, unit, ClaimState.Released);
    }

    /// <summary>Its hour has come.</summary>
    internal void Expire(Act act, SafeUnit unit)
    {
        if (!IsOver(act.At))
            throw new RuleBroken("not-over", "This hold has not come to its hour.");
        End(act, unit, ClaimState.Expired);
    }

    /// <summary>The household lives there now.</summary>
    internal VacancyChange MoveIn(Act act, SafeUnit unit)
    {
        Must(act, ClaimState.Accepted);
        (State, EndedAt, EndedBy, TakenSlot, TakenFor) = (ClaimState.MovedIn, act.At, act.Who.Member.Value, null, null);
        return unit.Let(act);
    }

    private void End(Act act, SafeUnit unit, ClaimState state)
    {
        unit.GiveBack();
        (State, EndedAt, EndedBy, TakenSlot, TakenFor) = (state, act.At, act.Who.Member.Value, null, null);
    }

    private void Must(Act act, params ReadOnlySpan<ClaimState> states)
    {
        if (IsOver(act.At))
            throw new RuleBroken("hold-over", "The time until which this place was held is over. Hold it again if it is still vacant.");
        if (!states.Contains(State))
            throw new RuleBroken("claim-moved", "Somebody has already moved this on. Look at it again.");
    }
}

internal sealed class UnitClaimMapping : IEntityTypeConfiguration<UnitClaim>
{
    public void Configure(EntityTypeBuilder<UnitClaim> claim)
    {
        claim.Ignore(c => c.Runs);
        claim.Property(c => c.Needs).HasMaxLength(HouseholdNeeds.TextLimit);
        claim.HasIndex(c => new { c.Unit, c.TakenSlot }).IsUnique();
        claim.HasIndex(c => c.TakenFor).IsUnique();
        claim.HasIndex(c => new { c.Unit, c.State, c.HeldAt });
        claim.HasIndex(c => new { c.For, c.HeldAt });
    }
}
