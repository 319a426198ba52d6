using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.People.Linkage;

/// <summary>Somebody as one file knows them, revealed to who may know that file.</summary>
/// <param name="Phones">As they were typed.</param>
public sealed record KnownPerson(Person Person, FileKey Key, string? GivenName, string? FamilyName, DateOnly? Born, IReadOnlyList<string> Phones)
{
    public string Name => Person.DisplayName(Key);

    public static async Task<IReadOnlyList<KnownPerson>> ReadAsync(PartnershipDb db, IReadOnlyCollection<Id<Person>> ids, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(ct);
        var keys = await db.KeysOfAsync(people.Select(p => p.CaseFile), ct);
        var phones = (await db.ContactMethods.AsNoTracking().Where(m => ids.Contains(m.Person) && m.Kind != ContactKind.Email).ToListAsync(ct)).ToLookup(m => m.Person);
        return [.. people.Where(p => keys.ContainsKey(p.CaseFile)).Select(p =>
        {
            var key = keys[p.CaseFile];
            DateOnly? born = DateOnly.TryParseExact(key.RevealIfAny(p.BornOn), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
            return new KnownPerson(p, key, key.RevealIfAny(p.GivenName), key.RevealIfAny(p.FamilyName), born, [.. phones[p.Id].OrderBy(m => m.Id.Value).Select(m => key.Reveal(m.Value))]);
        })];
    }

    public LinkageRecord ToCompare(NameBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return new(book.NumberOf(GivenName), book.NumberOf(FamilyName), LinkageRecord.DateOf(Born),
            Phones.Select(LinkageRecord.PhoneOf).FirstOrDefault(number => number != 0), (byte)Demographics.Gender.NumberOf(Person.Gender), 0);
    }
}

/// <summary>Somebody in another file who is likely the same person, and why.</summary>
public sealed record LikelyOther(KnownPerson Person, MatchEvidence Evidence);

/// <summary>Compares one person with whoever the viewer may know: a few candidates from the blind index, then field by field. A name's rarity is taken as the average
/// here, so that no weight tells how many others bear it.</summary>
public static class LikelyOthers
{
    private const int MostCandidates = 100;

    /// <summary>The likeliest, the same matter's files left out: they are about different people by their making.</summary>
    public static async Task<IReadOnlyList<LikelyOther>> FindAsync(PartnershipDb db, KnownPerson person, int most, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(person);
        var ids = await Candidates.FindAsync(db, $"{person.GivenName} {person.FamilyName}", person.Born, person.Phones.Count > 0 ? person.Phones[0] : null, MostCandidates, ct);
        var matter = await db.CaseFiles.AsNoTracking().Where(f => f.Id == person.Person.CaseFile).Select(f => f.Matter).SingleAsync(ct);
        var same = (await db.CaseFiles.AsNoTracking().Where(f => f.Matter == matter).Select(f => f.Id).ToListAsync(ct)).ToHashSet();
        var settings = await LinkageSettings.ReadAsync(db, ct);
        var decided = (await db.SamePersons.AsNoTracking().Where(s => s.Person == person.Person.Id && s.EndedAt == null && s.Verdict != SameVerdict.NotSure).Select(s => s.Other).ToListAsync(ct)).ToHashSet();
        return [.. (await KnownPerson.ReadAsync(db, [.. ids], ct)).Where(other => !same.Contains(other.Person.CaseFile) && !decided.Contains(other.Person.Id))
            .Select(other => new LikelyOther(other, Compare(settings.Model, person, other)))
            .Where(other => other.Evidence.Probability >= LinkageModel.LikelyFrom).OrderByDescending(other => other.Evidence.Weight).ThenBy(other => other.Person.Person.Id.Value).Take(most)];
    }

    /// <summary>How two people agree and what it comes to.</summary>
    public static MatchEvidence Compare(LinkageModel model, KnownPerson one, KnownPerson other)
    {
        var book = new NameBook();
        var (a, b) = (one.ToCompare(book), other.ToCompare(book));
        return MatchEvidence.Of(model, Comparison.Of(a, b, book.ToArray()), (0, 0), (0, 0));
    }
}
