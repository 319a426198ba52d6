using Lapwing.Modules.People;

namespace Lapwing.Modules.Risk;

/// <summary>
/// The definition in the Domestic Abuse Act 2021, ss.1 to 3 (legislation.gov.uk/ukpga/2021/17/part/1). It describes; it does not gate:
/// a referral outside the definition is still answered, and routed to the service that fits.
/// </summary>
public static class DomesticAbuseAct
{
    /// <summary>Both people must have reached this age, in years (s.1(2)(a)).</summary>
    public const int MinimumAge = 16;

    /// <summary>Whether the behaviour is "domestic abuse" (s.1), and why.</summary>
    /// <param name="victimAge">Age in years when it happened; null when it is not known.</param>
    /// <param name="harmerAge">The same of the person causing harm.</param>
    /// <param name="connection">How the two are, or were, connected; null when it is not known.</param>
    /// <param name="kinds">What was reported.</param>
    public static ActFinding Applies(int? victimAge, int? harmerAge, PersonallyConnected? connection, AbuseKind kinds)
    {
        List<string> against = [];
        List<string> unknown = [];
        Age(victimAge, "The victim");
        Age(harmerAge, "The person causing harm");
        if (connection is null)
        {
            unknown.Add("How the two people are connected is not known (s.2).");
        }
        else if (connection == PersonallyConnected.NotConnected)
        {
            against.Add("The two people are not personally connected (s.2).");
        }
        if (kinds == AbuseKind.None)
        {
            unknown.Add("None of the Act's five kinds of behaviour is reported (s.1(3)).");
        }
        if (against.Count > 0)
        {
            return new ActFinding(ActAnswer.No, against);
        }
        return unknown.Count > 0
            ? new ActFinding(ActAnswer.NotKnown, unknown)
            : new ActFinding(ActAnswer.Yes, ["Both are 16 or over and personally connected, and the behaviour reported is: " + kinds.Title() + " (s.1)."]);

        void Age(int? age, string who)
        {
            if (age is null)
            {
                unknown.Add(who + "'s age is not known; both must be 16 or over (s.1(2)).");
            }
            else if (age < MinimumAge)
            {
                against.Add(who + " is under 16, so s.1 does not apply. It may be child abuse: follow children's safeguarding.");
            }
        }
    }

    /// <summary>
    /// Whether a child is a victim in their own right (s.3): under 18, sees, hears or experiences the effects of the abuse, and is related
    /// to the victim or to the person causing harm (a child of either, or a relative).
    /// </summary>
    /// <param name="age">The child's age in years; null when it is not known.</param>
    /// <param name="experiencesEffects">Sees, hears or experiences the effects; null when it is not known.</param>
    /// <param name="relatedToEither">Related to the victim or the person causing harm; null when it is not known.</param>
    public static ActFinding ChildIsVictim(int? age, bool? experiencesEffects, bool? relatedToEither)
    {
        if (age >= 18)
        {
            return new ActFinding(ActAnswer.No, ["A child is under 18 (s.3(4))."]);
        }
        if (experiencesEffects == false || relatedToEither == false)
        {
            return new ActFinding(ActAnswer.No, [experiencesEffects == false
                ? "The child does not see, hear or experience the effects of the abuse (s.3(2)(a))."
                : "The child is not related to the victim or to the person causing harm (s.3(2)(b))."]);
        }
        return age is null || experiencesEffects is null || relatedToEither is null
            ? new ActFinding(ActAnswer.NotKnown, ["The child's age, relation or experience of the abuse is not known (s.3)."])
            : new ActFinding(ActAnswer.Yes, ["The child sees, hears or experiences the effects of the abuse and is related to one of the two: a victim in their own right (s.3)."]);
    }
}
