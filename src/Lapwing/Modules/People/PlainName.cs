using System.Globalization;
using System.Text;

namespace Lapwing.Modules.People;

/// <summary>
/// Names as they are compared, in any script: compatibility decomposition (Unicode NFKD), accents and vowel points taken off where the script writes
/// them optionally (Latin, Greek, Cyrillic, Hebrew, Arabic), letters that Unicode does not decompose written out (ł, ø, ß …), lower case, recomposed
/// (NFC), split at everything that is not a letter, a mark or a digit. Scripts whose vowels are marks (Devanagari, Bengali, Tamil …) keep them.
/// Sources: Unicode Standard Annex 15 (normalisation); the folding of letters follows Unicode CLDR's Latin-ASCII transform.
/// </summary>
public static class PlainName
{
    /// <summary>The longest part that is compared, in UTF-16 units: the rest of a longer one is ignored.</summary>
    public const int PartLength = 40;

    /// <summary>The most parts of one name that are compared.</summary>
    public const int MostParts = 8;

    private const int LongestInput = 1_000;

    /// <summary>
    /// The parts of a name, and, where an apostrophe or hyphen joined them, the joined form first: <c>O'Neil</c> gives <c>oneil</c> and <c>neil</c>,
    /// <c>Smith-Jones</c> gives <c>smithjones</c>, <c>smith</c> and <c>jones</c>. A single Latin letter is no part by itself unless it is the whole name.
    /// </summary>
    public static IReadOnlyList<string> Parts(string? name)
    {
        List<string> parts = [];
        foreach (var word in Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var pieces = word.Split('-', StringSplitOptions.RemoveEmptyEntries);
            if (pieces.Length > 1)
            {
                parts.Add(string.Concat(pieces));
            }
            parts.AddRange(pieces);
        }
        var telling = parts.Where(p => p.Length > 1 || p[0] > 'z').ToList();
        return [.. (telling.Count > 0 ? telling : parts).Select(Cut).Distinct(StringComparer.Ordinal).Take(MostParts)];
    }

    /// <summary>The first characters of a part, as a reader counts them; null when it is shorter.</summary>
    public static string? Prefix(string part, int characters)
    {
        var ends = StringInfo.ParseCombiningCharacters(part);
        return ends.Length < characters ? null : ends.Length == characters ? part : part[..ends[characters]];
    }

    /// <summary>The folded name; words are separated by one space, pieces of a word that an apostrophe or hyphen joined by one hyphen.</summary>
    private static string Fold(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return string.Empty;
        }
        if (Ascii.IsValid(name))
        {
            return FoldAscii(name.AsSpan(0, Math.Min(name.Length, LongestInput)));
        }
        var folded = new StringBuilder(Math.Min(name.Length, LongestInput) + 8);
        var optionalMarks = true;
        foreach (var rune in Whole(name).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark:
                    if (!optionalMarks)
                    {
                        folded.Append(rune);
                    }
                    break;
                case UnicodeCategory.Format or UnicodeCategory.Control when !Rune.IsWhiteSpace(rune):
                case UnicodeCategory.ModifierLetter when rune.Value == 0x640: // Arabic tatweel only stretches a line
                    break;
                case UnicodeCategory.DecimalDigitNumber:
                    folded.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
                    break;
                case var category when Rune.IsLetter(rune) && category != UnicodeCategory.ModifierLetter:
                    optionalMarks = rune.Value < 0x780;
                    folded.Append(Letter(Rune.ToLowerInvariant(rune)));
                    break;
                default:
                    folded.Append(IsJoiner(rune.Value) ? '-' : ' ');
                    break;
            }
        }
        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The same for the letters of English, which need no decomposition: most names of most partnerships.</summary>
    private static string FoldAscii(ReadOnlySpan<char> name)
    {
        Span<char> folded = name.Length <= 256 ? stackalloc char[name.Length] : new char[name.Length];
        var length = 0;
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                folded[length++] = char.ToLowerInvariant(c);
            }
            else if (!char.IsControl(c) || char.IsWhiteSpace(c))
            {
                folded[length++] = IsJoiner(c) ? '-' : ' ';
            }
        }
        return new string(folded[..length]);
    }

    /// <summary>The beginning of a text, with lone halves of surrogate pairs (which cannot be normalised) replaced.</summary>
    private static string Whole(string name)
    {
        var text = new StringBuilder();
        foreach (var rune in name.AsSpan(0, Math.Min(name.Length, LongestInput)).EnumerateRunes())
        {
            text.Append(rune);
        }
        return text.ToString();
    }

    /// <summary>Hyphens and dashes, apostrophes and what people type for them, modifier letters such as the Hawaiian okina.</summary>
    private static bool IsJoiner(int rune) => rune is '-' or '\'' or '`' or 0xB4 or (>= 0x2B0 and <= 0x2FF) or (>= 0x2010 and <= 0x2015) or 0x2018 or 0x2019 or 0x201B or 0x2032 or 0x2212;

    /// <summary>Letters that Unicode does not decompose, and Arabic letters that are typed interchangeably (Persian and Urdu keyboards).</summary>
    private static string Letter(Rune rune) => rune.Value switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ł' => "l",
        'ħ' => "h",
        'ı' => "i",
        'ŋ' => "n",
        'ŧ' => "t",
        'ə' => "e",
        0x629 => "\u0647", // teh marbuta as heh
        0x649 or 0x6CC => "\u064A", // alef maksura and Farsi yeh as yeh
        0x6A9 => "\u0643", // keheh as kaf
        0x6C1 or 0x6BE => "\u0647", // heh goal and heh doachashmee as heh
        _ => rune.ToString(),
    };

    private static string Cut(string part)
    {
        if (part.Length <= PartLength)
        {
            return part;
        }
        var end = char.IsHighSurrogate(part[PartLength - 1]) ? PartLength - 1 : PartLength;
        return part[..end];
    }
}
