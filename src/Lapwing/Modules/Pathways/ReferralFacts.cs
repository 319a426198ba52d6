using Lapwing.Modules.Directory;
using Lapwing.Modules.Risk;

namespace Lapwing.Modules.Pathways;

/// <summary>
/// What the routing table needs to know of a referral: coded facts only, nothing that identifies anybody. Null always means that it is not known,
/// which rules nothing out by itself (the offer then says what is to be checked), except where it would be unsafe not to know.
/// </summary>
public sealed record ReferralFacts
{
    /// <summary>Who is referred.</summary>
    public required WhoIsReferred Who { get; init; }

    /// <summary>Their age in years.</summary>
    public int? Age { get; init; }

    /// <summary>The level of the current risk assessment.</summary>
    public RiskLevel Risk { get; init; }

    /// <summary>The kinds of abuse reported.</summary>
    public AbuseKind Abuse { get; init; }

    /// <summary>Somebody asked about abuse and found none: the screening before work on parental conflict.</summary>
    public bool? AbuseScreenedOut { get; init; }

    /// <summary>The borough where they live, as a Government Statistical Service code.</summary>
    public string? Area { get; init; }

    /// <summary>What was asked for.</summary>
    public Needs Needs { get; init; }

    /// <summary>The number of children in the household.</summary>
    public int? ChildrenInHousehold { get; init; }

    /// <summary>They agreed to be supported.</summary>
    public bool? Consents { get; init; }

    /// <summary>Pregnant now, or a baby in the last 18 months.</summary>
    public bool? Pregnant { get; init; }

    /// <summary>The abuse had an effect on the child.</summary>
    public bool? Impacted { get; init; }

    /// <summary>Living with the person causing harm, or at current risk from them.</summary>
    public bool? LivesWithPersonCausingHarm { get; init; }

    /// <summary>The months since they were last exposed to the person causing harm.</summary>
    public int? MonthsOfSafety { get; init; }

    /// <summary>The school agrees to the absence.</summary>
    public bool? SchoolAgrees { get; init; }

    /// <summary>A keyworker goes on supporting the family.</summary>
    public bool? HasKeyworker { get; init; }

    /// <summary>The person causing harm has harmed more than one victim, or the harm is judged to be high whatever the level.</summary>
    public bool? SerialOrHighHarm { get; init; }

    /// <summary>For a person causing harm: the victim is supported by a worker of another team.</summary>
    public bool? VictimSupported { get; init; }

    /// <summary>Under 16: a child in law whoever is named on the form, and never for MARAC.</summary>
    public bool IsUnder16 => Age < DomesticAbuseAct.MinimumAge;
}
