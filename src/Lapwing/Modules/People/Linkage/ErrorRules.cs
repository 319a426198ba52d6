namespace Lapwing.Modules.People.Linkage;

/// <summary>One way in which a name is misheard or misread.</summary>
/// <param name="Kind"><c>sound</c> or <c>scan</c>.</param>
/// <param name="Where"><c>all</c>, <c>start</c>, <c>middle</c> or <c>end</c>.</param>
public sealed record ErrorRule(string Kind, string Where, string From, string To)
{
    /// <summary>The places in a name at which these letters stand where the rule asks for them.</summary>
    public IEnumerable<int> PlacesIn(string name, string letters)
    {
        for (var at = letters.Length == 0 ? -1 : name.IndexOf(letters, StringComparison.Ordinal); at >= 0; at = name.IndexOf(letters, at + 1, StringComparison.Ordinal))
        {
            var (starts, ends) = (at == 0, at + letters.Length == name.Length);
            if (Where switch { "start" => starts, "end" => ends, "middle" => !starts && !ends, _ => true })
                yield return at;
        }
    }
}

/// <summary>How names are misheard and misread (from sdglinkage, MIT licence; see Data/typed-errors.txt), and what may have been meant by what was typed.</summary>
public static class ErrorRules
{
    private const int LongestUndone = 20;

    /// <summary>One letter for each sound: which of them was left out or mistaken hardly matters for a code of sounds.</summary>
    private const string OneOfEachSound = "abcdghjklmnrstvy";

    /// <summary>All rules.</summary>
    public static IReadOnlyList<ErrorRule> All { get; } = Read();

    private static readonly ErrorRule[] OfSeveralLetters = [.. All.Where(rule => rule.To.Length > 0 && rule.From.Length + rule.To.Length > 2)];

    /// <summary>The sounds of what may have been meant by a typed part: each letter left out, put in, mistaken or changed over with its neighbour, and the rules
    /// undone. Its own sounds are not among them.</summary>
    public static IReadOnlyList<string> SoundsMeantBy(string part)
    {
        ArgumentNullException.ThrowIfNull(part);
        if (part.Length < 2 || part.Length > LongestUndone || SoundCode.Of(part) is not { Count: > 0 } own)
            return [];
        var sounds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var meant in MeantBy(part))
            sounds.UnionWith(SoundCode.Of(meant));
        sounds.ExceptWith(own);
        return [.. sounds.Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> MeantBy(string part)
    {
        for (var at = 0; at <= part.Length; at++)
        {
            foreach (var letter in OneOfEachSound)
            {
                yield return part.Insert(at, letter.ToString());
                if (at < part.Length)
                    yield return $"{part[..at]}{letter}{part[(at + 1)..]}";
            }
            if (at < part.Length && part.Length > 2)
                yield return part.Remove(at, 1);
            if (at + 1 < part.Length)
                yield return $"{part[..at]}{part[at + 1]}{part[at]}{part[(at + 2)..]}";
        }
        foreach (var rule in OfSeveralLetters)
            foreach (var at in rule.PlacesIn(part, rule.To))
                yield return part[..at] + rule.From + part[(at + rule.To.Length)..];
    }

    private static ErrorRule[] Read()
    {
        using var stream = typeof(Person).Assembly.GetManifestResourceStream(typeof(Person), "Data.typed-errors.csv")
            ?? throw new InvalidOperationException("The rules of errors are missing from the program.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        var rules = new List<ErrorRule>();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            rules.Add(new(cells[0], cells[1], cells[2], cells[3]));
        }
        return [.. rules];
    }
}
