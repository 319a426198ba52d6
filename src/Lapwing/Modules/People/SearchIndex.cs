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
    /// <param name="shelf">Where the person's other keys stand already: all of one person stand on one shelf.</param>
    public static IEnumerable<SearchKey> KeysFor(this BlindIndex index, Person person, IEnumerable<string?> names, IEnumerable<DateOnly> born, IEnumerable<string?> phones,
        IEnumerable<string?>? emails = null, int? shelf = null)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(person);
        var terms = index.TermsFor(names, born, phones, emails);
        var its = shelf ?? (terms.Length == 0 ? 0 : index.Shelves.Take(terms.Length));
        return terms.Select(term => SearchKey.For(its, term, person.Id, person.CaseFile));
    }

    /// <summary>The numbers of the terms under which somebody like this is found.</summary>
    public static long[] TermsFor(this BlindIndex index, IEnumerable<string?> names, IEnumerable<DateOnly> born, IEnumerable<string?> phones, IEnumerable<string?>? emails = null)
    {
        ArgumentNullException.ThrowIfNull(index);
        var addresses = (emails ?? []).Select(SearchTerms.Email).OfType<string>().Select(address => new SearchTerm(SearchTermKind.Email, address));
        return [.. SearchTerms.ToStore(names, born, phones).Concat(addresses).Select(index.NumberOf).Distinct()];
    }

    /// <summary>The keys with one of these terms, whatever shelf they stand on. Without the shelves a search would read all keys there are.</summary>
    public static async Task<IQueryable<SearchKey>> KeysWithAsync(this PartnershipDb db, long[] terms, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var shelves = await db.ShelvesAsync(ct);
        return db.SearchKeys.AsNoTracking().Where(key => shelves.Contains(key.Shelf) && terms.Contains(key.Term));
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
