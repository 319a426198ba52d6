using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.People;

/// <summary>Keeps the blind index in step with a person who was added or edited: what they are called no longer finds them, what they are called now does.</summary>
public static class SearchUpkeep
{
    /// <param name="before">How they were known; null for somebody new.</param>
    public static async Task FollowAsync(PartnershipDb db, FileKey key, Person person, PersonDetails? before, PersonDetails after, CancellationToken ct = default)
    {
        var index = db.Session.Index;
        if (before is null)
        {
            db.SearchKeys.AddRange(index.KeysFor(person, after.Names, after.BirthDates, []));
            return;
        }
        var ways = (await db.ContactMethods.AsNoTracking().Where(m => m.Person == person.Id).ToListAsync(ct)).ToLookup(m => m.Kind == ContactKind.Email, m => key.Reveal(m.Value));
        string[] phones = [.. ways[false]];
        long[] earlier = index.TermsFor(before.Names, before.BirthDates, phones, ways[true]), wanted = index.TermsFor(after.Names, after.BirthDates, phones);
        // Only terms of what was changed go: a term that something else put there stays.
        var gone = index.TermsFor(before.Names, before.BirthDates, phones).Except(wanted).ToHashSet();
        var there = await (await db.KeysWithAsync([.. earlier.Union(wanted)], ct)).AsTracking().Where(k => k.Person == person.Id && k.CaseFile == person.CaseFile).ToListAsync(ct);
        db.SearchKeys.RemoveRange(there.Where(k => gone.Contains(k.Term)));
        // What is new goes to the shelf where the person's other keys stand.
        db.SearchKeys.AddRange(index.KeysFor(person, after.Names, after.BirthDates, phones, shelf: there.FirstOrDefault()?.Shelf).ExceptBy(there.Select(k => k.Term), k => k.Term));
    }

    /// <summary>A number or e-mail address that was written down later finds the person like one that came with the referral, and is compared with those of members.</summary>
    /// <param name="before">What stood there, where it was corrected.</param>
    public static async Task FollowAsync(PartnershipDb db, FileKey key, Id<Person> id, ContactKind kind, string? before, string after, CancellationToken ct = default)
    {
        var index = db.Session.Index;
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == id, ct);
        DateOnly[] born = DateOnly.TryParseExact(key.RevealIfAny(person.BornOn), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? [day] : [];
        // Those that others of the person's ways share stay.
        var still = (await db.ContactMethods.AsNoTracking().Where(m => m.Person == id).ToListAsync(ct)).Select(m => (m.Kind, Value: key.Reveal(m.Value))).Where(m => m != (kind, before)).SelectMany(m => Terms(m.Kind, m.Value)).ToHashSet();
        long[] wanted = Terms(kind, after), gone = before is null ? [] : [.. Terms(kind, before).Except(wanted).Where(term => !still.Contains(term))];
        long[] known = [.. index.TermsFor([key.RevealIfAny(person.GivenName), key.RevealIfAny(person.FamilyName)], born, []), .. wanted, .. gone];
        var there = await (await db.KeysWithAsync(known, ct)).AsTracking().Where(k => k.Person == id && k.CaseFile == person.CaseFile).ToListAsync(ct);
        db.SearchKeys.RemoveRange(there.Where(k => gone.Contains(k.Term)));
        var shelf = there.FirstOrDefault()?.Shelf ?? index.Shelves.Take(wanted.Length);
        db.SearchKeys.AddRange(wanted.Except(there.Select(k => k.Term)).Select(term => SearchKey.For(shelf, term, id, person.CaseFile)));

        long[] Terms(ContactKind of, string value) => of == ContactKind.Email ? index.TermsFor([], [], [], [value]) : index.TermsFor([], [], [value]);
    }
}
