using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lapwing.Modules.Groups;

/// <summary>One question of the feedback, scored from 1 to 5.</summary>
public sealed record FeedbackQuestion(string Code, GroupFor Who, string Text);

/// <summary>The questions that are asked before the first session and after the last, as a data pack in our own words (Data/feedback.json). A version never changes.</summary>
public sealed record FeedbackPack(string Code, int Version, string Title, string Acknowledgement, IReadOnlyList<string> Scores, IReadOnlyList<FeedbackQuestion> Questions)
{
    public const int Lowest = 1, Highest = 5;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, Converters = { new JsonStringEnumConverter<GroupFor>() } };

    /// <summary>The pack that ships.</summary>
    public static FeedbackPack Shipped { get; } = Load();

    public string Name => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Code}/{Version}");

    public IReadOnlyList<FeedbackQuestion> For(GroupFor who) => [.. Questions.Where(q => q.Who == who)];

    private static FeedbackPack Load()
    {
        using var stream = typeof(FeedbackPack).Assembly.GetManifestResourceStream(typeof(FeedbackPack), "Data.feedback.json") ?? throw new InvalidOperationException("The feedback of groups is missing from the program.");
        return JsonSerializer.Deserialize<FeedbackPack>(stream, Format)!;
    }
}
