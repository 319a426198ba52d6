using System.Text.Json;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Figures.Disclosure;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Figures.Snapshots;

/// <summary>The figures of a quarter as one audience was given them, for good: what was displayed, under which policy and versions of the measures,
/// what was known then, and the records behind every cell. It is never changed; what changes later shows as a restatement beside it.</summary>
public sealed class Snapshot
{
    private Snapshot() { }

    public Id<Snapshot> Id { get; private set; }

    /// <summary>The order in which releases were made, from 1. Two that were made at the same moment cannot both be kept, because neither would respect the other.</summary>
    public int Number { get; private set; }

    /// <summary>The quarter's code.</summary>
    public string Quarter { get; private set; } = "";
    public string Audience { get; private set; } = "";

    /// <summary>The cut-off: what was recorded later is not in it.</summary>
    public DateTime KnownAt { get; private set; }
    public DateTime FrozenAt { get; private set; }
    public Id<Member> FrozenBy { get; private set; }

    /// <summary>What was displayed, with the policy and the proof.</summary>
    public string Release { get; private set; } = "";

    /// <summary>The version of each measure, by code.</summary>
    public string Measures { get; private set; } = "";

    /// <summary>The true counts, under seal: every later release is checked against them and nobody reads them.</summary>
    public Protected Ledger { get; private set; } = null!;
    public byte[] WrappedKey { get; private set; } = [];

    /// <summary>The record references of every cell (<see cref="CellRecords"/>): opaque numbers, packed.</summary>
    public byte[] Records { get; private set; } = [];

    internal static Snapshot Freeze(Viewer by, int number, QuarterFigures figures, CellRecords records, PartnershipKeys keys)
    {
        var id = Id<Snapshot>.New();
        using var key = DataKey.Create(id.Value);
        return new()
        {
            Id = id, Number = number, Quarter = figures.Quarter.Code, Audience = figures.Shown.Policy.Audience, KnownAt = figures.Counting.KnownAt,
            FrozenAt = by.Now, FrozenBy = by.Member, Release = DisclosureControl.Freeze(figures.Shown),
            Measures = JsonSerializer.Serialize(figures.Counting.Slots.ToDictionary(slot => slot.Measure.Code, slot => slot.Measure.Version)),
            Ledger = key.SealBytes(Packed.Shut(JsonSerializer.SerializeToUtf8Bytes(figures.Shown.Ledger))), WrappedKey = key.Wrap(keys), Records = records.Pack(),
        };
    }

    public Quarter Period => Time.Quarter.Parse(Quarter);

    /// <summary>What was displayed.</summary>
    public Disclosed Shown => DisclosureControl.Thaw(Release);

    public IReadOnlyDictionary<string, int> Versions => JsonSerializer.Deserialize<Dictionary<string, int>>(Measures)!;

    /// <summary>The records behind a cell of its quarter.</summary>
    public IReadOnlyList<Guid> RecordsOf(string measure, string? breakdown, string? category) => CellRecords.Unpack(Records).Of(measure, breakdown, category);

    internal ReleaseLedger LedgerUnder(PartnershipKeys keys)
    {
        using var key = DataKey.Unwrap(keys, Id.Value, WrappedKey);
        return JsonSerializer.Deserialize<ReleaseLedger>(Packed.Open(key.RevealBytes(Ledger)))!;
    }
}

internal sealed class SnapshotMapping : IEntityTypeConfiguration<Snapshot>
{
    public void Configure(EntityTypeBuilder<Snapshot> snapshot)
    {
        snapshot.Property(s => s.Quarter).HasMaxLength(10);
        snapshot.Property(s => s.Audience).HasMaxLength(40);
        snapshot.HasIndex(s => s.Number).IsUnique();
        snapshot.HasIndex(s => new { s.Quarter, s.Audience });
    }
}
