using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Accommodation;

/// <summary>Who rang.</summary>
public enum EnquiryFrom
{
    [Display(Name = "The person themselves")]
    ThePerson,
    [Display(Name = "A professional")]
    Professional,
    [Display(Name = "A helpline")]
    Helpline,
    [Display(Name = "Family or a friend")]
    FamilyOrFriend,
}

public enum EnquiryState
{
    Looking,
    [Display(Name = "Went to the front door")]
    Referred,
    [Display(Name = "Turned away")]
    TurnedAway,
    [Display(Name = "No longer wanted")]
    NotWanted,
}

/// <summary>Somebody asks whether there is a place and says no name. There is no file: only codes are kept, and still nobody is turned away without its being counted.</summary>
public sealed class SafeEnquiry
{
    private SafeEnquiry() { }

    public Id<SafeEnquiry> Id { get; private set; }
    public EnquiryFrom From { get; private set; }
    public EnquiryState State { get; private set; }
    public string Needs { get; private set; } = "";

    /// <summary>Keyed hashes of the boroughs where they are not safe.</summary>
    public string AvoidKeys { get; private set; } = "";
    public Id<Team> Team { get; private set; }
    public Id<Member> TakenBy { get; private set; }
    public DateTime At { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public long Codes { get; private set; }
    public int Version { get; private set; }

    public static SafeEnquiry Take(Act act, BlindIndex index, Id<Team> team, EnquiryFrom from, HouseholdNeeds needs, IReadOnlyCollection<string> avoid)
    {
        var enquiry = new SafeEnquiry
        {
            Id = Id<SafeEnquiry>.New(), From = from, Needs = needs.Code, Team = team, TakenBy = act.Who.Member, At = act.At,
            AvoidKeys = string.Join(' ', avoid.Select(borough => UnitLocation.AreaKeyOf(index, borough))), Codes = CodesOf(needs).Packed,
        };
        act.Record(Fact.Of(FactKind.SafePlaceAsked, LondonTime.DateOf(act.At), act.At, enquiry.Id.Value, enquiry.Id.Value, default, new(enquiry.Codes)));
        return enquiry;
    }

    public void TurnAway(Act act) => End(act, EnquiryState.TurnedAway);

    /// <summary>They gave their name and go on as a referral, where a worker makes the request of their file.</summary>
    public void Refer(Act act) => End(act, EnquiryState.Referred);

    public void Withdraw(Act act) => End(act, EnquiryState.NotWanted);

    public IReadOnlyList<long> Avoided => [.. AvoidKeys.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(key => long.Parse(key, System.Globalization.CultureInfo.InvariantCulture))];

    public TurnedAwayHousehold AsTurnedAway
    {
        get
        {
            var needs = HouseholdNeeds.Of(Needs);
            return new(Id.Value, true, Id.Value, new(Codes), needs.Adults, needs.Children.Count);
        }
    }

    /// <summary>What figures know of somebody who said no name.</summary>
    private static FactCodes CodesOf(HouseholdNeeds needs) => new()
    {
        Gender = Demographics.Gender.NumberOf(needs.As switch { AskingAs.Woman => "female", AskingAs.Man => "male", _ => null }),
        AgeBand = (int)AgeBands.Of(needs.Age), Children = needs.Children.Count,
    };

    private void End(Act act, EnquiryState state)
    {
        if (State != EnquiryState.Looking)
            throw new RuleBroken("enquiry-over", "This enquiry has ended. Take a new one.");
        (State, EndedAt) = (state, act.At);
    }
}

internal sealed class SafeEnquiryMapping : IEntityTypeConfiguration<SafeEnquiry>
{
    public void Configure(EntityTypeBuilder<SafeEnquiry> enquiry)
    {
        enquiry.Ignore(e => e.AsTurnedAway).Ignore(e => e.Avoided);
        enquiry.Property(e => e.Needs).HasMaxLength(HouseholdNeeds.TextLimit);
        enquiry.Property(e => e.AvoidKeys).HasMaxLength(1_000);
        enquiry.HasIndex(e => new { e.Team, e.State, e.At });
        enquiry.HasIndex(e => e.At);
    }
}
