using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.People;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Groups;

/// <summary>Somebody's place in a group, a record of their own file. It changes only through <see cref="Pairing"/>, so that a pair is never split by accident.</summary>
public sealed class GroupPlace : ICaseRecord
{
    private GroupPlace() { }

    public const int WhyLimit = 2_000;

    public Id<GroupPlace> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<Person> Person { get; private set; }
    public Id<WaitingEntry> Entry { get; private set; }
    public Id<Cohort> Cohort { get; private set; }
    public GroupFor Who { get; private set; }
    public PlaceStatus Status { get; private set; }
    public DateTime PlacedAt { get; private set; }
    public Id<Member> PlacedBy { get; private set; }

    /// <summary>The number that the places of one pair share. It opens nothing: each half stands in a file of its own.</summary>
    public Guid? Pair { get; private set; }

    /// <summary>How many places the pair has, this one included: who sees fewer knows that one is in a file that they may not open.</summary>
    public int PairSize { get; private set; }

    /// <summary>Somebody decided that this one comes without the other, and why.</summary>
    public DateTime? ApartAt { get; private set; }
    public Protected? ApartWhy { get; private set; }

    /// <summary>Why they were taken before others who stand further up.</summary>
    public Protected? OutOfTurn { get; private set; }
    public DateTime? StartedAt { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public LeavingReason? Left { get; private set; }
    public Protected? LeftWhy { get; private set; }

    public long FactCodes { get; private set; }
    public Guid PersonToken { get; private set; }
    public int Version { get; private set; }

    public bool IsIn => Status == PlaceStatus.Placed;

    internal static GroupPlace Give(Act act, Cohort cohort, WaitingEntry entry)
    {
        if (entry.Who != cohort.Who || entry.Programme != cohort.Programme)
            throw new RuleBroken("wrong-group", "They wait for another group than this.");
        cohort.Take(act);
        entry.TakePlace(act);
        return new()
        {
            Id = Id<GroupPlace>.New(), CaseFile = entry.CaseFile, Person = entry.Person, Entry = entry.Id, Cohort = cohort.Id, Who = cohort.Who, Status = PlaceStatus.Placed,
            PlacedAt = act.At, PlacedBy = act.Who.Member, FactCodes = entry.FactCodes, PersonToken = entry.PersonToken,
        };
    }

    internal void Join(Guid pair, int size) => (Pair, PairSize, ApartAt, ApartWhy) = (pair, size, null, null);

    internal void PartFrom(Act act, FileKey key, string why) => (Pair, PairSize, ApartAt, ApartWhy) = (null, 0, act.At, key.Seal(why.Trim()));

    internal void JumpTheQueue(FileKey key, string why) => OutOfTurn = key.Seal(why.Trim());

    internal void MoveTo(Act act, Cohort from, Cohort to)
    {
        MustBeIn();
        to.Take(act);
        from.GiveBack(act);
        Cohort = to.Id;
    }

    internal void Leave(Act act, FileKey key, Cohort cohort, LeavingReason reason, string? why)
    {
        MustBeIn();
        (Status, EndedAt, Left, LeftWhy) = (PlaceStatus.Left, act.At, reason, key.SealIfAny(why));
        cohort.GiveBack(act);
        Record(act, FactKind.GroupLeft, (int)reason + 1);
    }

    /// <summary>Their first session.</summary>
    internal void Start(Act act, DateOnly on)
    {
        if (StartedAt is not null)
            return;
        StartedAt = act.At;
        act.Record(Fact.Of(FactKind.GroupStarted, on, act.At, Id.Value, PersonToken, CaseFile, new(FactCodes)));
    }

    /// <summary>The group is over: whoever came to enough sessions has completed it. Their place is not given to anybody else.</summary>
    /// <param name="completesPair">With this place both halves of the pair are complete, for the first time.</param>
    internal void Finish(Act act, int came, int least, bool completesPair)
    {
        MustBeIn();
        EndedAt = act.At;
        if (came < least)
        {
            (Status, Left) = (PlaceStatus.Left, LeavingReason.TooFewSessions);
            Record(act, FactKind.GroupLeft, (int)LeavingReason.TooFewSessions + 1);
            return;
        }
        Status = PlaceStatus.Completed;
        Record(act, FactKind.GroupCompleted);
        // The pair's own number is the record: however many children there are, it is one pair.
        if (completesPair && Pair is { } pair)
            act.Record(Fact.Of(FactKind.GroupPairCompleted, LondonTime.DateOf(act.At), act.At, pair, PersonToken, CaseFile, new(FactCodes)));
    }

    /// <summary>The age rule, once somebody is over the band in the middle of a group, or null.</summary>
    public static string? OverAge(int? age, AgeBounds ages) => age > ages.To
        ? $"They are {age} now, over the ages of the group ({ages.Words}). They stay to the end: nobody leaves a group half way because of a birthday. The next group would not take them." : null;

    private void Record(Act act, FactKind kind, int reason = 0) =>
        act.Record(Fact.Of(kind, LondonTime.DateOf(act.At), act.At, Id.Value, PersonToken, CaseFile, new FactCodes(FactCodes) { Reason = reason }));

    private void MustBeIn()
    {
        if (Status != PlaceStatus.Placed)
            throw new RuleBroken("place-over", "Somebody has already ended this place. Look at it again.");
    }
}

internal sealed class GroupPlaceMapping : IEntityTypeConfiguration<GroupPlace>
{
    public void Configure(EntityTypeBuilder<GroupPlace> place)
    {
        place.Ignore(p => p.IsIn);
        place.HasIndex(p => p.CaseFile);
        place.HasIndex(p => new { p.Cohort, p.Status });
        place.HasIndex(p => p.Pair);
        // One place for each wait.
        place.HasIndex(p => p.Entry).IsUnique();
    }
}
