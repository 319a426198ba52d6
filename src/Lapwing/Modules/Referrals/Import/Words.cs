using System.Text;
using Lapwing.Modules.People;

namespace Lapwing.Modules.Referrals.Import;

/// <summary>Reads the field's words whatever their case, spaces and hyphens: as the pages print them, or as codes.</summary>
internal static class Words
{
    public static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
            if (char.IsLetterOrDigit(c))
                bare.Append(char.ToLowerInvariant(c));
        return bare.ToString();
    }

    /// <summary>The words of one list.</summary>
    public sealed class List<T>(string what, IEnumerable<(T Value, string Title, string Code)> words)
    {
        private readonly (T Value, string Title, string Code)[] all = [.. words];
        private readonly Dictionary<string, T> byWord = words.SelectMany(w => new[] { (Word: Bare(w.Title), w.Value), (Word: Bare(w.Code), w.Value) })
            .DistinctBy(w => w.Word).ToDictionary(w => w.Word, w => w.Value, StringComparer.Ordinal);

        public IEnumerable<string> Titles => all.Select(w => w.Title);

        public bool TryFind(string text, out T value) => byWord.TryGetValue(Bare(text), out value!);

        /// <summary>Reads one word; the sentence says what could have stood there.</summary>
        public string? Read(string text, Action<T> set)
        {
            if (!TryFind(text, out var value))
                return $"This is no {what}. Write one of: {string.Join("; ", Titles)}.";
            set(value);
            return null;
        }

        /// <summary>Reads several, separated by semicolons.</summary>
        public string? ReadAll(string text, Action<T> set) =>
            text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => Read(word, set)).FirstOrDefault(problem => problem is not null);
    }

    public static List<T> Of<T>(string what, Func<T, string> title, params T[] without) where T : struct, Enum =>
        new(what, Enum.GetValues<T>().Where(v => !without.Contains(v)).Select(v => (v, title(v), v.ToString())));

    public static List<string> Of(CodeList list) => new($"answer to \"{list.Title}\"", list.Answers.Select(a => (a.Code, a.Title, a.Code)));
}
