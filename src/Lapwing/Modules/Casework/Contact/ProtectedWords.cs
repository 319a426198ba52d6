using System.Text.RegularExpressions;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Contact;

/// <summary>
/// Looks through a text for what must not be in it: an address, a telephone, an e-mail or a code phrase of anybody in the matter. Charnwood's letter stated the new address to the old home;
/// the hospital's listed the address of everybody it went to. It says what kind of thing it found and never what it is or whose.
/// </summary>
internal static partial class ProtectedWords
{
    /// <summary>Shorter pieces occur by chance.</summary>
    private const int ShortestPiece = 6;

    /// <param name="all">Opened for <see cref="UnrestrictedReason.SendGuard"/>.</param>
    /// <param name="destination">The address that the letter goes to: that one it may hold.</param>
    public static async Task<IReadOnlyList<string>> FindAsync(PartnershipDb all, Id<CaseFile> file, Id<Whereabouts>? destination, string text, CancellationToken ct)
    {
        var matter = await all.CaseFiles.Where(f => f.Id == file).Select(f => f.Matter).SingleAsync(ct);
        var files = await all.CaseFiles.Where(f => f.Matter == matter).Select(f => f.Id).ToArrayAsync(ct);
        var keys = await all.KeysOfAsync(files, ct);
        var methods = (await all.ContactMethods.AsNoTracking().Where(m => files.Contains(m.CaseFile)).ToListAsync(ct)).Where(m => keys.ContainsKey(m.CaseFile)).ToList();
        var places = (await all.Whereabouts.AsNoTracking().Where(w => files.Contains(w.CaseFile)).ToListAsync(ct)).Where(w => keys.ContainsKey(w.CaseFile)).ToList();
        var own = places.FirstOrDefault(w => w.Id == destination) is { } place ? keys[place.CaseFile].Reveal(place.Address) : null;
        return Find(text, own, [.. places.Where(w => w.Id != destination).Select(w => keys[w.CaseFile].Reveal(w.Address))],
            [.. methods.Where(m => m.Kind == ContactKind.Telephone).Select(m => keys[m.CaseFile].Reveal(m.Value))],
            [.. methods.Where(m => m.Kind == ContactKind.Email).Select(m => keys[m.CaseFile].Reveal(m.Value))],
            [.. methods.Select(m => m.SafetyOf(keys[m.CaseFile]).CodePhrase).OfType<string>()]);
    }

    public static IReadOnlyList<string> Find(string text, string? own, IReadOnlyList<string> addresses, IReadOnlyList<string> phones, IReadOnlyList<string> emails, IReadOnlyList<string> phrases)
    {
        var found = new List<string>();
        var (plain, digits) = (Compact(text), Digits(text));
        var mine = own is null ? [] : PiecesOf(own).ToHashSet(StringComparer.Ordinal);
        if (addresses.SelectMany(PiecesOf).Any(piece => !mine.Contains(piece) && plain.Contains(piece, StringComparison.Ordinal)))
            found.Add("an address");
        // A number is written with and without its country, with spaces and dashes: its last nine digits are its own.
        if (phones.Select(Digits).Where(number => number.Length >= 7).Any(number => digits.Contains(number[^Math.Min(9, number.Length)..], StringComparison.Ordinal))
            || phones.Where(phone => Digits(phone).Length < 7).Select(Compact).Any(phone => phone.Length >= ShortestPiece && plain.Contains(phone, StringComparison.Ordinal)))
            found.Add("a telephone number");
        if (emails.Any(email => plain.Contains(Compact(email), StringComparison.Ordinal)))
            found.Add("an e-mail address");
        if (phrases.Select(Compact).Any(phrase => phrase.Length >= ShortestPiece && plain.Contains(phrase, StringComparison.Ordinal)))
            found.Add("a code phrase");
        return found;
    }

    /// <summary>What tells an address: its first line, each line with a number, its postcode, and the whole of it.</summary>
    private static IEnumerable<string> PiecesOf(string address)
    {
        var lines = Lines().Split(address).Where(line => line.Trim().Length > 0).ToList();
        return lines.Where((line, i) => i == 0 || line.Any(char.IsAsciiDigit)).Append(string.Concat(lines)).Append(PlainAddress.PostcodeOf(address) ?? "")
            .Select(Compact).Where(piece => piece.Length >= ShortestPiece || piece.Length >= 5 && PlainAddress.PostcodeOf(piece) is not null).Distinct();
    }

    /// <summary>Letters and digits alone, small and without accents, the word for street in one form: spaces, dashes and commas hide nothing.</summary>
    private static string Compact(string text) =>
        string.Concat(Ways().Replace(PlainAddress.Plain(text), match => match.Value switch { "street" => "st", "road" => "rd", "avenue" => "ave", "close" => "cl", "lane" => "ln", var other => other }).Where(char.IsLetterOrDigit));

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    [GeneratedRegex(@"[,\r\n;]+")]
    private static partial Regex Lines();

    [GeneratedRegex(@"\b(street|road|avenue|close|lane)\b")]
    private static partial Regex Ways();
}
