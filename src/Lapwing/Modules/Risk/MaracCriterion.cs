namespace Lapwing.Modules.Risk;

/// <summary>On which ground a case is recommended for MARAC (SafeLives MARAC referral criteria).</summary>
public enum MaracCriterion
{
    /// <summary>The score reaches the area's threshold.</summary>
    VisibleHighRisk,

    /// <summary>A worker judges the risk to be high.</summary>
    ProfessionalJudgement,

    /// <summary>Enough incidents in twelve months.</summary>
    PotentialEscalation,

    /// <summary>A further incident by the same person within twelve months of the last referral, whatever the score.</summary>
    Repeat,
}

/// <summary>How the words are printed.</summary>
public static class MaracCriteria
{
    /// <summary>The words on the page.</summary>
    public static string Title(this MaracCriterion criterion) => criterion switch
    {
        MaracCriterion.VisibleHighRisk => "Visible high risk",
        MaracCriterion.ProfessionalJudgement => "Professional judgement",
        MaracCriterion.PotentialEscalation => "Potential escalation",
        MaracCriterion.Repeat => "Repeat",
        _ => throw new ArgumentOutOfRangeException(nameof(criterion), criterion, null),
    };
}
