using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;

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
    public static IEnumerable<SearchKey> KeysFor(this BlindIndex index, Person person, IEnumerable<string?> names, IEnumerable<DateOnly> born, IEnumerable<string?> phones, IEnumerable<string?>? emails = null)
    {
        ArgumentNullException.ThrowIfNull(person);
        var addresses = (emails ?? []).Select(SearchTerms.Email).OfType<string>().Select(address => new SearchTerm(SearchTermKind.Email, address));
        return SearchTerms.ToStore(names, born, phones).Concat(addresses).Select(index.NumberOf).Distinct().Select(term => SearchKey.For(term, person.Id, person.CaseFile));
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
