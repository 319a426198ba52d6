namespace Lapwing.Modules.Risk;

/// <summary>
/// Circumstances that must be seen whatever the score, because each is linked to serious harm and homicide or because the score does not measure it
/// (the overrides named with the SafeLives checklist by Plymouth Safeguarding Children Partnership; honour-based abuse because a score is disputed for it).
/// </summary>
public enum RiskFlag
{
    /// <summary>Non-fatal strangulation or suffocation.</summary>
    NonFatalStrangulation,

    /// <summary>Stalking or harassment.</summary>
    Stalking,

    /// <summary>Threats to kill.</summary>
    ThreatsToKill,

    /// <summary>The victim believes that serious harm is coming.</summary>
    VictimsOwnView,

    /// <summary>Honour-based abuse or forced marriage: needs a specialist, never the score.</summary>
    HonourBasedAbuse,

    /// <summary>Separation, coercive control and physical or sexual violence together. Worked out from three answers, never set by one question.</summary>
    SeparationControlAndViolence,
}

/// <summary>How the words are printed and what a worker is told.</summary>
public static class RiskFlags
{
    /// <summary>The words on the page.</summary>
    public static string Title(this RiskFlag flag) => flag switch
    {
        RiskFlag.NonFatalStrangulation => "Non-fatal strangulation",
        RiskFlag.Stalking => "Stalking or harassment",
        RiskFlag.ThreatsToKill => "Threats to kill",
        RiskFlag.VictimsOwnView => "The victim's own view of the risk",
        RiskFlag.HonourBasedAbuse => "Honour-based abuse or forced marriage",
        RiskFlag.SeparationControlAndViolence => "Separation, coercive control and violence together",
        _ => throw new ArgumentOutOfRangeException(nameof(flag), flag, null),
    };

    /// <summary>The sentence that stands beside the level.</summary>
    public static string Reason(this RiskFlag flag) => flag switch
    {
        RiskFlag.HonourBasedAbuse => "Honour-based abuse or forced marriage is reported: ask a specialist and do not rely on the score.",
        RiskFlag.VictimsOwnView => "The victim believes that serious harm is likely: give this weight whatever the score.",
        _ => $"{flag.Title()} is reported: consider professional judgement whatever the score.",
    };
}
