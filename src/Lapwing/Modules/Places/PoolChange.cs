using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Places.Allocation;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Places;

/// <summary>What happened to a pool.</summary>
public enum PoolEvent { Opened, TermsChanged, BoroughLeft, SharedAgain }

/// <summary>A change to a pool, with the reason and the sharing that came of it: who had how many places when can be told for good.</summary>
public sealed class PoolChange
{
    private PoolChange() { }

    public const int ReasonLimit = 2_000;

    public Id<PoolChange> Id { get; private set; }
    public Id<PlacePool> Pool { get; private set; }
    public PoolEvent What { get; private set; }
    public string Reason { get; private set; } = "";
    public int Places { get; private set; }

    /// <summary>The sharing with its working, as JSON of <see cref="Allocation.Seats"/>.</summary>
    public string SeatsJson { get; private set; } = "{}";
    public DateTime At { get; private set; }
    public Id<Member> By { get; private set; }
    public int Version { get; private set; }

    public static PoolChange Of(Act act, PlacePool pool, PoolEvent what, string reason, Seats seats) => new()
    {
        Id = Id<PoolChange>.New(), Pool = pool.Id, What = what, Reason = reason.Trim(), Places = pool.Places, SeatsJson = JsonSerializer.Serialize(seats), At = act.At, By = act.Who.Member,
    };

    public Seats Seats => JsonSerializer.Deserialize<Seats>(SeatsJson)!;
}

internal sealed class PoolChangeMapping : IEntityTypeConfiguration<PoolChange>
{
    public void Configure(EntityTypeBuilder<PoolChange> change)
    {
        change.Ignore(c => c.Seats);
        change.Property(c => c.Reason).HasMaxLength(PoolChange.ReasonLimit);
        change.HasIndex(c => new { c.Pool, c.At });
    }
}
