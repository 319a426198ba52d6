using System.Globalization;
using System.Text;

namespace Lapwing.Modules.People;

/// <summary>A name as it is kept and shown, in any script. What only deceives the eye is taken out: controls that turn the direction of writing (a name could
/// reorder the sentence around it), characters of no width, lone halves of characters. The joiners that Persian, Urdu and the scripts of India spell with stay.
/// Source: Unicode Technical Report 36 (security considerations), section 2.</summary>
public static class NameText
{
    private const int NonJoiner = 0x200C, Joiner = 0x200D;

    /// <summary>Null when nothing is left.</summary>
    public static string? Tidy(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        var kept = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                kept.Append(' ');
            else if (rune.Value is NonJoiner or Joiner || !IsInvisible(rune))
                kept.Append(rune);
        }
        var name = string.Join(' ', kept.ToString().Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim((char)NonJoiner, (char)Joiner);
        return name.Length == 0 ? null : name;
    }

    /// <summary>One name on each line; empty lines and repetitions are left out.</summary>
    public static IReadOnlyList<string> Lines(string? typed) =>
        [.. (typed ?? "").ReplaceLineEndings("\n").Split('\n').Select(Tidy).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned || rune.Value is 0xFFFD or 0x115F or 0x1160 or 0x3164 or 0xFFA0;
}
