using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Casework;

/// <summary><c>Made</c>: the person was reached. <c>Attempted</c>: they were not, and nothing was disclosed.</summary>
public enum ContactResult { Made, Attempted }

/// <summary>A contact that was made or tried, through which channel, by whom.</summary>
public sealed class ContactEntry : ICaseRecord
{
    private ContactEntry() { }

    public Id<ContactEntry> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<SupportEpisode>? Episode { get; private set; }
    public ContactChannel Channel { get; private set; }

    /// <summary>Which number or e-mail address it was, where the file holds it.</summary>
    public Id<ContactMethod>? Method { get; private set; }
    public ContactResult Result { get; private set; }
    public DateTime At { get; private set; }
    public Id<Member> By { get; private set; }
    public Protected? Note { get; private set; }
    public int Version { get; private set; }

    public static ContactEntry Log(Act act, FileKey key, Id<SupportEpisode>? episode, ContactChannel channel, ContactResult result, DateTime at, string? note,
        Id<ContactMethod>? method = null) => new()
    {
        Id = Id<ContactEntry>.New(), CaseFile = key.File, Episode = episode, Channel = channel, Method = method, Result = result,
        At = at, By = act.Who.Member, Note = key.SealIfAny(note),
    };
}

/// <summary>When an outcome was measured.</summary>
public enum OutcomePoint { Start, End, Review }

/// <summary>One outcome area of one episode, scored 1 (worst) to 5 (best) at its start, at a review or at its end.
/// Change is counted only where both points exist.</summary>
public sealed class OutcomeRecord : ICaseRecord
{
    private OutcomeRecord() { }

    public const int Lowest = 1, Highest = 5;

    public Id<OutcomeRecord> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<SupportEpisode> Episode { get; private set; }
    public string Area { get; private set; } = "";
    public OutcomePoint Point { get; private set; }
    public int Score { get; private set; }
    public DateTime At { get; private set; }
    public int Version { get; private set; }

    public static OutcomeRecord Measure(Act act, Id<CaseFile> file, Id<SupportEpisode> episode, string area, OutcomePoint point, int score)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(score, Lowest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(score, Highest);
        return new() { Id = Id<OutcomeRecord>.New(), CaseFile = file, Episode = episode, Area = area, Point = point, Score = score, At = act.At };
    }
}

internal sealed class ContactMapping : IEntityTypeConfiguration<ContactEntry>, IEntityTypeConfiguration<OutcomeRecord>
{
    public void Configure(EntityTypeBuilder<ContactEntry> entry) => entry.HasIndex(e => new { e.CaseFile, e.At });

    public void Configure(EntityTypeBuilder<OutcomeRecord> outcome)
    {
        outcome.Property(o => o.Area).HasMaxLength(40);
        outcome.HasIndex(o => o.Episode);
        outcome.HasIndex(o => new { o.CaseFile, o.At });
    }
}
