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

/// <summary>One blind-index term of a person: a keyed hash, so that the table says nothing without the key.
/// A case record: search finds only what the viewer may know.</summary>
public sealed class SearchKey : ICaseRecord
{
    private SearchKey() { }

    public long Term { get; private set; }
    public Id<Person> Person { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }

    public static SearchKey For(long term, Id<Person> person, Id<CaseFile> file) => new() { Term = term, Person = person, CaseFile = file };
}

internal sealed class PeopleMapping : IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<SearchKey>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.Property(p => p.Gender).HasMaxLength(40);
        person.Property(p => p.Ethnicity).HasMaxLength(40);
        person.Property(p => p.Disability).HasMaxLength(40);
        person.Property(p => p.SexualOrientation).HasMaxLength(40);
        person.HasIndex(p => p.CaseFile);
    }

    /// <summary>The file stands in the key, so that a search reads the index alone.</summary>
    public void Configure(EntityTypeBuilder<SearchKey> key) => key.HasKey(k => new { k.Term, k.CaseFile, k.Person });
}
