using System.Xml;

namespace Lapwing.Design;

/// <summary>Words without what XML and HTML have no place for: one control character in a note, and the document that holds it cannot be opened.</summary>
public static class CleanText
{
    /// <summary>Half a character, which a cut in the wrong place leaves behind, becomes the sign for one that is missing.</summary>
    public static string Of(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.All(c => XmlConvert.IsXmlChar(c))
            ? words
            : string.Concat(words.EnumerateRunes().Where(rune => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value)));
    }
}
