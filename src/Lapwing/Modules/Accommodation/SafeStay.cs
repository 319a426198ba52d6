using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.People;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Accommodation;

/// <summary>Where a household went. Coded facts carry the position from 1; never reorder, only add.</summary>
public enum MoveOnTo
{
    [Display(Name = "A social tenancy of their own")]
    SocialTenancy,
    [Display(Name = "A private tenancy of their own")]
    PrivateTenancy,
    [Display(Name = "Back to the home that they own or rent, where the other person no longer lives")]
    OwnHome,
    [Display(Name = "Another refuge or specialist safe accommodation")]
    OtherSafeAccommodation,
    [Display(Name = "Second stage accommodation")]
    SecondStage,
    [Display(Name = "Temporary accommodation of a council")]
    TemporaryAccommodation,
    [Display(Name = "Family or friends")]
    FamilyOrFriends,
    [Display(Name = "Back to the person who causes harm")]
    BackToThePerson,
    [Display(Name = "Hospital, prison or supported living")]
    Institution,
    [Display(Name = "Not known")]
    NotKnown,
}

/// <summary>Why the stay ended, as the statutory return asks for support that stopped.</summary>
public enum StayEnd
{
    [Display(Name = "A planned move: support did what it was for")]
    Planned,
    [Display(Name = "They chose to leave")]
    ChoseToLeave,
    [Display(Name = "It was no longer safe there")]
    NotSafe,
    [Display(Name = "Their needs could not be met there")]
    NeedsNotMet,
    [Display(Name = "They were asked to leave")]
    AskedToLeave,
    [Display(Name = "Contact was lost")]
    LostContact,
    [Display(Name = "The place closed, or its funding ended")]
    PlaceEnded,
    [Display(Name = "They died")]
    Died,
}

/// <summary>A household lives in safe accommodation, from moving in to moving on.</summary>
public sealed class SafeStay : ICaseRecord
{
    private SafeStay() { }

    public Id<SafeStay> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<Person> Person { get; private set; }
    public Id<SafeUnit> Unit { get; private set; }
    public Id<UnitClaim> Claim { get; private set; }
    public UnitType Type { get; private set; }
    public bool IsCommissioned { get; private set; }
    public DateOnly MovedInOn { get; private set; }

    /// <summary>The worker of the provider who supports them there.</summary>
    public Id<Member>? Worker { get; private set; }
    public DateOnly? SupportFrom { get; private set; }
    public DateOnly? MovedOnOn { get; private set; }
    public MoveOnTo? To { get; private set; }
    public StayEnd? EndReason { get; private set; }

    public int Adults { get; private set; }
    public int Children { get; private set; }

    /// <summary>What the statutory return asks of who is supported, as it was at moving in.</summary>
    public bool? IsTrans { get; private set; }
    public bool NoRecourse { get; private set; }
    public SupportNeeds Support { get; private set; }
    public Guid Household { get; private set; }
    public long Codes { get; private set; }
    public int Version { get; private set; }

    public bool IsOver => MovedOnOn is not null;

    /// <exception cref="RuleBroken">The day is before the place was accepted, or has not come.</exception>
    internal static SafeStay MoveIn(Act act, SafeRequest request, UnitClaim claim, SafeUnit unit, Person person, DateOnly on)
    {
        var (today, accepted) = (LondonTime.DateOf(act.At), LondonTime.DateOf(claim.AcceptedAt!.Value));
        if (on > today || on < accepted)
            throw new RuleBroken("move-in-day", $"They moved in between {Spoken.Day(accepted)}, when the place was accepted, and today.");
        var needs = HouseholdNeeds.Of(request.Needs);
        var stay = new SafeStay
        {
            Id = Id<SafeStay>.New(), CaseFile = request.CaseFile, Person = request.Person, Unit = unit.Id, Claim = claim.Id, Type = unit.Type, IsCommissioned = unit.IsCommissioned, MovedInOn = on,
            Adults = needs.Adults, Children = needs.Children.Count, NoRecourse = needs.NoRecourse, Support = needs.Support, Household = request.Household,
            IsTrans = person.GenderIdentity switch { "different-from-birth" => true, "same-as-birth" => false, _ => null },
            Codes = (new FactCodes(request.Codes) with { Route = (int)unit.Type, Children = needs.Children.Count }).Packed,
        };
        stay.Record(act, FactKind.MovedIntoSafety, on);
        return stay;
    }

    /// <summary>A worker of the provider begins to support them there.</summary>
    public void BeginSupport(Act act, Id<Member> worker)
    {
        MustRun();
        (Worker, SupportFrom) = (worker, SupportFrom ?? LondonTime.DateOf(act.At));
    }

    /// <exception cref="RuleBroken">They have moved on already, or the day is before they moved in or has not come.</exception>
    public void MoveOn(Act act, SafeUnit unit, DateOnly on, MoveOnTo to, StayEnd reason)
    {
        MustRun();
        if (on < MovedInOn || on > LondonTime.DateOf(act.At))
            throw new RuleBroken("move-on-day", $"They moved on between {Spoken.Day(MovedInOn)}, when they moved in, and today.");
        (MovedOnOn, To, EndReason) = (on, to, reason);
        unit.Leave();
        Record(act, FactKind.MovedOnFromSafety, on, (int)to + 1, (on.DayNumber - MovedInOn.DayNumber) * 24 * 60);
    }

    private void Record(Act act, FactKind kind, DateOnly on, int reason = 0, int minutes = 0) =>
        act.Record(Fact.Of(kind, on, act.At, Id.Value, Household, CaseFile, new FactCodes(Codes) { Reason = reason }, minutes));

    private void MustRun()
    {
        if (IsOver)
            throw new RuleBroken("stay-over", "They have already moved on.");
    }
}

internal sealed class SafeStayMapping : IEntityTypeConfiguration<SafeStay>
{
    public void Configure(EntityTypeBuilder<SafeStay> stay)
    {
        stay.Ignore(s => s.IsOver);
        stay.HasIndex(s => new { s.CaseFile, s.MovedInOn });
        // One hold leads to one stay, however often the form is sent.
        stay.HasIndex(s => s.Claim).IsUnique();
        stay.HasIndex(s => new { s.MovedInOn, s.MovedOnOn });
    }
}
