using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lapwing.Tests.Design;

/// <summary>Every published option that Lapwing leaves out on purpose, and why. All others must match.</summary>
public static class NotSupported
{
    public const string EnglishOnly = "The script's own English words are used, so none can be passed.";
    public const string Holes = "Items come from child tags or lists, which have no holes.";
    public const string NoSlots = "The navigation is places only: what else belongs in the header has a place in the layout.";

    public static IReadOnlyDictionary<(string Component, string Option), string> Options { get; } = new Dictionary<(string, string), string>
    {
        [("accordion", "hideAllSectionsText")] = EnglishOnly,
        [("character-count", "charactersUnderLimitText")] = EnglishOnly,
        [("file-upload", "chooseFilesButtonText")] = EnglishOnly,
        [("password-input", "showPasswordText")] = EnglishOnly,
        [("service-navigation", "slots")] = NoSlots,
    };

    public static IReadOnlyDictionary<string, string> Fixtures { get; } = new Dictionary<string, string>
    {
        ["date-input: day and month"] = "A part is left out by listing the others as items.",
        ["date-input: month and year"] = "A part is left out by listing the others as items.",
        ["select: with falsy values"] = "Values are strings: a JavaScript false cannot be one.",
    };

    /// <summary>Fixtures whose lists hold null, false or an empty string where an item should be.</summary>
    public static bool HasHoles(JsonNode? node) => node switch
    {
        JsonArray list => list.Any(i => i is null || i.GetValueKind() is JsonValueKind.False
            || (i.GetValueKind() is JsonValueKind.String && (string)i! == "") || HasHoles(i)),
        JsonObject map => map.Any(p => HasHoles(p.Value)),
        _ => false,
    };
}
