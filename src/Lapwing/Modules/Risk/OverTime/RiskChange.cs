using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Risk.OverTime;

/// <summary>Something changed that makes the last assessment old: a move, a separation, an order, a pregnancy, a release. A date may lie ahead.</summary>
public sealed class RiskChange : ICaseRecord
{
    private RiskChange() { }

    public const int NoteLimit = 10_000;

    /// <summary>What a worker can say; incidents and received results have records of their own.</summary>
    public static IReadOnlyList<RiskEventKind> Kinds { get; } = [.. Enum.GetValues<RiskEventKind>().Except([RiskEventKind.Incident, RiskEventKind.ReceivedResult])];

    public Id<RiskChange> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public RiskEventKind Kind { get; private set; }
    public DateOnly On { get; private set; }
    public Protected? Note { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public Id<Member> RecordedBy { get; private set; }
    public int Version { get; private set; }

    public static RiskChange Record(Act act, FileKey key, RiskEventKind kind, DateOnly on, string? note)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(Kinds.Contains(kind), false, nameof(kind));
        return new() { Id = Id<RiskChange>.New(), CaseFile = key.File, Kind = kind, On = on, Note = key.SealIfAny(note), RecordedAt = act.At, RecordedBy = act.Who.Member };
    }

    public DatedEvent Event => new(Kind, On, RecordedAt);
}

internal sealed class RiskChangeMapping : IEntityTypeConfiguration<RiskChange>
{
    public void Configure(EntityTypeBuilder<RiskChange> change)
    {
        change.Ignore(c => c.Event);
        change.HasIndex(c => c.CaseFile);
    }
}
