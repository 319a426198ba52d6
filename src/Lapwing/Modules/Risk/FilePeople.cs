using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.People;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Risk;

/// <summary>Somebody whom a file names.</summary>
public sealed record FilePerson(Id<Person> Id, string Name);

/// <summary>The people of one file as this viewer may know them. The first is the one for whom the file was opened.</summary>
public sealed record FilePeople(CaseFile File, FileKey Key, Person Subject, IReadOnlyList<FilePerson> All, int? Age)
{
    /// <summary>More than a file names.</summary>
    private const int Most = 100;

    /// <summary>What is chosen for somebody who is not among them yet.</summary>
    public const string New = "new";

    public string SubjectName => All[0].Name;
    public IEnumerable<FilePerson> Others => All.Skip(1);
    public bool IsBelowMarac => OverTime.MaracGates.IsBelowMarac(Age, File.Side == Side.Child);

    public static async Task<FilePeople> ReadAsync(PartnershipDb db, Id<CaseFile> id, CancellationToken ct)
    {
        var file = await db.CaseFiles.AsNoTracking().SingleAsync(f => f.Id == id, ct);
        var key = await db.KeyOfAsync(id, ct);
        var people = await db.People.AsNoTracking().Where(p => p.CaseFile == id).OrderBy(p => p.Role != RoleInFile.Subject).ThenBy(p => p.Id).Take(Most).ToListAsync(ct);
        if (people.Count == 0)
            throw new RuleBroken("no-person", "This file names nobody yet.");
        return new(file, key, people[0], [.. people.Select(p => new FilePerson(p.Id, p.DisplayName(key)))], AgeOf(people[0], key, LondonTime.DateOf(db.Viewer.Now)));
    }

    public string NameOf(Id<Person>? person) => person is null ? "Not known" : All.FirstOrDefault(p => p.Id == person)?.Name ?? "Somebody whom this file no longer names";

    /// <summary>To choose from: everybody, or everybody but the one for whom the file was opened.</summary>
    public IReadOnlyList<Option> Options(bool withSubject, bool withUnknown)
    {
        IEnumerable<Option> people = (withSubject ? All : Others).Select(p => new Option(p.Id.ToString(), p.Name));
        return [.. people, new(New, "Somebody who is not listed"), .. withUnknown ? new[] { new Option("", "Not known") } : []];
    }

    /// <summary>The person that a form chose: one of this file, or a new one with the name that was typed, which is then added to the database.</summary>
    /// <returns>Null when nobody was chosen or the choice is not of this file.</returns>
    /// <param name="role">What somebody new is to this file.</param>
    public Id<Person>? Chosen(PartnershipDb db, Act act, string? choice, string? name, RoleInFile role)
    {
        if (choice == New && !string.IsNullOrWhiteSpace(name))
        {
            var added = Person.Add(act, Key, new() { GivenName = name.Trim(), Role = role, RoleStatus = role == RoleInFile.SaidToCauseHarm ? AssertionStatus.Alleged : null });
            db.People.Add(added);
            // Found, and checked against members, like everybody else.
            db.SearchKeys.AddRange(db.Session.Index.KeysFor(added, [name], [], []));
            return added.Id;
        }
        return Id<Person>.TryParse(choice, CultureInfo.InvariantCulture, out var id) && All.Any(p => p.Id == id) ? id : null;
    }

    public static int? AgeOf(Person person, FileKey key, DateOnly today) =>
        DateOnly.TryParseExact(key.RevealIfAny(person.BornOn), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) && born <= today
            ? People.Age.On(born, today) : person.Age;
}
