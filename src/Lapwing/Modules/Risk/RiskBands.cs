namespace Lapwing.Modules.Risk;

/// <summary>
/// Where a partnership draws its lines. Defaults: 1 to 9 standard, 10 to 13 medium, 14 and over high (Plymouth; SafeLives recommends MARAC from 14),
/// three incidents in twelve months as potential escalation. SafeLives leaves the threshold to each area, so all are settings.
/// </summary>
public sealed record RiskBands
{
    /// <summary>The national defaults.</summary>
    public static RiskBands Default { get; } = new();

    /// <summary>The lowest score at medium risk.</summary>
    public int MediumFrom { get; init; } = 10;

    /// <summary>The lowest score at high risk.</summary>
    public int HighFrom { get; init; } = 14;

    /// <summary>The score from which MARAC is recommended as visible high risk.</summary>
    public int MaracThreshold { get; init; } = 14;

    /// <summary>The incidents in twelve months from which MARAC is recommended as potential escalation.</summary>
    public int EscalationIncidents { get; init; } = 3;

    /// <summary>Over how many months those incidents are counted. Local numbers differ (domain facts b1 [S6][S11]).</summary>
    public int EscalationMonths { get; init; } = 12;

    /// <summary>For how many months from the date of the last MARAC referral a further incident is a repeat; later it is a new referral (domain facts b2 [S10b]).</summary>
    public int RepeatMonths { get; init; } = 12;

    /// <summary>The longest that either may look back, in months.</summary>
    public const int MostMonths = 60;

    /// <summary>The level of a score.</summary>
    public RiskLevel LevelOf(int score) => score >= HighFrom ? RiskLevel.High : score >= MediumFrom ? RiskLevel.Medium : RiskLevel.Standard;

    /// <summary>What is wrong with the lines, by member; empty when they can be used with a questionnaire of this highest score.</summary>
    public IEnumerable<(string Member, string Message)> Problems(int highestScore)
    {
        if (MediumFrom < 1)
        {
            yield return (nameof(MediumFrom), "Medium risk must begin at 1 or more");
        }
        if (HighFrom <= MediumFrom)
        {
            yield return (nameof(HighFrom), "High risk must begin above medium risk");
        }
        if (HighFrom > highestScore)
        {
            yield return (nameof(HighFrom), $"High risk must begin at {highestScore} or less, the highest score of the questionnaire");
        }
        if (MaracThreshold < 1 || MaracThreshold > highestScore)
        {
            yield return (nameof(MaracThreshold), $"The MARAC threshold must be from 1 to {highestScore}");
        }
        if (EscalationIncidents < 1)
        {
            yield return (nameof(EscalationIncidents), "The number of incidents must be 1 or more");
        }
        if (EscalationMonths is < 1 or > MostMonths)
        {
            yield return (nameof(EscalationMonths), $"The months over which incidents are counted must be from 1 to {MostMonths}");
        }
        if (RepeatMonths is < 1 or > MostMonths)
        {
            yield return (nameof(RepeatMonths), $"The months within which an incident is a repeat must be from 1 to {MostMonths}");
        }
    }
}
