using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Places;

/// <summary>
/// One place of a pool. A place is a row, and a row has room for one request: that is why no more can be held than there are, whatever happens at once. Whoever
/// takes it changes the row on the condition that it is as it was read (its version), so of many who read it free one succeeds. The database checks the rest:
/// a request has one place at most, a turn that says it has a place points to one, and no two turns point to the same.
/// </summary>
public sealed class PoolPlace
{
    private PoolPlace() { }

    /// <summary>Whose it is: every borough's, or kept back for what is urgent. Any other number is a borough's area.</summary>
    public const int OpenToAll = 0, Reserve = -1;

    public Id<PoolPlace> Id { get; private set; }
    public Id<PlacePool> Pool { get; private set; }
    public int Number { get; private set; }
    public int For { get; private set; }
    public Id<PlaceRequest>? Request { get; private set; }

    /// <summary>It came back after the period, when nobody could have it any more.</summary>
    public bool IsGone { get; private set; }
    public int Version { get; private set; }

    public static PoolPlace Add(Act act, PlacePool pool, int number, int belongsTo = OpenToAll) => new() { Id = Id<PoolPlace>.New(), Pool = pool.Id, Number = number, For = belongsTo };

    public bool IsFree => Request is null && !IsGone;

    /// <summary>Shared anew.</summary>
    public void Allot(Act act, int belongsTo) => For = belongsTo;

    /// <exception cref="RuleBroken">Somebody has it.</exception>
    public void Hold(Act act, Id<PlaceRequest> request)
    {
        if (!IsFree)
            throw new RuleBroken(PartnershipDb.ChangedMeanwhile, "This place was taken at the same moment.");
        Request = request;
    }

    /// <summary>It is free again, or gone when the period is over.</summary>
    public void Free(Act act, bool isOver) => (Request, IsGone) = (null, isOver);
}

internal sealed class PoolPlaceMapping : IEntityTypeConfiguration<PoolPlace>
{
    public void Configure(EntityTypeBuilder<PoolPlace> place)
    {
        place.Ignore(p => p.IsFree);
        place.HasIndex(p => new { p.Pool, p.Number }).IsUnique();
        place.HasIndex(p => p.Request).IsUnique();
        place.ToTable(table => table.HasCheckConstraint("ck_places_gone_is_nobodys", "request IS NULL OR NOT is_gone"));
        place.ToTable(table => table.HasCheckConstraint("ck_places_numbered", "number >= 1"));
    }
}
