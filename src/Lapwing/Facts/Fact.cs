using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Facts;

/// <summary>What happened. The number is stored: never renumber, only add.</summary>
public enum FactKind
{
    ReferralReceived = 1,
    ReferralTriaged = 2,
    FirstSafeContact = 3,
    ReferralAccepted = 4,
    ReferralDeclined = 5,
    RiskAssessed = 6,
    EpisodeOpened = 7,
    EpisodeEnded = 8,
    WaitingStarted = 9,
    WaitingEnded = 10,
    IncidentReported = 11,

    /// <summary>A manager decided who is the primary victim; the reason says which way.</summary>
    RolesAssessed = 65,
}

/// <summary>One coded fact: what happened, when it happened, when it was recorded, codes and the record it came from; never text.
/// The table is append-only. A correction is two new facts: the old one with <see cref="Sign"/> -1 and the new one,
/// so that any earlier state of knowledge can be recounted by its <see cref="RecordedAt"/>.</summary>
public sealed class Fact : ICaseRecord
{
    private Fact() { }

    public Id<Fact> Id { get; private set; }
    public FactKind Kind { get; private set; }

    /// <summary>The London date on which it happened, as days since 1 January 0001.</summary>
    public int HappenedOn { get; private set; }

    /// <summary>When it was recorded, in whole seconds since 1 January 2000 UTC.</summary>
    public long RecordedAt { get; private set; }
    public int Sign { get; private set; }

    /// <summary>The record that it is about (referral, episode, assessment).</summary>
    public Guid Record { get; private set; }
    public Guid Person { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }

    /// <summary>Packed codes, see <see cref="FactCodes"/>.</summary>
    public long Codes { get; private set; }

    /// <summary>A duration in whole minutes where the kind has one (time to triage, to first safe contact, open, waiting).</summary>
    public int Value { get; private set; }

    public static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static Fact Of(FactKind kind, DateOnly happenedOn, DateTime recordedAt, Guid record, Guid person,
        Id<CaseFile> file, FactCodes codes, int value = 0, int sign = 1) => new()
    {
        Id = Id<Fact>.New(), Kind = kind, HappenedOn = happenedOn.DayNumber, RecordedAt = (long)(recordedAt - Epoch).TotalSeconds,
        Sign = sign, Record = record, Person = person, CaseFile = file, Codes = codes.Packed, Value = value,
    };

    /// <summary>Takes this fact back, as known from <paramref name="recordedAt"/> on.</summary>
    public Fact Retract(DateTime recordedAt) => new()
    {
        Id = Id<Fact>.New(), Kind = Kind, HappenedOn = HappenedOn, RecordedAt = (long)(recordedAt - Epoch).TotalSeconds,
        Sign = -Sign, Record = Record, Person = Person, CaseFile = CaseFile, Codes = Codes, Value = Value,
    };
}

internal sealed class FactMapping : IEntityTypeConfiguration<Fact>
{
    public void Configure(EntityTypeBuilder<Fact> fact)
    {
        fact.Property(f => f.Kind).HasConversion<int>();
        // All that figures read, by kind and day: they never visit the rows.
        fact.HasIndex(f => new { f.Kind, f.HappenedOn, f.Sign, f.Codes, f.Value, f.Person, f.Record, f.RecordedAt }).HasDatabaseName("ix_facts_figures");
        fact.HasIndex(f => f.Record);
    }
}
