using System.Globalization;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.People.Linkage;

/// <summary>Whoever may be meant by a typed name, birth date and telephone number, from the blind index alone: nothing is revealed here.
/// What was typed may be wrong in one place, so what is looked for goes from the exact to what may have been meant, until there are enough.</summary>
public static class Candidates
{
    /// <summary>A person holds several of the terms that are looked for, so more rows than people are read.</summary>
    private const int RowsPerPerson = 3;

    /// <summary>Among those whom the viewer of this database may know.</summary>
    /// <param name="most">When there are so many, nobody looks further.</param>
    public static async Task<IReadOnlyList<Id<Person>>> FindAsync(PartnershipDb db, string? name, DateOnly? born, string? phone, int most, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var found = new List<Id<Person>>();
        foreach (var (lead, other) in Tiers(name, born, phone))
        {
            if (found.Count >= most)
                break;
            long[] terms = [.. lead.Select(db.Session.Index.NumberOf).Distinct()], others = [.. other.Select(db.Session.Index.NumberOf).Distinct()];
            if (terms.Length == 0)
                continue;
            var keys = await db.KeysWithAsync(terms, ct);
            if (others.Length > 0)
                keys = keys.Where(k => db.SearchKeys.Any(o => o.Shelf == k.Shelf && o.CaseFile == k.CaseFile && o.Person == k.Person && others.Contains(o.Term)));
            found.AddRange((await keys.Select(k => k.Person).Take(most * RowsPerPerson).ToListAsync(ct)).Distinct().Except(found).ToList());
        }
        return [.. found.Take(most)];
    }

    /// <summary>What is looked for, one after another: people who have one of the first terms and, where there are any, one of the second.</summary>
    internal static IEnumerable<(IReadOnlyList<SearchTerm> Lead, IReadOnlyList<SearchTerm> Other)> Tiers(string? name, DateOnly? born, string? phone)
    {
        var parts = PlainName.Parts(name);
        var typed = SearchTerms.ToFind(name, born, phone).ToLookup(term => term.Kind);
        if (typed[SearchTermKind.Phone].Any())
            yield return ([.. typed[SearchTermKind.Phone]], []);
        if (born is { } day && parts.Count > 0)
        {
            yield return ([.. typed[SearchTermKind.SoundAndBorn]], []);
            // A part in another script has no sound; one that was heard quite differently shares the date and its letters.
            yield return ([.. typed[SearchTermKind.Born]], [.. parts.SelectMany(PartTerms)]);
            yield return ([.. SoundsOf(parts[^1]).SelectMany(sound => NearlyThat(day).Select(near => OnDay(sound, near)))], parts.Count < 2 ? [] : PartTerms(parts[0]));
            yield return ([.. MeantSounds(parts).SelectMany(sound => new[] { day, SearchTerms.Swapped(day) ?? day }.Distinct().Select(near => OnDay(sound, near)))], []);
        }
        if (parts.Count < 2)
        {
            if (born is null && parts.Count == 1)
            {
                yield return (PartTerms(parts[0]), []);
                yield return ([.. NameVariants.Of(parts[0]).Select(v => new SearchTerm(SearchTermKind.Name, v))], []);
                yield return ([.. ErrorRules.SoundsMeantBy(parts[0]).Select(s => new SearchTerm(SearchTermKind.Sound, s))], []);
            }
            yield break;
        }
        var (first, last) = (parts[0], parts[^1]);
        yield return (Pairs(SoundsOf(first), SoundsOf(last)), []);
        yield return ([.. Pairs(VariantSounds(first), SoundsOf(last)), .. Pairs(SoundsOf(first), VariantSounds(last))], []);
        yield return ([new(SearchTermKind.Name, last)], PartTerms(first));
        yield return (Pairs(ErrorRules.SoundsMeantBy(last), SoundsOf(first)), []);
        yield return (Pairs(ErrorRules.SoundsMeantBy(first), SoundsOf(last)), []);
    }

    /// <summary>The dates that differ in one digit or in the order of two neighbours, the century apart.</summary>
    internal static IEnumerable<DateOnly> NearlyThat(DateOnly day)
    {
        var digits = day.ToString("yyyyMMdd", CultureInfo.InvariantCulture).ToCharArray();
        for (var at = 2; at < digits.Length; at++)
        {
            var kept = digits[at];
            for (var digit = '0'; digit <= '9'; digit++)
            {
                digits[at] = digit;
                if (digit != kept && DateOnly.TryParseExact(digits, "yyyyMMdd", out var near))
                    yield return near;
            }
            digits[at] = kept;
            if (at + 1 == digits.Length || digits[at] == digits[at + 1])
                continue;
            (digits[at], digits[at + 1]) = (digits[at + 1], digits[at]);
            if (DateOnly.TryParseExact(digits, "yyyyMMdd", out var changedOver))
                yield return changedOver;
            (digits[at], digits[at + 1]) = (digits[at + 1], digits[at]);
        }
    }

    private static IEnumerable<string> MeantSounds(IReadOnlyList<string> parts) => parts.Count > 1 ? [] : ErrorRules.SoundsMeantBy(parts[0]);

    private static SearchTerm OnDay(string sound, DateOnly day) => new(SearchTermKind.SoundAndBorn, $"{sound}|{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");

    /// <summary>The terms that stand for one part: its letters, its sounds, its beginning, and other forms of the name.</summary>
    private static IReadOnlyList<SearchTerm> PartTerms(string part) =>
    [
        new(SearchTermKind.Name, part), .. SoundsOf(part).Select(sound => new SearchTerm(SearchTermKind.Sound, sound)),
        .. PlainName.Prefix(part, SearchTerms.PrefixLength) is { } beginning ? [new(SearchTermKind.Prefix, beginning)] : Array.Empty<SearchTerm>(),
        .. NameVariants.Of(part).Select(variant => new SearchTerm(SearchTermKind.Name, variant)),
    ];

    private static IReadOnlyList<string> SoundsOf(string part) => SoundCode.Of(part);

    private static IReadOnlyList<string> VariantSounds(string part) => [.. NameVariants.Of(part).SelectMany(SoundCode.Of).Distinct()];

    private static IReadOnlyList<SearchTerm> Pairs(IReadOnlyList<string> ones, IReadOnlyList<string> others) =>
        [.. ones.SelectMany(one => others.Select(other => new SearchTerm(SearchTermKind.SoundPair, string.CompareOrdinal(one, other) <= 0 ? $"{one}|{other}" : $"{other}|{one}"))).Distinct()];
}
