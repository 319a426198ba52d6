namespace Lapwing.Modules.Risk;

/// <summary>
/// A worker's judgement that the risk is higher than the score says. It is enough by itself for MARAC, the reasons must be written, and it must not be used
/// to lower a level (SafeLives MARAC referral criteria).
/// </summary>
/// <param name="Level">The level in the worker's judgement.</param>
/// <param name="Reasons">Why; at least <see cref="ShortestReasons"/> characters. Stored encrypted.</param>
public sealed record ProfessionalJudgement(RiskLevel Level, string? Reasons)
{
    /// <summary>The shortest reasons that are accepted, in characters: enough for a sentence, too much for "high".</summary>
    public const int ShortestReasons = 20;

    /// <summary>The longest reasons, in characters.</summary>
    public const int ReasonsLength = 10_000;

    /// <summary>What is wrong with the judgement beside a level by score, by member; empty when it stands.</summary>
    public IEnumerable<(string Member, string Message)> Problems(RiskLevel byScore)
    {
        if (Level == RiskLevel.NotAssessed || !Enum.IsDefined(Level))
        {
            yield return (nameof(Level), "Choose standard, medium or high");
        }
        else if (Level < byScore)
        {
            yield return (nameof(Level), $"Professional judgement can raise the level and never lower it: the score says {byScore.Title().ToLowerInvariant()}");
        }
        if (string.IsNullOrWhiteSpace(Reasons) || Reasons.Trim().Length < ShortestReasons)
        {
            yield return (nameof(Reasons), "Write the reasons for your judgement in a sentence or more");
        }
        else if (Reasons.Length > ReasonsLength)
        {
            yield return (nameof(Reasons), $"The reasons must be {ReasonsLength} characters or fewer");
        }
    }

    /// <summary>Never the reasons.</summary>
    public override string ToString() => $"(judgement: {Level})";
}
