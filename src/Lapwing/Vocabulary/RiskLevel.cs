using System.Text.Json.Serialization;

namespace Lapwing.Vocabulary;

/// <summary>
/// The level of risk of serious harm, as the field says it. Levels compare in this order. "Standard" is what police and MARAC forms write;
/// no level means low enough to be refused by the front door.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<RiskLevel>))]
public enum RiskLevel
{
    /// <summary>Nobody has asked yet.</summary>
    NotAssessed = 0,

    /// <summary>Standard.</summary>
    Standard = 1,

    /// <summary>Medium.</summary>
    Medium = 2,

    /// <summary>High: recommended for MARAC.</summary>
    High = 3,
}

/// <summary>How the words are printed.</summary>
public static class RiskLevels
{
    /// <summary>The three levels that an assessment can end with, lowest first.</summary>
    public static IReadOnlyList<RiskLevel> Assessed { get; } = [RiskLevel.Standard, RiskLevel.Medium, RiskLevel.High];

    /// <summary>The word on the page.</summary>
    public static string Title(this RiskLevel level) => level switch
    {
        RiskLevel.NotAssessed => "Not assessed",
        RiskLevel.Standard => "Standard",
        RiskLevel.Medium => "Medium",
        RiskLevel.High => "High",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };
}
