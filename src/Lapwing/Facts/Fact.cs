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

    /// <summary>A household asked for a safe place to live, with a file or without a name.</summary>
    SafePlaceAsked = 130,

    /// <summary>A household could not be accommodated; the reason says why.</summary>
    HouseholdTurnedAway = 131,
    MovedIntoSafety = 132,

    /// <summary>A household left safe accommodation; the reason says where to.</summary>
    MovedOnFromSafety = 133,

    /// <summary>Vacancies of safe accommodation came up, or were let or withdrawn; the value says how many.</summary>
    VacanciesOpened = 134,
    VacanciesEnded = 135,
    SanctuaryFitted = 136,

    /// <summary>A manager decided who is the primary victim; the reason says which way.</summary>
    RolesAssessed = 65,

    /// <summary>An outcome was measured a second time: a matched pair. The reason says how it changed and at which point (see OutcomePair).</summary>
    OutcomeCompared = 75,
    /// <summary>A file was handed over to another partnership; how that came out there; one came; how that was decided. The reason says how.</summary>
    HandoverSent = 170,
    HandoverAnswered = 171,
    HandoverReceived = 172,
    HandoverDecided = 173,
    PlaceAsked = 150,
    PlaceDecided = 151,
    PlaceOffered = 152,
    PlaceAccepted = 153,
    PlaceStarted = 154,
    PlaceUsed = 155,
    PlaceReturned = 156,

    /// <summary>A piece of work in a strand of a perpetrator programme; the reason says which, and whether direct.</summary>
    ProgrammeContact = 157,

    /// <summary>One kind of abuse at the end of a place beside its start; the reason says which kind and whether less, who says who sees it so.</summary>
    AbuseCompared = 158,
    /// <summary>Somebody asked for a place in a group, and the waiting ended.</summary>
    GroupWaitStarted = 180,
    GroupWaitEnded = 181,

    /// <summary>A place in a group was offered; the reason says whether it was taken (1) or not (2).</summary>
    GroupPlaceAnswered = 182,
    GroupStarted = 183,
    GroupCompleted = 184,
    GroupLeft = 185,

    /// <summary>One person and one session: came (1), absent and told before (2), absent (3).</summary>
    GroupSession = 186,

    /// <summary>A child and the mother or carer in the parallel group both completed it.</summary>
    GroupPairCompleted = 187,

    /// <summary>Feedback before and after of one person: better (1), the same (2), worse (3).</summary>
    GroupChangeMeasured = 188,
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

    /// <summary>The same about somebody who is recognised by another number now. The old one is taken back beside it.</summary>
    public Fact About(Guid person, DateTime recordedAt) => new()
    {
        Id = Id<Fact>.New(), Kind = Kind, HappenedOn = HappenedOn, RecordedAt = (long)(recordedAt - Epoch).TotalSeconds,
        Sign = 1, Record = Record, Person = person, CaseFile = CaseFile, Codes = Codes, Value = Value,
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
