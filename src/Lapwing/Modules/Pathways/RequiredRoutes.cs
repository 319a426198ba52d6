using Lapwing.Modules.Directory;
using Lapwing.Modules.Risk;

namespace Lapwing.Modules.Pathways;

/// <summary>
/// The routes that override or accompany the choice of a service. Sources: local MARACs hear people of 16 and over, and under 16 it is children's safeguarding
/// (SafeLives guidance on young people); an IDVA for adults at high risk, and agencies do not wait for the meeting (SafeLives MARAC guidance);
/// children who experience abuse are victims (Domestic Abuse Act 2021, s.3); Drive's cohort; standard 1 for work with perpetrators.
/// </summary>
public static class RequiredRoutes
{
    /// <summary>One row of the table.</summary>
    /// <param name="Code">A stable code.</param>
    /// <param name="Pathway">The pathway that it asks for; null where none is.</param>
    /// <param name="Condition">When.</param>
    /// <param name="Reason">The sentence that the page prints.</param>
    public sealed record Row(string Code, Pathway? Pathway, Func<ReferralFacts, bool> Condition, string Reason);

    /// <summary>The table.</summary>
    public static IReadOnlyList<Row> Table { get; } =
    [
        new("under-16-safeguarding", Pathway.ChildrensSafeguarding,
            f => f.IsUnder16,
            "Under 16: refer to children's safeguarding (MASH) now. MARAC never hears this case."),
        new("under-18-safeguarding", null,
            f => f.Age is 16 or 17,
            "16 or 17: still a child in law. Tell children's social care as well; MARAC can hear the case."),
        new("child-age-not-known", Pathway.ChildrensSafeguarding,
            f => f.Who == WhoIsReferred.Child && f.Age is null,
            "The child's age is not known: treat as under 16 and tell children's safeguarding (MASH)."),
        new("high-risk-idva", Pathway.IndependentAdvocacy,
            f => f.Risk == RiskLevel.High && IsVictimFrom16(f),
            "High risk: an IDVA for the victim, now."),
        new("high-risk-marac", null,
            f => f.Risk == RiskLevel.High && IsVictimFrom16(f),
            "High risk: refer to MARAC, and do not wait for the meeting to act."),
        new("children-in-household", null,
            f => f.Who != WhoIsReferred.Child && f.ChildrenInHousehold > 0 && f.Abuse != AbuseKind.None,
            "Children live in the household and are victims in their own right: tell children's social care (MASH), and refer each child as well."),
        new("serious-harm-case-management", Pathway.PerpetratorCaseManagement,
            f => f.Who == WhoIsReferred.PersonCausingHarm && f.Age is null or >= 16 && (f.Risk == RiskLevel.High || f.SerialOrHighHarm == true),
            "High risk, high harm or serial: case management by Drive, through its panel, where they live in a borough that takes part."),
        new("victim-of-person-causing-harm", null,
            f => f.Who == WhoIsReferred.PersonCausingHarm,
            "Make sure that the victim is offered support by another worker, in another team, who never shares where they are."),
        new("pregnancy", null,
            f => f.Pregnant == true && f.Who != WhoIsReferred.PersonCausingHarm,
            "Pregnant, or a new baby: tell midwifery or the health visitor, if it is safe."),
    ];

    private static bool IsVictimFrom16(ReferralFacts facts) => facts.Who switch
    {
        WhoIsReferred.AdultVictim => !facts.IsUnder16,
        WhoIsReferred.Child => facts.Age >= DomesticAbuseAct.MinimumAge,
        _ => false,
    };
}
