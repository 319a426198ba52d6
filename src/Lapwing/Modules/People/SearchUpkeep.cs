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
        string[] phones = before is null ? []
            : [.. (await db.ContactMethods.AsNoTracking().Where(m => m.Person == person.Id && m.Kind != ContactKind.Email).ToListAsync(ct)).Select(m => key.Reveal(m.Value))];
        var index = db.Session.Index;
        var wanted = Keys(after).ToDictionary(k => k.Term);
        // Only terms of what was changed go: a term that something else put there stays.
        var gone = before is null ? [] : Keys(before).Select(k => k.Term).Where(term => !wanted.ContainsKey(term)).ToArray();
        if (gone.Length > 0)
            db.SearchKeys.RemoveRange(await db.SearchKeys.Where(k => k.Person == person.Id && k.CaseFile == person.CaseFile && gone.Contains(k.Term)).ToListAsync(ct));
        long[] had = before is null ? [] : await db.SearchKeys.AsNoTracking().Where(k => k.Person == person.Id && k.CaseFile == person.CaseFile).Select(k => k.Term).ToArrayAsync(ct);
        db.SearchKeys.AddRange(wanted.Values.ExceptBy(had, k => k.Term));

        IEnumerable<SearchKey> Keys(PersonDetails details) => index.KeysFor(person, details.Names, details.BirthDates, phones);
    }
}
