using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Accommodation;

/// <summary><c>Looking</c>: a place is wanted. <c>Placed</c>: the household moved in. <c>Ended</c>: no place was found or wanted; the turn-away says why.</summary>
public enum RequestState { Looking, Placed, Ended }

/// <summary>A household of a file asks for a safe place to live.</summary>
public sealed class SafeRequest : ICaseRecord
{
    private SafeRequest() { }

    public Id<SafeRequest> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<Person> Person { get; private set; }
    public Id<Team> Team { get; private set; }
    public RequestState State { get; private set; }

    /// <summary>What the household needs (<see cref="HouseholdNeeds.Code"/>): what units ask, and nothing that identifies.</summary>
    public string Needs { get; private set; } = "";

    /// <summary>The codes of the boroughs where the household is not safe, under seal: they say where the other person is.</summary>
    public Protected? Avoid { get; private set; }
    public DateTime AskedAt { get; private set; }
    public Id<Member> AskedBy { get; private set; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>Whom the figures count as one household.</summary>
    public Guid Household { get; private set; }
    public long Codes { get; private set; }
    public int Version { get; private set; }

    public static SafeRequest Make(Act act, FileKey key, Person person, Id<Team> team, Guid household, FactCodes codes, HouseholdNeeds needs, IReadOnlyCollection<string> avoid)
    {
        var request = new SafeRequest
        {
            Id = Id<SafeRequest>.New(), CaseFile = key.File, Person = person.Id, Team = team, AskedAt = act.At, AskedBy = act.Who.Member, Household = household,
        };
        request.Keep(key, codes, needs, avoid);
        act.Record(Fact.Of(FactKind.SafePlaceAsked, LondonTime.DateOf(act.At), act.At, request.Id.Value, household, key.File, new(request.Codes)));
        return request;
    }

    /// <summary>More is known of what the household needs. What was asked for on the day stays counted as it was.</summary>
    public void Change(Act act, FileKey key, HouseholdNeeds needs, IReadOnlyCollection<string> avoid)
    {
        MustLook();
        Keep(key, new FactCodes(Codes), needs, avoid);
    }

    /// <summary>No place was found, or none is wanted any more.</summary>
    public void End(Act act)
    {
        MustLook();
        (State, EndedAt) = (RequestState.Ended, act.At);
    }

    internal void Place(Act act)
    {
        MustLook();
        (State, EndedAt) = (RequestState.Placed, act.At);
    }

    public IReadOnlyList<string> AvoidedBoroughs(FileKey key) => key.RevealIfAny(Avoid)?.Split('\n') ?? [];

    public TurnedAwayHousehold AsTurnedAway
    {
        get
        {
            var needs = HouseholdNeeds.Of(Needs);
            return new(Id.Value, false, Household, new(Codes), needs.Adults, needs.Children.Count);
        }
    }

    private void Keep(FileKey key, FactCodes codes, HouseholdNeeds needs, IReadOnlyCollection<string> avoid) =>
        (Needs, Avoid, Codes) = (needs.Code, key.SealIfAny(string.Join('\n', avoid)), (codes with { Children = needs.Children.Count }).Packed);

    private void MustLook()
    {
        if (State != RequestState.Looking)
            throw new RuleBroken("request-over", "This request has ended. Make a new one.");
    }
}

internal sealed class SafeRequestMapping : IEntityTypeConfiguration<SafeRequest>
{
    public void Configure(EntityTypeBuilder<SafeRequest> request)
    {
        request.Ignore(r => r.AsTurnedAway);
        request.Property(r => r.Needs).HasMaxLength(HouseholdNeeds.TextLimit);
        request.HasIndex(r => new { r.CaseFile, r.AskedAt });
    }
}
