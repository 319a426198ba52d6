using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lapwing.Modules.Risk.Roles;

/// <summary>Of whom an answer is true.</summary>
public enum Whom { ThisPerson, TheOther, Both, Neither, NotKnown }

/// <summary>What it says about somebody of whom it is true.</summary>
public enum ScreeningMeaning { Harmed, Harming, Context }

/// <summary>One question of the screening.</summary>
public sealed record ScreeningItem(string Code, string Section, string Text, string Help, ScreeningMeaning Means);

/// <summary>One answer, with what was seen or heard.</summary>
public sealed record ScreeningAnswer(string Item, Whom Whom, string? Note = null)
{
    /// <summary>Never the note.</summary>
    public override string ToString() => $"({Item}: {Whom})";
}

/// <summary>
/// The who-does-what-to-whom screening, in our own words: fear, control, the pattern of injuries, self-defence, history, who turns to services. Source: SafeLives,
/// responding to counter-allegations (domain facts b2 [S18]); both people may have used force, and the question is who controls and who fears.
/// </summary>
public sealed record ScreeningPack(string Code, int Version, string Title, string Acknowledgement, IReadOnlyList<ScreeningItem> Items)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static ScreeningPack Shipped { get; } = Load();

    public IEnumerable<IGrouping<string, ScreeningItem>> Sections => Items.GroupBy(i => i.Section, StringComparer.Ordinal);

    /// <summary>How many answers point to each as the one who is harmed. Both, neither and not known point to nobody.</summary>
    public (int Subject, int Other) PointsOf(IReadOnlyList<ScreeningAnswer> answers)
    {
        var (subject, other) = (0, 0);
        foreach (var item in Items.Where(i => i.Means != ScreeningMeaning.Context))
        {
            var whom = answers.FirstOrDefault(a => a.Item == item.Code)?.Whom ?? Whom.NotKnown;
            if (whom is not (Whom.ThisPerson or Whom.TheOther))
                continue;
            // Whoever fears is harmed; of whoever controls, the other is harmed.
            var isSubject = whom == Whom.ThisPerson == (item.Means == ScreeningMeaning.Harmed);
            (subject, other) = isSubject ? (subject + 1, other) : (subject, other + 1);
        }
        return (subject, other);
    }

    public static string Write(IReadOnlyList<ScreeningAnswer> answers) => JsonSerializer.Serialize(answers, Format);

    public static IReadOnlyList<ScreeningAnswer> Read(string json) => JsonSerializer.Deserialize<List<ScreeningAnswer>>(json, Format) ?? [];

    private static ScreeningPack Load()
    {
        using var stream = typeof(Questionnaire).Assembly.GetManifestResourceStream(typeof(Questionnaire), "Data.role-screening.json")
            ?? throw new InvalidOperationException("The screening is missing from the program.");
        return JsonSerializer.Deserialize<ScreeningPack>(stream, Format) ?? throw new InvalidOperationException("The screening holds nothing.");
    }
}
