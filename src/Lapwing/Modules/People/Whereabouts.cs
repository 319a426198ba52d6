using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.People;

/// <summary>What kind of place an address is. A refuge and other protected places have a code name by which everybody speaks of them.</summary>
public enum PlaceKind { Home, Refuge, Temporary, LettersOnly }

public static class PlaceKinds
{
    public static string Title(this PlaceKind kind) => kind switch
    {
        PlaceKind.Refuge => "Refuge or another protected place",
        PlaceKind.Temporary => "Staying for a while, such as with family",
        PlaceKind.LettersOnly => "Only for letters",
        _ => "Home",
    };
}

/// <summary>Where somebody is, or was. A sealed record of its own: not even the file's circle sees it without the whereabouts seal.
/// It is never changed: somebody who moves has a new one, and the old one ends (Charnwood, reprimand of November 2023: the new address went to the old).</summary>
public sealed class Whereabouts : ISealedRecord
{
    private Whereabouts() { }

    public const int AddressLimit = 500;

    public Id<Whereabouts> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Seal Seal => Seal.Whereabouts;
    public Id<Person> Person { get; private set; }
    public PlaceKind Kind { get; private set; }
    public Protected Address { get; private set; } = null!;

    /// <summary>Keyed hashes of the address in its canonical forms.</summary>
    public long? PostcodeKey { get; private set; }
    public long? StreetKey { get; private set; }
    public DateTime From { get; private set; }
    public DateTime? Until { get; private set; }

    /// <summary>Null until somebody asked.</summary>
    public bool? MayWrite { get; private set; }
    public bool? MayVisit { get; private set; }

    /// <summary>The other party lives or lived here, has a key, or knows of it.</summary>
    public bool IsKnownToOther { get; private set; }
    public DateTime? ConfirmedAt { get; private set; }
    public Id<Member>? ConfirmedBy { get; private set; }
    public int Version { get; private set; }

    public static Whereabouts Record(Act act, FileKey key, BlindIndex index, Id<Person> person, string address, PlaceKind kind = PlaceKind.Home, DateTime? from = null)
    {
        var (postcode, street) = index.AddressKeys(address);
        return new()
        {
            Id = Id<Whereabouts>.New(), CaseFile = key.File, Person = person, Kind = kind, Address = key.Seal(address.Trim()),
            PostcodeKey = postcode, StreetKey = street, From = from ?? act.At,
        };
    }

    /// <summary>What the person says now about letters and visits here.</summary>
    public void Confirm(Act act, bool? mayWrite, bool? mayVisit, bool isKnownToOther, DateTime? at = null) =>
        (MayWrite, MayVisit, IsKnownToOther, ConfirmedAt, ConfirmedBy) = (mayWrite, mayVisit, isKnownToOther, at ?? act.At, act.Who.Member);

    public void End(Act act, DateTime until) => Until = until;
}

internal sealed class WhereaboutsMapping : IEntityTypeConfiguration<Whereabouts>
{
    public void Configure(EntityTypeBuilder<Whereabouts> whereabouts)
    {
        whereabouts.Ignore(w => w.Seal);
        whereabouts.HasIndex(w => w.CaseFile);
    }
}
