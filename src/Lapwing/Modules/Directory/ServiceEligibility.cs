using System.Text.RegularExpressions;

namespace Lapwing.Modules.Directory;

/// <summary>Whom a service is for. Administrators edit it on a page; the routing table reads it. What is left empty does not limit.</summary>
public sealed partial record ServiceEligibility
{
    /// <summary>The kind of help.</summary>
    public Pathway Pathway { get; init; } = Pathway.Other;

    /// <summary>Whom it serves.</summary>
    public WhoIsReferred Serves { get; init; } = WhoIsReferred.AdultVictim;

    /// <summary>The youngest age, in years (included).</summary>
    public int? MinimumAge { get; init; }

    /// <summary>The oldest age, in years (included).</summary>
    public int? MaximumAge { get; init; }

    /// <summary>Only children of compulsory school age.</summary>
    public bool SchoolAgeOnly { get; init; }

    /// <summary>The levels of risk that it takes; empty is every level.</summary>
    public IReadOnlyList<RiskLevel> RiskLevels { get; init; } = [];

    /// <summary>The boroughs whose residents it takes, as Government Statistical Service codes (E09000002); empty is every area of the partnership.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>The needs that it meets: one of them must have been asked for. None is whatever the needs.</summary>
    public Needs Meets { get; init; }

    /// <summary>The months that must have passed in safety, away from the person causing harm (CODA: 6).</summary>
    public int? MonthsOfSafety { get; init; }

    /// <summary>What else must be so.</summary>
    public Requirement Requires { get; init; }

    /// <summary>Whether people wait when no place is free; otherwise a full service is not offered.</summary>
    public bool KeepsWaitingList { get; init; }

    /// <summary>What is wrong with it, by member, for the page; empty when it can be used.</summary>
    public IEnumerable<(string Member, string Message)> Problems()
    {
        if (Serves == WhoIsReferred.None || (Serves & ~(WhoIsReferred.AdultVictim | WhoIsReferred.Child | WhoIsReferred.PersonCausingHarm)) != 0)
        {
            yield return (nameof(Serves), "Choose whom the service is for");
        }
        if (MinimumAge is < 0 or > 120)
        {
            yield return (nameof(MinimumAge), "The youngest age must be from 0 to 120");
        }
        if (MaximumAge is < 0 or > 120 || MaximumAge < MinimumAge)
        {
            yield return (nameof(MaximumAge), "The oldest age must be from 0 to 120 and not below the youngest");
        }
        if (MonthsOfSafety is < 0 or > 120)
        {
            yield return (nameof(MonthsOfSafety), "The months in safety must be from 0 to 120");
        }
        if (RiskLevels.Contains(RiskLevel.NotAssessed) || RiskLevels.Distinct().Count() != RiskLevels.Count)
        {
            yield return (nameof(RiskLevels), "Choose among standard, medium and high, each once");
        }
        if (Areas.Any(a => !GssCode().IsMatch(a)))
        {
            yield return (nameof(Areas), "An area is named by its code of nine characters, like E09000002");
        }
        foreach (var problem in ByPathway())
        {
            yield return problem;
        }
    }

    private IEnumerable<(string Member, string Message)> ByPathway()
    {
        const WhoIsReferred everybody = WhoIsReferred.AdultVictim | WhoIsReferred.Child | WhoIsReferred.PersonCausingHarm;
        var unlimited = Serves == everybody && MinimumAge is null && MaximumAge is null && !SchoolAgeOnly && RiskLevels.Count == 0
            && Meets == Needs.None && MonthsOfSafety is null && Requires == Requirement.None;
        if (Pathway == Pathway.FrontDoor && !unlimited)
        {
            yield return (nameof(Pathway), "The front door takes everybody, at every risk level and on every pathway: only its areas can be limited");
        }
        if (Pathway != Pathway.FrontDoor && Serves.HasFlag(WhoIsReferred.PersonCausingHarm) && Serves != WhoIsReferred.PersonCausingHarm)
        {
            yield return (nameof(Serves), "A service for people causing harm cannot also serve victims: it must never be the same worker");
        }
        if (Pathway is Pathway.PerpetratorCaseManagement or Pathway.PerpetratorBehaviourChange && Serves != WhoIsReferred.PersonCausingHarm)
        {
            yield return (nameof(Serves), "This pathway is for people causing harm");
        }
        if (Pathway == Pathway.ChildTherapy && !SchoolAgeOnly)
        {
            yield return (nameof(SchoolAgeOnly), "The therapeutic tier is for school-age children");
        }
        if (Pathway == Pathway.ParentalConflict && !Requires.HasFlag(Requirement.AbuseScreenedOut))
        {
            yield return (nameof(Requires), "Abuse must be screened out before work on parental conflict");
        }
    }

    [GeneratedRegex("^[EWSN][0-9]{8}$")]
    private static partial Regex GssCode();
}
