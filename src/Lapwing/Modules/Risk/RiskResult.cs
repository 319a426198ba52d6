namespace Lapwing.Modules.Risk;

/// <summary>The outcome of an assessment: what is kept, shown and counted. Its sentences quote no answer and no notes.</summary>
/// <param name="Pack">The code of the questionnaire, or the name of the instrument of a result received from another agency.</param>
/// <param name="PackVersion">Its version; 0 for a received result.</param>
/// <param name="Level">The level that counts.</param>
/// <param name="LevelByScore">The level that the score alone gives.</param>
/// <param name="Score">The number of scoring questions answered "yes"; null for a received result without a score.</param>
/// <param name="OutOf">The highest score that was possible.</param>
/// <param name="DontKnow">Questions answered "don't know".</param>
/// <param name="Declined">Questions that the person declined to answer.</param>
/// <param name="NotAsked">Questions without an answer.</param>
/// <param name="Flags">What must be seen whatever the score, in the order of <see cref="RiskFlag"/>.</param>
/// <param name="MaracCriteria">The grounds on which MARAC is recommended; empty when it is not.</param>
/// <param name="Reasons">The whole in plain sentences.</param>
public sealed record RiskResult(
    string Pack,
    int PackVersion,
    RiskLevel Level,
    RiskLevel LevelByScore,
    int? Score,
    int OutOf,
    int DontKnow,
    int Declined,
    int NotAsked,
    IReadOnlyList<RiskFlag> Flags,
    IReadOnlyList<MaracCriterion> MaracCriteria,
    IReadOnlyList<string> Reasons)
{
    /// <summary>The questions that have neither "yes" nor "no": the true score may be higher by as many.</summary>
    public int Unanswered => DontKnow + Declined + NotAsked;

    /// <summary>Whether MARAC is recommended.</summary>
    public bool RecommendedForMarac => MaracCriteria.Count > 0;

    /// <summary>Whether a worker raised the level above the score.</summary>
    public bool RaisedByJudgement => Level > LevelByScore;
}
