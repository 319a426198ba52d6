using System.Text;
using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Notes;

/// <summary>Words of this text that stand in another file.</summary>
/// <param name="From">The file that they come from.</param>
/// <param name="Words">The first run of words that is the same, to show to the author, who has read both.</param>
/// <param name="IsForbidden">A team in the circle of the file that they would go into may not know the file that they come from.</param>
public sealed record CopiedWords(Id<CaseFile> From, string Words, bool IsForbidden);

/// <summary>Everything that one part of the product keeps in its own words in a file, newest first, and no more of it than somebody reads in a day.</summary>
public delegate IAsyncEnumerable<string> FileTexts(PartnershipDb db, Id<CaseFile> file, FileKey key, CancellationToken ct);

/// <summary>
/// Text carries its subject. A plan for one family once held what a neighbour's child had said, because words were copied between cases (threat 26).
/// Nothing can be told of a clipboard, so the words themselves are compared: with what was written in every other file that the author had open
/// in the last 24 hours. A run of ten words that is the same is a copy; it is warned of, or refused when it would tell a team of a file that it may not know.
/// </summary>
public static class Copied
{
    /// <summary>How many words in a row make a copy. Fewer would catch the phrases that everybody writes.</summary>
    public const int Run = 10;

    /// <summary>How long what was read stays in mind.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(24);

    /// <summary>More files than one person opens in a day.</summary>
    private const int MostFiles = 100;

    /// <summary>Whether there are words enough in this text to be a copy of anything.</summary>
    public static bool MayBeCopy(string text) => Words(text).Count >= Run;

    /// <param name="texts">What is about to be kept in the file.</param>
    /// <param name="sources">Who keeps texts in files.</param>
    public static async Task<CopiedWords?> FindAsync(PartnershipDb db, Id<CaseFile> into, IEnumerable<string> texts, IReadOnlyList<FileTexts> sources, CancellationToken ct)
    {
        List<string>[] mine = [.. texts.Select(Words).Where(words => words.Count >= Run)];
        if (mine.Length == 0)
            return null;
        var since = db.Viewer.Now - Memory;
        var opened = (await ReadLog.FilesOpenedAsync(db, since, MostFiles, ct)).Where(file => file != into).ToArray();
        var keys = await db.KeysOfAsync(opened, ct);
        CopiedWords? found = null;
        foreach (var file in opened.Where(keys.ContainsKey))
        {
            if (await RunInAsync(db, file, keys[file], mine, sources, ct) is not { } run)
                continue;
            // The same words may stand in several files: one of them that is forbidden is enough.
            var copy = new CopiedWords(file, run, await IsForbiddenAsync(db, file, into, ct));
            if (copy.IsForbidden)
                return copy;
            found ??= copy;
        }
        return found;
    }

    private static async Task<string?> RunInAsync(PartnershipDb db, Id<CaseFile> file, FileKey key, List<string>[] mine, IReadOnlyList<FileTexts> sources, CancellationToken ct)
    {
        foreach (var source in sources)
            await foreach (var text in source(db, file, key, ct))
                if (Words(text) is { Count: >= Run } other && mine.Select(words => Same(words, other)).FirstOrDefault(run => run is not null) is { } found)
                    return found;
        return null;
    }

    /// <summary>The first run of words of one text that stands in another, or null.</summary>
    public static string? Same(string text, string other) => Same(Words(text), Words(other));

    private static string? Same(List<string> mine, List<string> other)
    {
        if (other.Count < Run)
            return null;
        var runs = new HashSet<string>(other.Count, StringComparer.Ordinal);
        for (var i = 0; i + Run <= other.Count; i++)
            runs.Add(RunAt(other, i));
        for (var i = 0; i + Run <= mine.Count; i++)
            if (RunAt(mine, i) is var run && runs.Contains(run))
                return run;
        return null;
    }

    private static string RunAt(List<string> words, int at) => string.Join(' ', words.GetRange(at, Run));

    /// <summary>Letters and digits in small letters: neither punctuation nor spaces nor a changed capital hide a copy.</summary>
    private static List<string> Words(string text)
    {
        var (words, word) = (new List<string>(), new StringBuilder());
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                word.Append(Rune.ToLowerInvariant(rune));
            // An apostrophe or a character without width is inside a word, whatever a word processor makes of it.
            else if (word.Length > 0 && rune.Value is not ('\'' or '\u2019' or '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF'))
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
        if (word.Length > 0)
            words.Add(word.ToString());
        return words;
    }

    /// <summary>Whether somebody who works with the one file may not know the other.</summary>
    private static async Task<bool> IsForbiddenAsync(PartnershipDb db, Id<CaseFile> from, Id<CaseFile> into, CancellationToken ct)
    {
        var know = (await Circles.OfAsync(db, from, ct)).Where(c => c.Depth >= Depth.Work).Select(c => c.Team).ToHashSet();
        return (await Circles.OfAsync(db, into, ct)).Any(c => c.Depth >= Depth.Work && !know.Contains(c.Team));
    }
}
