using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.People;

/// <summary>The one place that turns a person's search terms into the keyed numbers of the blind index, for storing and for finding alike.</summary>
public static class SearchIndex
{
    private const string Whole = "WholePerson";

    public static long NumberOf(this BlindIndex index, SearchTerm term)
    {
        ArgumentNullException.ThrowIfNull(index);
        return index.Term(term.Kind.ToString(), term.Text);
    }

    /// <summary>The rows under which a person will be found, by those who may know.</summary>
    /// <param name="shelf">Where the person's other keys stand already (<see cref="ShelfOfAsync"/>): all of one person stand on one shelf.</param>
    public static IEnumerable<SearchKey> KeysFor(this BlindIndex index, Person person, IEnumerable<string?> names, IEnumerable<DateOnly> born, IEnumerable<string?> phones, int? shelf = null)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(person);
        long[] terms = [.. SearchTerms.ToStore(names, born, phones).Select(index.NumberOf).Distinct()];
        var its = shelf ?? (terms.Length == 0 ? 0 : index.Shelves.Take(terms.Length));
        return terms.Select(term => SearchKey.For(its, term, person.Id, person.CaseFile));
    }

    /// <summary>The keys with one of these terms, whatever shelf they stand on. Without the shelves a search would read all keys there are.</summary>
    public static async Task<IQueryable<SearchKey>> KeysWithAsync(this PartnershipDb db, long[] terms, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var shelves = await db.ShelvesAsync(ct);
        return db.SearchKeys.AsNoTracking().Where(key => shelves.Contains(key.Shelf) && terms.Contains(key.Term));
    }

    /// <summary>The shelf that the keys of a person stand on, found by some terms that the person has; null when there is no such key.</summary>
    public static async Task<int?> ShelfOfAsync(this PartnershipDb db, Person person, long[] terms, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(person);
        return await (await db.KeysWithAsync(terms, ct)).Where(key => key.CaseFile == person.CaseFile && key.Person == person.Id).Select(key => (int?)key.Shelf).FirstOrDefaultAsync(ct);
    }

    /// <summary>The number that equal named people share across files: all parts of the name and the birth date. Null when either is missing,
    /// because a name alone is shared by too many to call them one person.</summary>
    public static long? PersonKey(this BlindIndex index, string? givenName, string? familyName, DateOnly? born)
    {
        ArgumentNullException.ThrowIfNull(index);
        var given = PlainName.Parts(givenName);
        var family = PlainName.Parts(familyName);
        return given.Count == 0 || family.Count == 0 || born is not { } day ? null
            : index.Term(Whole, $"{string.Join(' ', given)}|{string.Join(' ', family)}|{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
    }
}
