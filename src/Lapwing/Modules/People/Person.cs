using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.People;

/// <summary>A person as one file knows them. Names, birth date and everything else that identifies are sealed;
/// coded demographics that figures need stay in the clear. Nobody is forced to give any of it.</summary>
public sealed class Person : ICaseRecord
{
    private Person() { }

    public const int NameLimit = 200;

    public Id<Person> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Protected? GivenName { get; private set; }
    public Protected? FamilyName { get; private set; }

    /// <summary>Birth date as ISO text under seal.</summary>
    public Protected? BornOn { get; private set; }

    /// <summary>Age in whole years when it was last recorded, for the many referrals without a birth date.</summary>
    public int? Age { get; private set; }

    /// <summary>Codes of the standard lists in <see cref="Demographics"/>; null is "not asked".</summary>
    public string? Gender { get; private set; }
    public string? Ethnicity { get; private set; }
    public string? Disability { get; private set; }
    public string? SexualOrientation { get; private set; }
    public int Version { get; private set; }

    public static Person Record(FileKey key, string? givenName, string? familyName, DateOnly? bornOn, int? age, Characteristics characteristics) => new()
    {
        Id = Id<Person>.New(), CaseFile = key.File,
        GivenName = key.SealIfAny(givenName), FamilyName = key.SealIfAny(familyName),
        BornOn = key.SealIfAny(bornOn?.ToString("O", System.Globalization.CultureInfo.InvariantCulture)), Age = age,
        Gender = characteristics.Gender, Ethnicity = characteristics.Ethnicity,
        Disability = characteristics.Disability, SexualOrientation = characteristics.SexualOrientation,
    };

    /// <summary>Completes what was not known at referral.</summary>
    public void Describe(Act act, Characteristics characteristics) =>
        (Gender, Ethnicity, Disability, SexualOrientation) =
        (characteristics.Gender, characteristics.Ethnicity, characteristics.Disability, characteristics.SexualOrientation);

    public string DisplayName(FileKey key)
    {
        var name = $"{key.RevealIfAny(GivenName)} {key.RevealIfAny(FamilyName)}".Trim();
        return name.Length == 0 ? "Not named" : name;
    }
}

/// <summary>The coded characteristics that figures count, each a code of its list or null.</summary>
public sealed record Characteristics(string? Gender = null, string? Ethnicity = null, string? Disability = null, string? SexualOrientation = null);

/// <summary>A way to reach somebody, with its own safety. The value is sealed.</summary>
public sealed class ContactMethod : ICaseRecord
{
    private ContactMethod() { }

    public const int ValueLimit = 320;

    public Id<ContactMethod> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<Person> Person { get; private set; }
    public ContactKind Kind { get; private set; }
    public Protected Value { get; private set; } = null!;

    /// <summary>Null until somebody asked.</summary>
    public bool? IsSafe { get; private set; }
    public DateTime ConfirmedAt { get; private set; }
    public int Version { get; private set; }

    public static ContactMethod Add(Act act, FileKey key, Id<Person> person, ContactKind kind, string value, bool? isSafe) => new()
    {
        Id = Id<ContactMethod>.New(), CaseFile = key.File, Person = person, Kind = kind,
        Value = key.Seal(value), IsSafe = isSafe, ConfirmedAt = act.At,
    };

    public void MarkUnsafe(Act act) => (IsSafe, ConfirmedAt) = (false, act.At);
}

public enum ContactKind { Telephone, Email, Text }

/// <summary>Where somebody is. A sealed record of its own: not even the file's circle sees it without the whereabouts seal.</summary>
public sealed class Whereabouts : ISealedRecord
{
    private Whereabouts() { }

    public const int AddressLimit = 500;

    public Id<Whereabouts> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Seal Seal => Seal.Whereabouts;
    public Id<Person> Person { get; private set; }
    public Protected Address { get; private set; } = null!;
    public DateTime From { get; private set; }
    public int Version { get; private set; }

    public static Whereabouts Record(Act act, FileKey key, Id<Person> person, string address) => new()
    {
        Id = Id<Whereabouts>.New(), CaseFile = key.File, Person = person, Address = key.Seal(address), From = act.At,
    };
}

/// <summary>One blind-index term of a person: a keyed hash, so that the table says nothing without the key.
/// A case record: search finds only what the viewer may know.</summary>
public sealed class SearchKey : ICaseRecord
{
    private SearchKey() { }

    /// <summary>See <see cref="Shelves"/>.</summary>
    public int Shelf { get; private set; }
    public long Term { get; private set; }
    public Id<Person> Person { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }

    public static SearchKey For(int shelf, long term, Id<Person> person, Id<CaseFile> file) => new() { Shelf = shelf, Term = term, Person = person, CaseFile = file };
}

internal sealed class PeopleMapping : IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<ContactMethod>,
    IEntityTypeConfiguration<Whereabouts>, IEntityTypeConfiguration<SearchKey>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.Property(p => p.Gender).HasMaxLength(40);
        person.Property(p => p.Ethnicity).HasMaxLength(40);
        person.Property(p => p.Disability).HasMaxLength(40);
        person.Property(p => p.SexualOrientation).HasMaxLength(40);
        person.HasIndex(p => p.CaseFile);
    }

    public void Configure(EntityTypeBuilder<ContactMethod> method) => method.HasIndex(m => m.CaseFile);

    public void Configure(EntityTypeBuilder<Whereabouts> whereabouts)
    {
        whereabouts.Ignore(w => w.Seal);
        whereabouts.HasIndex(w => w.CaseFile);
    }

    /// <summary>The file stands in the key, so that a search reads the index alone.</summary>
    public void Configure(EntityTypeBuilder<SearchKey> key) => key.HasKey(k => new { k.Shelf, k.Term, k.CaseFile, k.Person });
}
