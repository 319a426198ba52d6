using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Modules.People.Linkage;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Search;

/// <summary>One line of two files beside each other.</summary>
public sealed record BothSay(string Field, string? Here, string? There);

/// <summary>Two people that somebody decided about, each as their file has them, with what both files say about making contact.</summary>
public sealed record Joined(SamePerson Half, KnownPerson Mine, KnownPerson Theirs, string? Reason, string? EndReason, IReadOnlyList<BothSay> Lines, IReadOnlyList<string> SafeContact, IReadOnlyList<string> UnsafeWays)
{
    public static async Task<Joined> ReadAsync(PartnershipDb db, SamePerson half, KnownPerson mine, KnownPerson theirs, CancellationToken ct)
    {
        var ways = await WaysAsync(db, [mine, theirs], ct);
        var contacts = new List<SafeContact>();
        foreach (var person in new[] { mine, theirs })
            if (await db.Referrals.AsNoTracking().Where(r => r.CaseFile == person.Person.CaseFile).OrderByDescending(r => r.ReceivedAt).FirstOrDefaultAsync(ct) is { } referral)
                contacts.Add(People.SafeContact.FromJson(person.Key.Reveal(referral.SafeContact)));
        return new(half, mine, theirs, mine.Key.RevealIfAny(half.Reason), mine.Key.RevealIfAny(half.EndReason),
        [
            new("Name", mine.Name, theirs.Name),
            new("Date of birth", Born(mine), Born(theirs)),
            new("Ways to make contact", Ways(mine, ways), Ways(theirs, ways)),
            new("Gender", Demographics.Gender.TitleOf(mine.Person.Gender), Demographics.Gender.TitleOf(theirs.Person.Gender)),
            new("Ethnicity", Demographics.Ethnicity.TitleOf(mine.Person.Ethnicity), Demographics.Ethnicity.TitleOf(theirs.Person.Ethnicity)),
            new("Disability", Demographics.Disability.TitleOf(mine.Person.Disability), Demographics.Disability.TitleOf(theirs.Person.Disability)),
        ], contacts.Count == 2 ? Together.Explain(contacts[0], contacts[1]) : contacts.Count == 1 ? contacts[0].Explain() : [], [.. ways.Where(w => w.IsSafe == false).Select(w => w.Value).Distinct()]);
    }

    private static string? Born(KnownPerson person) => person.Born is { } day ? Spoken.Day(day) : person.Person.Age is { } age ? $"About {age}" : null;

    private static string? Ways(KnownPerson person, IReadOnlyList<Way> ways)
    {
        var own = ways.Where(w => w.Person == person.Person.Id).Select(w => w.IsSafe == false ? $"{w.Value} (not safe)" : w.Value).ToList();
        return own.Count == 0 ? null : string.Join(", ", own);
    }

    /// <summary>The ways of both. One that either file marks as unsafe is unsafe in both.</summary>
    private static async Task<IReadOnlyList<Way>> WaysAsync(PartnershipDb db, KnownPerson[] people, CancellationToken ct)
    {
        var ids = people.Select(p => p.Person.Id).ToArray();
        var keys = people.ToDictionary(p => p.Person.Id, p => p.Key);
        var ways = (await db.ContactMethods.AsNoTracking().Where(m => ids.Contains(m.Person)).OrderBy(m => m.Id).ToListAsync(ct)).Select(m => new Way(m.Person, keys[m.Person].Reveal(m.Value), m.IsSafe)).ToList();
        var unsafeOnes = ways.Where(w => w.IsSafe == false).Select(Plain).ToHashSet(StringComparer.Ordinal);
        return [.. ways.Select(w => unsafeOnes.Contains(Plain(w)) ? w with { IsSafe = false } : w)];
    }

    private static string Plain(Way way) => SearchTerms.Phone(way.Value) ?? way.Value.Trim().ToLowerInvariant();

    private sealed record Way(Id<Person> Person, string Value, bool? IsSafe);
}
