using Lapwing.Modules.Casework;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Risk;

namespace Lapwing.Demonstration;

/// <summary>How likely what is in the life of a generated referral. Made up to be plausible, with rare kinds so that small cells occur; no statistics.</summary>
internal static class Chances
{
    public static Weighted<WhoIsReferred> Who { get; } = new([(WhoIsReferred.AdultVictim, 77), (WhoIsReferred.Child, 16), (WhoIsReferred.PersonCausingHarm, 7)]);

    public static Weighted<ReferralSource> Source { get; } = new(
    [
        (ReferralSource.Police, 36), (ReferralSource.Self, 13), (ReferralSource.ChildrensSocialCare, 9), (ReferralSource.Mash, 7), (ReferralSource.Housing, 7),
        (ReferralSource.PrimaryCare, 5.5), (ReferralSource.Education, 5), (ReferralSource.Hospital, 4), (ReferralSource.FamilyOrFriend, 3.5), (ReferralSource.VoluntarySector, 3),
        (ReferralSource.SpecialistDomesticAbuse, 2), (ReferralSource.MentalHealth, 1.5), (ReferralSource.AdultSocialCare, 1.2), (ReferralSource.Probation, 1),
        (ReferralSource.DrugAndAlcohol, .6), (ReferralSource.ReportingCentre, .4), (ReferralSource.CourtOrLegal, .3), (ReferralSource.AnotherPartnership, .2), (ReferralSource.Other, .3),
    ]);

    /// <summary>Questions answered "yes" at the assessment: three bands, each with its spread.</summary>
    public static Weighted<int> Score { get; } = new(Enumerable.Range(0, 22).Select(s => (s, s < 4 ? 3.0 : s < 10 ? 7.5 : s < 14 ? 8.5 : Math.Max(.4, 6 - (s - 14) * .8))));

    public static Weighted<DeclineReason> Decline { get; } = new(
    [
        (DeclineReason.SurvivorDeclined, 42), (DeclineReason.CouldNotBeReachedSafely, 24), (DeclineReason.Duplicate, 12), (DeclineReason.NotEligible, 11),
        (DeclineReason.NoCapacity, 7), (DeclineReason.ServiceDeclined, 4),
    ]);

    public static Weighted<EndReason> End { get; } = new(
    [
        (EndReason.GoalsMet, 52), (EndReason.SurvivorEnded, 20), (EndReason.TransferredToAnotherService, 11), (EndReason.LostSafeContact, 9),
        (EndReason.MovedAway, 5), (EndReason.ServiceEnded, 2.5), (EndReason.Died, .5),
    ]);

    public static Weighted<int> Minutes { get; } = new(Enumerable.Range(1, 60).Select(n => (n, n <= 12 ? 9.0 : n <= 20 ? 5.0 : Math.Max(.25, 3 - n * .05))));

    public static readonly string[] OutcomeAreas = ["safety", "wellbeing", "housing", "confidence"];

    public static readonly string[] Accounts =
    [
        "Controls money and telephone; came to the home after the separation.", "Threats by message since the relationship ended.",
        "Pushed and held by the arm; a neighbour rang the police.", "Isolated from family; not allowed to work.", "Shouting and threats in front of the children.",
        "Turned up at work several times last month.", "Takes wages and benefits; debts in her name.", "Strangled once, months ago; afraid of being alone with him.",
    ];

    public static readonly string[] Wanted = ["A safe place to stay.", "Somebody to go to court with.", "Advice about staying safe at home.", "Support for the children.", "Help to stop.", "To talk to somebody."];

    public static AbuseKind Abuse(ref Seeded seeded)
    {
        var kinds = AbuseKind.None;
        foreach (var (kind, chance) in ((AbuseKind, double)[])[(AbuseKind.PhysicalOrSexual, .55), (AbuseKind.ViolentOrThreatening, .5), (AbuseKind.ControllingOrCoercive, .6), (AbuseKind.Economic, .3), (AbuseKind.PsychologicalEmotionalOrOther, .7)])
            kinds |= seeded.Chance(chance) ? kind : AbuseKind.None;
        return kinds == AbuseKind.None ? AbuseKind.PsychologicalEmotionalOrOther : kinds;
    }

    /// <summary>The kinds of help that fit, best first; the first that the partnership has is chosen.</summary>
    public static Pathway[] Fitting(WhoIsReferred who, int? age, RiskLevel risk, bool housing, ref Seeded seeded) => who switch
    {
        WhoIsReferred.PersonCausingHarm when risk == RiskLevel.High && seeded.Chance(.3) => [Pathway.PerpetratorCaseManagement, Pathway.PerpetratorBehaviourChange],
        WhoIsReferred.PersonCausingHarm => [Pathway.PerpetratorBehaviourChange],
        WhoIsReferred.Child when age is null or < 16 && seeded.Chance(.35) => [Pathway.ChildrensSafeguarding],
        WhoIsReferred.Child when age is >= 5 and < 16 && seeded.Chance(.25) => [Pathway.ChildTherapy, Pathway.ChildGroup, Pathway.ChildWellbeing],
        WhoIsReferred.Child when age is >= 5 and < 16 => [Pathway.ChildWellbeing, Pathway.ChildGroup, Pathway.ChildInformation],
        WhoIsReferred.Child => [Pathway.ChildInformation, Pathway.ChildrensSafeguarding],
        _ when housing && seeded.Chance(.35) => [Pathway.Housing, Pathway.Outreach],
        _ when risk == RiskLevel.High => [Pathway.IndependentAdvocacy, Pathway.Outreach],
        _ => [Pathway.Outreach, Pathway.VictimHub],
    };
}
