namespace Lapwing.Design;

/// <summary>What stands around a board paper, on the page and in a file alike; print styles repeat the markings on every sheet.</summary>
public static class PaperSheet
{
    public const string Demonstration = "Demonstration: everybody in here is made up.";
    public const string Draft = "Draft: not yet approved for presentation";

    /// <param name="edge">"top" or "bottom".</param>
    public static Element? Marking(string? marking, string edge) => marking is null ? null
        : new Element("p").Class("lapwing-marking", $"lapwing-marking--{edge}").Add(new Element("span").Text(marking));

    /// <summary>Whose paper it is, and what it must not pass for.</summary>
    public static HtmlParts Head(string from, bool isDemonstration, bool isDraft) => new(
        new Element("p").Class("lapwing-paper__from").Text(from),
        isDemonstration ? Flag(Demonstration) : null,
        isDraft ? Flag(Draft) : null);

    private static Element Flag(string words) => new Element("p").Class("lapwing-paper__flag").Text(words);
}
