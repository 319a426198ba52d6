using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.People;

/// <summary>How two people of one file are connected, as somebody says: an assertion with its source and date. It never reaches into another file:
/// a child's file and each parent's know their own people, and no record joins them.</summary>
public sealed class Relationship : ICaseRecord
{
    private Relationship() { }

    public const int WordsLimit = 200;

    public Id<Relationship> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<Person> One { get; private set; }
    public Id<Person> Other { get; private set; }

    /// <summary>What the other is to the one: <c>HarmerIsParent</c> reads "the other is the parent of the one".</summary>
    public PersonallyConnected Connection { get; private set; }

    /// <summary>Since when and until when, as far as it is known; see <see cref="PartialDate"/>.</summary>
    public string? From { get; private set; }
    public string? Until { get; private set; }

    /// <summary>How they put it themselves, such as "my mother's brother".</summary>
    public Protected? Words { get; private set; }
    public AssertionStatus Status { get; private set; }
    public AssertionSource SaidBy { get; private set; }
    public DateOnly SaidOn { get; private set; }
    public Id<Member> RecordedBy { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public int Version { get; private set; }

    /// <exception cref="RuleBroken">The two are one, or do not both belong to this file.</exception>
    public static Relationship Assert(Act act, FileKey key, Person one, Person other, RelationshipDetails details)
    {
        if (one.CaseFile != key.File || other.CaseFile != key.File)
            throw new RuleBroken("other-file", "A relationship is between two people of the same file.");
        if (one.Id == other.Id)
            throw new RuleBroken("same-person", "Choose two different people.");
        var relationship = new Relationship { Id = Id<Relationship>.New(), CaseFile = key.File, One = one.Id, Other = other.Id };
        relationship.Keep(act, key, details);
        return relationship;
    }

    /// <summary>Corrects, ends or withdraws it.</summary>
    public void Edit(Act act, FileKey key, RelationshipDetails details) => Keep(act, key, details);

    public RelationshipDetails Details(FileKey key) => new(Connection, PartialDate.FromStored(From), PartialDate.FromStored(Until), key.RevealIfAny(Words), Status, SaidBy, SaidOn);

    /// <summary>Whether it counts today: not withdrawn, and not said to have ended before.</summary>
    public bool StandsOn(DateOnly day) => Status != AssertionStatus.Withdrawn && (PartialDate.FromStored(Until) is not { } until || until.Latest >= day);

    private void Keep(Act act, FileKey key, RelationshipDetails d)
    {
        if (d.From is { } from && d.Until is { } until && !from.MayBeBeforeOrOn(until))
            throw new RuleBroken("until-before-from", "It cannot have ended before it began.");
        (Connection, From, Until, Words) = (d.Connection, d.From?.ToString(), d.Until?.ToString(), key.SealIfAny(d.Words));
        (Status, SaidBy, SaidOn, RecordedBy, RecordedAt) = (d.Status, d.SaidBy, d.SaidOn, act.Who.Member, act.At);
    }
}

/// <summary>What is said about how two people are connected.</summary>
public sealed record RelationshipDetails(PersonallyConnected Connection, PartialDate? From, PartialDate? Until, string? Words, AssertionStatus Status, AssertionSource SaidBy, DateOnly SaidOn)
{
    /// <summary>Never the words.</summary>
    public override string ToString() => "(relationship)";
}

internal sealed class RelationshipMapping : IEntityTypeConfiguration<Relationship>
{
    public void Configure(EntityTypeBuilder<Relationship> relationship)
    {
        relationship.Property(r => r.From).HasMaxLength(PartialDate.Length);
        relationship.Property(r => r.Until).HasMaxLength(PartialDate.Length);
        relationship.HasIndex(r => r.CaseFile);
    }
}
