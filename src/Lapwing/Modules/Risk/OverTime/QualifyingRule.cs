namespace Lapwing.Modules.Risk.OverTime;

/// <summary>Which incidents qualify for a repeat referral: violence or threats of it, also to property; rape or sexual abuse; a pattern of stalking or harassment
/// (SafeLives, definition of repeat MARAC; domain facts b2 [S10b]).</summary>
public static class QualifyingRule
{
    /// <summary>The kinds of which one is enough.</summary>
    public const IncidentKind Enough = IncidentKind.Violence | IncidentKind.Strangulation | IncidentKind.ThreatOfViolence | IncidentKind.Property
        | IncidentKind.RapeOrSexualAbuse | IncidentKind.PatternOfStalking;

    /// <summary>How many single acts by the same person make a pattern (Protection from Harassment Act 1997, s.7(3)(a)).</summary>
    public const int ActsOfPattern = 2;

    /// <param name="others">The other incidents of the file, by which single acts of stalking become a pattern.</param>
    /// <param name="months">How far back acts belong to one pattern.</param>
    public static bool Qualifies(IncidentFact incident, IEnumerable<IncidentFact> others, int months) =>
        (incident.Kinds & Enough) != 0
        || (incident.Kinds.HasFlag(IncidentKind.StalkingOrHarassment) && incident.By is not null
            && 1 + others.Count(o => !ReferenceEquals(o, incident) && o.To == incident.To && o.By == incident.By
                && o.Kinds.HasFlag(IncidentKind.StalkingOrHarassment) && o.On <= incident.On && o.On >= incident.On.AddMonths(-months)) >= ActsOfPattern);

    /// <summary>What stands beside an incident on the page.</summary>
    public static string Reason(IncidentFact incident, IReadOnlyCollection<IncidentFact> all, int months) =>
        !Qualifies(incident, all, months) ? "Does not qualify for a repeat referral by itself: it is not violence or threats, sexual abuse, or a pattern of stalking or harassment."
        : (incident.Kinds & Enough) is not 0 and var kinds ? $"Qualifies for a repeat referral: {kinds.Title().ToLowerInvariant()}."
        : $"Qualifies for a repeat referral: with an earlier act by the same person it is a pattern of stalking or harassment.";
}
