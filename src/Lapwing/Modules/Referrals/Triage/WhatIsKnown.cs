using System.ComponentModel.DataAnnotations;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Pathways;
using Lapwing.Modules.People;

namespace Lapwing.Modules.Referrals.Triage;

/// <summary>What a triage worker knows beyond the referral form and the routing table asks about. Empty means "not known", which is not "no".</summary>
public sealed class WhatIsKnown
{
    [Range(0, People.Age.Oldest, ErrorMessage = "Age must be from 0 to 120")]
    public int? Age { get; set; }
    public bool? Consents { get; set; }
    public bool? Pregnant { get; set; }
    public bool? Impacted { get; set; }
    public bool? LivesWithPersonCausingHarm { get; set; }

    [Range(0, 1200, ErrorMessage = "Months must be a number, such as 6")]
    public int? MonthsOfSafety { get; set; }
    public bool? SchoolAgrees { get; set; }
    public bool? HasKeyworker { get; set; }
    public bool? SerialOrHighHarm { get; set; }
    public bool? VictimSupported { get; set; }
    public bool? AbuseScreenedOut { get; set; }

    /// <summary>The referral as the routing table reads it.</summary>
    /// <param name="area">The code of the area where they live.</param>
    /// <param name="age">The age that the file knows; it wins over what is typed.</param>
    public ReferralFacts FactsOf(Referral referral, string? area, int? age) => new()
    {
        Who = referral.Who, Age = age ?? Age, Risk = referral.Risk, Abuse = referral.Abuse, Area = area, Needs = referral.Needs,
        ChildrenInHousehold = referral.Children > 0 ? referral.Children : null,
        Consents = Consents ?? (referral.Basis == ConsentBasis.Consent ? true : null),
        Pregnant = Pregnant, Impacted = Impacted, LivesWithPersonCausingHarm = LivesWithPersonCausingHarm, MonthsOfSafety = MonthsOfSafety,
        SchoolAgrees = SchoolAgrees, HasKeyworker = HasKeyworker, SerialOrHighHarm = SerialOrHighHarm, VictimSupported = VictimSupported,
        AbuseScreenedOut = AbuseScreenedOut,
    };
}
