using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace Lapwing.Tests.Access.Matrix;

/// <summary>Bytes in which a token is looked for in every encoding that it could have come in: UTF-8 and UTF-16, small and capital letters, percent signs, base64, and all that inside an archive.</summary>
internal sealed class Haystack(byte[] bytes)
{
    private const int Deepest = 3;

    private readonly List<string> texts = [.. Texts(bytes, 0)];

    public static bool Holds(byte[] bytes, string token) => new Haystack(bytes).Holds(token);

    public bool Holds(string token) => Holds(new Needles([token]));

    /// <summary>Those of the tokens that are there. Most often none is, and that is told by one look for all of them.</summary>
    public IEnumerable<string> Found(Needles tokens) => Holds(tokens) ? tokens.Words.Where(Holds) : [];

    private bool Holds(Needles tokens) => texts.Exists(tokens.AreIn);

    private static IEnumerable<string> Texts(byte[] bytes, int deep)
    {
        if (bytes.Length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && deep < Deepest)
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            foreach (var entry in zip.Entries)
            {
                yield return entry.FullName;
                using var open = entry.Open();
                using var memory = new MemoryStream();
                open.CopyTo(memory);
                foreach (var text in Texts(memory.ToArray(), deep + 1))
                    yield return text;
            }
            yield break;
        }
        var whole = Encoding.Latin1.GetString(bytes);
        yield return whole;
        if (whole.Contains('%', StringComparison.Ordinal))
            yield return Uri.UnescapeDataString(whole);
    }
}

/// <summary>Tokens in all their faces, looked for together.</summary>
internal sealed class Needles(IReadOnlyList<string> words)
{
    // Without its last zero byte, UTF-16 of either order holds the same bytes.
    private readonly SearchValues<string> asTheyAre = SearchValues.Create([.. words, .. words.Select(word => Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(word))[..^1])], StringComparison.OrdinalIgnoreCase);
    private readonly SearchValues<string> inBase64 = SearchValues.Create([.. words.SelectMany(word => Enumerable.Range(0, 3).Select(before => InBase64(word, before)))], StringComparison.Ordinal);

    public IReadOnlyList<string> Words => words;

    public bool AreIn(string text) => text.AsSpan().ContainsAny(asTheyAre) || text.AsSpan().ContainsAny(inBase64);

    /// <summary>In base64 a word has three faces, by where it begins; the first and last sign of each depend on what stands around it.</summary>
    private static string InBase64(string token, int before)
    {
        var whole = Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('a', before) + token));
        return whole[(before == 0 ? 0 : before + 1)..((before + token.Length) * 8 / 6)];
    }
}
