namespace Lapwing.Modules.Directory;

/// <summary>
/// Why support did not begin. One reason "declined" hides what a commissioner must know, so it is split: the service refused, the survivor
/// chose not to, or nobody could reach them safely.
/// </summary>
public enum DeclineReason
{
    /// <summary>The service declined for a reason of its own, given in words.</summary>
    ServiceDeclined,

    /// <summary>The survivor (or whoever was referred) did not want the support.</summary>
    SurvivorDeclined,

    /// <summary>No safe contact could be made.</summary>
    CouldNotBeReachedSafely,

    /// <summary>Outside what the service is for.</summary>
    NotEligible,

    /// <summary>No place was free.</summary>
    NoCapacity,

    /// <summary>Already referred: the same matter is open under another reference.</summary>
    Duplicate,

    /// <summary>The partnership that handed it over took it back, or its time ran out undecided. Nobody chooses this: it follows.</summary>
    TakenBack,
}

/// <summary>How the words are printed, and who must act on them.</summary>
public static class DeclineReasons
{
    /// <summary>Those that a person decides for.</summary>
    public static IReadOnlyList<DeclineReason> ToChoose { get; } = [.. Enum.GetValues<DeclineReason>().Where(reason => reason != DeclineReason.TakenBack)];

    /// <summary>The words on the page.</summary>
    public static string Title(this DeclineReason reason) => reason switch
    {
        DeclineReason.ServiceDeclined => "The service declined",
        DeclineReason.SurvivorDeclined => "The survivor declined",
        DeclineReason.CouldNotBeReachedSafely => "Could not be reached safely",
        DeclineReason.NotEligible => "Not eligible",
        DeclineReason.NoCapacity => "No capacity",
        DeclineReason.Duplicate => "Duplicate of another referral",
        DeclineReason.TakenBack => "Handover taken back or run out",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    /// <summary>Whether the need is unmet through no choice of the survivor, so that triage must look for another route.</summary>
    public static bool LeavesNeedUnmet(this DeclineReason reason) =>
        reason is DeclineReason.ServiceDeclined or DeclineReason.NotEligible or DeclineReason.NoCapacity or DeclineReason.CouldNotBeReachedSafely;
}
