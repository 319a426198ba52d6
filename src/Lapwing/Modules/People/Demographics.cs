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

    /// <summary>Languages: ISO 639-1, and ISO 639-3 where a language has no code of two letters (see Data/circumstances.txt).</summary>
    public static CodeList Language => Lists["language"];

    /// <summary>Whether an interpreter is needed, and from where: one of their own community may know the family.</summary>
    public static CodeList Interpreter => Lists["interpreter"];

    /// <summary>Immigration condition.</summary>
    public static CodeList Immigration => Lists["immigration"];

    /// <summary>Recourse to public funds (Immigration and Asylum Act 1999, s.115).</summary>
    public static CodeList Recourse => Lists["recourse"];

    /// <summary>The lists of characteristics that figures count, in the order of the form.</summary>
    public static IReadOnlyList<CodeList> All { get; } = [Gender, GenderIdentity, Ethnicity, Disability, SexualOrientation, Religion];

    private static Dictionary<string, CodeList> Load()
    {
        var lists = new Dictionary<string, CodeList>();
        foreach (var file in (string[])["demographics", "circumstances"])
        {
            using var stream = typeof(Demographics).Assembly.GetManifestResourceStream(typeof(Demographics), $"Data.{file}.json")
                ?? throw new InvalidOperationException($"The lists of {file} are missing from the program.");
            foreach (var (code, answers) in JsonSerializer.Deserialize<Dictionary<string, CodedAnswer[]>>(stream, Format)!)
                lists[code] = new(code, Title(code), answers);
        }
        return lists;
    }

    private static string Title(string code)
    {
        var words = code.Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
