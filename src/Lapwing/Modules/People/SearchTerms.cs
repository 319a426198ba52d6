using System.Globalization;
using PhoneNumbers;

namespace Lapwing.Modules.People;

/// <summary>
/// The keys by which people are found in the blind index: name parts, their first letters, their sounds alone and by two, birth dates, telephone numbers.
/// Addresses and postcodes are not among them on purpose: a search that confirms an address tells an abuser where somebody lives.
/// </summary>
public static class SearchTerms
{
    /// <summary>The characters of a prefix.</summary>
    public const int PrefixLength = 3;

    /// <summary>The most terms of one person: forty names with several birth dates have about 800.</summary>
    public const int MostTerms = 2_000;

    /// <summary>Of how many parts of a name each two are a term.</summary>
    private const int PairedParts = 12;

    private static readonly PhoneNumberUtil Phones = PhoneNumberUtil.GetInstance();

    /// <summary>The terms to store for a person.</summary>
    /// <param name="names">Given names, family names, aliases and earlier names, in any order; empty ones are skipped.</param>
    /// <param name="born">Every birth date that somebody reported ("exact or several", as the MARAC form asks).</param>
    /// <param name="phones">Every number, as typed.</param>
    public static IReadOnlyList<SearchTerm> ToStore(IEnumerable<string?> names, IEnumerable<DateOnly> born, IEnumerable<string?> phones) =>
        Terms(names, [.. born], phones, p => PlainName.Prefix(p, PrefixLength));

    /// <summary>
    /// The terms to look for. A birth date is looked for also with day and month swapped, the commonest slip in a typed date.
    /// A typed part of exactly three characters is looked for as a beginning too.
    /// </summary>
    public static IReadOnlyList<SearchTerm> ToFind(string? name, DateOnly? born = null, string? phone = null) =>
        Terms([name], born is { } day ? [.. new[] { day, Swapped(day) ?? day }.Distinct()] : [], [phone], p => PlainName.Prefix(p, PrefixLength) == p ? p : null);

    /// <summary>The date with day and month swapped; null when there is no such date or it is the same.</summary>
    public static DateOnly? Swapped(DateOnly day) => day.Day <= 12 && day.Day != day.Month ? new DateOnly(day.Year, day.Day, day.Month) : null;

    /// <summary>A telephone number in international form (E.164), read as British where it has no country; null when it cannot be one.</summary>
    public static string? Phone(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > 40)
        {
            return null;
        }
        try
        {
            var number = Phones.Parse(typed, "GB");
            return Phones.IsPossibleNumber(number) ? Phones.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>An e-mail address as it is compared; null when it cannot be one.</summary>
    public static string? Email(string? typed)
    {
        var address = typed?.Trim().ToLowerInvariant() ?? "";
        return address.Length is > 2 and <= 320 && address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < address.Length - 1 ? address.Normalize() : null;
    }

    private static IEnumerable<string> Pairs(IReadOnlyList<string> parts) =>
        from one in Enumerable.Range(0, parts.Count)
        from other in Enumerable.Range(one + 1, parts.Count - one - 1)
        from sound in SoundCode.Of(parts[one])
        from second in SoundCode.Of(parts[other])
        select string.CompareOrdinal(sound, second) <= 0 ? $"{sound}|{second}" : $"{second}|{sound}";

    private static List<SearchTerm> Terms(IEnumerable<string?> names, IReadOnlyList<DateOnly> born, IEnumerable<string?> phones, Func<string, string?> prefix)
    {
        var terms = new List<SearchTerm>();
        var seen = new HashSet<SearchTerm>();
        var parts = new List<string>();
        var wholes = new List<IReadOnlyList<string>>();
        foreach (var name in names)
        {
            var whole = PlainName.Parts(name);
            wholes.Add(whole);
            foreach (var part in whole)
            {
                Add(SearchTermKind.Name, part, parts);
            }
        }
        var sounds = new List<string>();
        var heard = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            foreach (var sound in SoundCode.Of(part).Where(s => heard.Add(s)))
            {
                sounds.Add(sound);
            }
        }
        foreach (var day in born)
        {
            Add(SearchTermKind.Born, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
        var dates = terms.Where(t => t.Kind == SearchTermKind.Born).Select(t => t.Text).ToList();
        foreach (var phone in phones)
        {
            Add(SearchTermKind.Phone, Phone(phone));
        }
        foreach (var sound in sounds)
        {
            foreach (var date in dates)
            {
                Add(SearchTermKind.SoundAndBorn, $"{sound}|{date}");
            }
        }
        foreach (var sound in sounds)
        {
            Add(SearchTermKind.Sound, sound);
        }
        foreach (var part in parts)
        {
            Add(SearchTermKind.Prefix, prefix(part));
        }
        // The first names that are given belong together, and so do the parts of each other name by itself.
        foreach (var pair in Pairs([.. parts.Take(PairedParts)]).Concat(wholes.SelectMany(Pairs)))
        {
            Add(SearchTermKind.SoundPair, pair);
        }
        return terms.Count <= MostTerms ? terms : terms.GetRange(0, MostTerms);

        void Add(SearchTermKind kind, string? text, List<string>? also = null)
        {
            if (text is null || terms.Count > MostTerms || !seen.Add(new(kind, text)))
            {
                return;
            }
            terms.Add(new(kind, text));
            also?.Add(text);
        }
    }
}
