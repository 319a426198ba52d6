using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lapwing.Modules.Risk;

/// <summary>How answers and results are written into a sealed record: names of enums, so that they can be read in twenty years.</summary>
public static class RiskResultJson
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static string Write(RiskResult result) => JsonSerializer.Serialize(result, Format);

    public static RiskResult? ReadResult(string? json) => json is null ? null : JsonSerializer.Deserialize<RiskResult>(json, Format);

    public static string Write(IReadOnlyList<RiskAnswer> answers) => JsonSerializer.Serialize(answers, Format);

    public static IReadOnlyList<RiskAnswer> ReadAnswers(string json) => JsonSerializer.Deserialize<List<RiskAnswer>>(json, Format) ?? [];
}
