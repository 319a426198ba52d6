using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Accommodation;

/// <summary>Where a unit is: a protected location (threat 4). It belongs to no family, so it is sealed under a key of its own. It is opened on one page, by the provider's
/// team and by teams of households that have a place there, for a purpose and for five minutes, and it goes into a file's own sealed whereabouts when a household moves in.
/// A test holds every reader of it against a list.</summary>
public sealed class UnitLocation
{
    private UnitLocation() { }

    public const int AddressLimit = 500;

    public Id<UnitLocation> Id { get; private set; }
    public Id<SafeUnit> Unit { get; private set; }
    public byte[] WrappedKey { get; private set; } = [];
    public Protected Address { get; private set; } = null!;

    /// <summary>The code of the borough, or "outside".</summary>
    public Protected Borough { get; private set; } = null!;
    public DateTime RecordedAt { get; private set; }
    public Id<Member> RecordedBy { get; private set; }
    public int Version { get; private set; }

    public static UnitLocation Record(Act act, PartnershipDb db, SafeUnit unit, string address, string borough)
    {
        var id = Id<UnitLocation>.New();
        using var key = DataKey.Create(id.Value);
        var location = new UnitLocation { Id = id, Unit = unit.Id, WrappedKey = key.Wrap(db.Session.Keys) };
        location.Keep(act, db, key, unit, address, borough);
        return location;
    }

    /// <summary>The unit moves, or what was recorded was wrong.</summary>
    public void Move(Act act, PartnershipDb db, SafeUnit unit, string address, string borough)
    {
        using var key = DataKey.Unwrap(db.Session.Keys, Id.Value, WrappedKey);
        Keep(act, db, key, unit, address, borough);
    }

    /// <summary>Only for whom it was decided that they may know.</summary>
    internal (string Address, string Borough) Reveal(PartnershipKeys keys)
    {
        using var key = DataKey.Unwrap(keys, Id.Value, WrappedKey);
        return (key.Reveal(Address), key.Reveal(Borough));
    }

    /// <summary>The keyed hash of a borough, by which units in it are found and nobody can read which it is.</summary>
    public static long AreaKeyOf(BlindIndex index, string borough) => index.Term("unit-area", borough);

    private void Keep(Act act, PartnershipDb db, DataKey key, SafeUnit unit, string address, string borough)
    {
        var region = LondonBoroughs.BandOf(borough) ?? throw new RuleBroken("unit-borough", "Choose the borough, or say that it is outside London.");
        (Address, Borough, RecordedAt, RecordedBy) = (key.Seal(address.Trim()), key.Seal(borough), act.At, act.Who.Member);
        unit.Place(region, LondonBoroughs.IsKnown(borough) ? AreaKeyOf(db.Session.Index, borough) : null);
    }
}

internal sealed class UnitLocationMapping : IEntityTypeConfiguration<UnitLocation>
{
    public void Configure(EntityTypeBuilder<UnitLocation> location) => location.HasIndex(l => l.Unit).IsUnique();
}
