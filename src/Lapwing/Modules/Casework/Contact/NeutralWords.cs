using System.Text.RegularExpressions;
using Lapwing.Modules.People;

namespace Lapwing.Modules.Casework.Contact;

/// <summary>Words that tell somebody who reads over a shoulder what a message is about: about two hundred of them (Data/telling-words.txt), and the name of every agency, team and service of the directory.</summary>
public static partial class NeutralWords
{
    private const string Resource = "Lapwing.Modules.Casework.Contact.Data.telling-words.txt";

    /// <summary>A name of one ordinary word says nothing by itself inside a sentence; a longer one does wherever it stands.</summary>
    private static readonly HashSet<string> Ordinary = ["council", "team", "service", "front door", "ours", "theirs", "elsewhere", "housing", "outreach"];

    public static IReadOnlyList<string> All { get; } = Read();

    /// <summary>The first telling word in a text, or null. Words hidden in an e-mail address or a link count too.</summary>
    public static string? Find(string text, IReadOnlyCollection<string> names)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(names);
        var words = " " + string.Join(' ', Words().Matches(PlainAddress.Plain(text)).Select(m => m.Value)) + " ";
        var joined = words.Replace(" ", "", StringComparison.Ordinal);
        foreach (var word in All)
            if (words.Contains($" {word} ", StringComparison.Ordinal) || words.Contains($" {word}s ", StringComparison.Ordinal) || word.Length >= 6 && Addressed().IsMatch(text) && joined.Contains(word.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal))
                return word;
        foreach (var name in names)
        {
            var plain = string.Join(' ', Words().Matches(PlainAddress.Plain(name)).Select(m => m.Value));
            if (plain.Length >= 4 && !Ordinary.Contains(plain) && words.Contains($" {plain} ", StringComparison.Ordinal))
                return name;
        }
        return null;
    }

    private static List<string> Read()
    {
        using var reader = new StreamReader(typeof(NeutralWords).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException("The list of telling words is missing."));
        return [.. reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"@|://")]
    private static partial Regex Addressed();
}
