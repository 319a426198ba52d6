namespace Lapwing.Modules.People.Linkage;

/// <summary>Every different name once, with what comparing needs to know about it: its letters, its sounds, what it stands for, and how many people bear it.
/// Names are numbers from then on; 0 is no name.</summary>
public sealed class NameBook
{
    private readonly Dictionary<string, int> byTyped = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> byText = new(StringComparer.Ordinal);
    private readonly List<NameEntry> entries = [NameEntry.None];

    /// <summary>How many different names there are, no name included.</summary>
    public int Count => entries.Count;

    /// <summary>What is known of a name.</summary>
    public NameEntry this[int name] => entries[name];

    /// <summary>The number of a name; the same for every way of typing its capitals, accents and spaces.</summary>
    public int NumberOf(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return 0;
        if (byTyped.TryGetValue(typed, out var known))
            return known;
        var parts = PlainName.Parts(typed);
        var text = string.Join(' ', parts);
        if (text.Length == 0)
            return byTyped[typed] = 0;
        if (!byText.TryGetValue(text, out var number))
        {
            byText[text] = number = entries.Count;
            entries.Add(NameEntry.Of(text, parts));
        }
        return byTyped[typed] = number;
    }

    /// <summary>The entries by number, for comparing without a look-up.</summary>
    public NameEntry[] ToArray() => [.. entries];
}

/// <summary>What comparing needs to know of one name.</summary>
/// <param name="Text">The folded name; its parts are separated by a space.</param>
/// <param name="Parts">Its parts.</param>
/// <param name="Letters">The set of its letters.</param>
/// <param name="Sounds">The codes of all its parts.</param>
/// <param name="Sound">The one code under which it is looked for; 0 when it has no sound.</param>
/// <param name="Variants">The names that stand for it.</param>
public sealed record NameEntry(string Text, string[] Parts, uint Letters, int[] Sounds, int Sound, IReadOnlyList<string> Variants)
{
    /// <summary>No name.</summary>
    public static NameEntry None { get; } = new("", [], 0, [], 0, []);

    /// <summary>The first letter; no name has none.</summary>
    public char Initial => Text.Length == 0 ? '\0' : Text[0];

    internal static NameEntry Of(string text, IReadOnlyList<string> parts)
    {
        int[] sounds = [.. parts.SelectMany(SoundCode.Of).Select(code => int.Parse(code, System.Globalization.CultureInfo.InvariantCulture) + 1).Distinct()];
        // Of the ways to say it the one with the harder consonants: Catherine then meets Katherine.
        return new(text, [.. parts], Likeness.LettersOf(text), sounds, sounds.Length == 0 ? 0 : sounds.Max(), NameVariants.Of(text));
    }
}
