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

    /// <summary>Other names, one on each line, and other birth dates that somebody gave, as ISO text.</summary>
    public Protected? OtherNames { get; private set; }
    public Protected? OtherBirthDates { get; private set; }

    /// <summary>Month or year of birth as ISO text, where the day is not known.</summary>
    public Protected? BornAbout { get; private set; }

    /// <summary>Age in whole years when it was last recorded, for the many referrals without a birth date.</summary>
    public int? Age { get; private set; }

    /// <summary>The day on which they were of that age; null when it was the day on which they were recorded.</summary>
    public DateOnly? AgeAsOf { get; private set; }

    /// <summary>What they are to this file, and who says so.</summary>
    public RoleInFile Role { get; private set; }
    public AssertionStatus? RoleStatus { get; private set; }
    public AssertionSource? RoleSaidBy { get; private set; }
    public DateOnly? RoleSaidOn { get; private set; }

    /// <summary>Codes of the standard lists in <see cref="Demographics"/>; null is "not asked".</summary>
    public string? Gender { get; private set; }
    public string? Ethnicity { get; private set; }
    public string? Disability { get; private set; }
    public string? SexualOrientation { get; private set; }
    public string? GenderIdentity { get; private set; }
    public string? Religion { get; private set; }

    /// <summary>What a worker must know to help: never counted, never shown outside the file.</summary>
    public string? Language { get; private set; }
    public string? Interpreter { get; private set; }
    public string? Immigration { get; private set; }
    public string? Recourse { get; private set; }
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

    /// <summary>Puts somebody else into a file: nobody but whom it was opened for is its subject.</summary>
    public static Person Add(Act act, FileKey key, PersonDetails details)
    {
        if (details.Role == RoleInFile.Subject)
            throw new RuleBroken("one-subject", "A file is about one person. Choose what this person is to them.");
        var person = new Person { Id = Id<Person>.New(), CaseFile = key.File };
        person.Keep(key, details);
        return person;
    }

    /// <summary>Takes everything as it is known now. Who the file is about does not change by editing.</summary>
    /// <exception cref="RuleBroken">Somebody would become, or cease to be, whom the file is about.</exception>
    public void Edit(Act act, FileKey key, PersonDetails details)
    {
        if ((details.Role == RoleInFile.Subject) != (Role == RoleInFile.Subject))
            throw new RuleBroken("one-subject", "Who a file is about cannot be changed here.");
        Keep(key, details);
    }

    /// <summary>Everything that the file knows of them.</summary>
    public PersonDetails Details(FileKey key) => new()
    {
        GivenName = key.RevealIfAny(GivenName), FamilyName = key.RevealIfAny(FamilyName), OtherNames = Lines(key.RevealIfAny(OtherNames)),
        BornOn = Day(key.RevealIfAny(BornOn)), BornAbout = Time.PartialDate.FromStored(key.RevealIfAny(BornAbout)),
        OtherBirthDates = [.. Lines(key.RevealIfAny(OtherBirthDates)).Select(Day).OfType<DateOnly>()], Age = Age, AgeAsOf = AgeAsOf,
        Characteristics = new(Gender, Ethnicity, Disability, SexualOrientation), GenderIdentity = GenderIdentity, Religion = Religion,
        Language = Language, Interpreter = Interpreter, Immigration = Immigration, Recourse = Recourse,
        Role = Role, RoleStatus = RoleStatus, RoleSaidBy = RoleSaidBy, RoleSaidOn = RoleSaidOn,
    };

    private void Keep(FileKey key, PersonDetails d)
    {
        (GivenName, FamilyName, OtherNames) = (key.SealIfAny(d.GivenName), key.SealIfAny(d.FamilyName), key.SealIfAny(string.Join('\n', d.OtherNames)));
        (BornOn, BornAbout, OtherBirthDates) = (key.SealIfAny(Iso(d.BornOn)), key.SealIfAny(d.BornAbout?.ToString()), key.SealIfAny(string.Join('\n', d.OtherBirthDates.Select(day => Iso(day)))));
        (Age, AgeAsOf) = (d.Age, d.AgeAsOf);
        (Gender, Ethnicity, Disability, SexualOrientation) = (d.Characteristics.Gender, d.Characteristics.Ethnicity, d.Characteristics.Disability, d.Characteristics.SexualOrientation);
        (GenderIdentity, Religion, Language, Interpreter, Immigration, Recourse) = (d.GenderIdentity, d.Religion, d.Language, d.Interpreter, d.Immigration, d.Recourse);
        (Role, RoleSaidBy, RoleSaidOn) = (d.Role, d.RoleSaidBy, d.RoleSaidOn);
        RoleStatus = d.Role == RoleInFile.SaidToCauseHarm ? d.RoleStatus ?? AssertionStatus.Alleged : null;
    }

    private static string[] Lines(string? text) => text?.Split('\n') ?? [];

    private static string? Iso(DateOnly? day) => day?.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? iso) =>
        DateOnly.TryParseExact(iso, "O", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;

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

    /// <summary>See <see cref="Shelves"/>.</summary>
    public int Shelf { get; private set; }
    public long Term { get; private set; }
    public Id<Person> Person { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }

    public static SearchKey For(int shelf, long term, Id<Person> person, Id<CaseFile> file) => new() { Shelf = shelf, Term = term, Person = person, CaseFile = file };
}

internal sealed class PeopleMapping : IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<SearchKey>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.Property(p => p.Gender).HasMaxLength(40);
        person.Property(p => p.Ethnicity).HasMaxLength(40);
        person.Property(p => p.Disability).HasMaxLength(40);
        person.Property(p => p.SexualOrientation).HasMaxLength(40);
        person.Property(p => p.GenderIdentity).HasMaxLength(40);
        person.Property(p => p.Religion).HasMaxLength(40);
        person.Property(p => p.Language).HasMaxLength(40);
        person.Property(p => p.Interpreter).HasMaxLength(40);
        person.Property(p => p.Immigration).HasMaxLength(40);
        person.Property(p => p.Recourse).HasMaxLength(40);
        person.HasIndex(p => p.CaseFile);
    }

    /// <summary>The file stands in the key, so that a search reads the index alone.</summary>
    public void Configure(EntityTypeBuilder<SearchKey> key) => key.HasKey(k => new { k.Shelf, k.Term, k.CaseFile, k.Person });
}
