using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lapwing.Modules.People;

/// <summary>
/// The equality characteristics that are asked of people and counted in figures. The lists come from the 2021 Census of England and Wales
/// (Open Government Licence v3.0; see Data/demographics.txt). Codes are stored in the clear; they never change their meaning.
/// </summary>
public static class Demographics
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    private static readonly Dictionary<string, CodeList> Lists = Load();

    /// <summary>The 19 harmonised groups (18 of 2011 and Roma).</summary>
    public static CodeList Ethnicity => Lists["ethnicity"];

    /// <summary>Lasting conditions and how much they limit day-to-day life (Equality Act 2010, s.6).</summary>
    public static CodeList Disability => Lists["disability"];

    /// <summary>Sexual orientation.</summary>
    public static CodeList SexualOrientation => Lists["sexual-orientation"];

    /// <summary>Religion.</summary>
    public static CodeList Religion => Lists["religion"];

    /// <summary>Gender.</summary>
    public static CodeList Gender => Lists["gender"];

    /// <summary>Whether gender is the same as the sex registered at birth.</summary>
    public static CodeList GenderIdentity => Lists["gender-identity"];

    /// <summary>All lists in the order of the form.</summary>
    public static IReadOnlyList<CodeList> All { get; } = [Gender, GenderIdentity, Ethnicity, Disability, SexualOrientation, Religion];

    private static Dictionary<string, CodeList> Load()
    {
        using var stream = typeof(Demographics).Assembly.GetManifestResourceStream(typeof(Demographics), "Data.demographics.json")
            ?? throw new InvalidOperationException("The lists of equality characteristics are missing from the program.");
        var lists = JsonSerializer.Deserialize<Dictionary<string, CodedAnswer[]>>(stream, Format)!;
        return lists.ToDictionary(l => l.Key, l => new CodeList(l.Key, Title(l.Key), l.Value));
    }

    private static string Title(string code)
    {
        var words = code.Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
