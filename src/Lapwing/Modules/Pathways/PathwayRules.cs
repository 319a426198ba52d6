using Lapwing.Modules.Directory;
using Lapwing.Modules.Risk;

namespace Lapwing.Modules.Pathways;

/// <summary>
/// The routing table: which services can be offered, and why the others cannot. Each rule has a code, a condition and the reason that the page prints.
/// Every rule is asked about every service, so that a worker sees all the reasons and not only the first.
/// Sources: the two partnerships' papers (Support 2 Safety takes every risk level and pathway; Phoenix; CODA; Drive), CODA criteria as published by Bromley,
/// Drive's cohort for London (16 and over), the national standards for work with perpetrators, the planning tool for reducing parental conflict.
/// </summary>
public static class PathwayRules
{
    /// <summary>The two reasons that say how full a service is, for a page that says it beside every service.</summary>
    public const string Places = "places", WaitingList = "waiting-list";

    /// <summary>The table.</summary>
    public static IReadOnlyList<PathwayRule> Table { get; } =
    [
        new("stage",
            (_, s) => Is(s.Stage.TakesReferrals()),
            (_, s) => $"Its stage is {s.Stage.Title().ToLowerInvariant()}: it takes no new referrals."),
        new("area",
            (f, s) => s.Eligibility.Areas.Count == 0 ? Fit.Met : f.Area is null ? Fit.ToCheck : Is(s.Eligibility.Areas.Contains(f.Area, StringComparer.Ordinal)),
            (_, _) => "It does not take residents of this area.",
            "Check that they live in an area that the service takes."),
        new("who",
            (f, s) => Is(Serves(f, s.Eligibility)),
            (f, s) => $"It is for: {s.Eligibility.Serves.Title().ToLowerInvariant()}. Referred is: {f.Who.Title().ToLowerInvariant()}."),
        new("under-16",
            (f, s) => Is(!f.IsUnder16 || s.Eligibility.Serves.HasFlag(WhoIsReferred.Child)),
            (_, _) => "Under 16: children's safeguarding decides first, not a service for adults."),
        new("perpetrator-under-16",
            (f, s) => Is(!f.IsUnder16 || s.Eligibility.Pathway is not (Pathway.PerpetratorCaseManagement or Pathway.PerpetratorBehaviourChange)),
            (_, _) => "Work with people causing harm is for 16 and over; under 16 it is a matter for children's safeguarding."),
        new("age-from",
            (f, s) => s.Eligibility.MinimumAge is not { } from ? Fit.Met : Known(f.Age, age => age >= from),
            (f, s) => $"It is for age {s.Eligibility.MinimumAge} and over; this person is {f.Age}.",
            "Ask the age: the service has a youngest age."),
        new("age-to",
            (f, s) => s.Eligibility.MaximumAge is not { } to ? Fit.Met : Known(f.Age, age => age <= to),
            (f, s) => $"It is for age {s.Eligibility.MaximumAge} and under; this person is {f.Age}.",
            "Ask the age: the service has an oldest age."),
        new("school-age",
            (f, s) => !s.Eligibility.SchoolAgeOnly ? Fit.Met : Known(f.Age, SchoolAge.Contains),
            (f, _) => $"It is for school-age children ({SchoolAge.From} to {SchoolAge.To}); this child is {f.Age}.",
            "Ask the age: the service is for school-age children."),
        new("risk",
            (f, s) => s.Eligibility.RiskLevels.Count == 0 ? Fit.Met
                : f.Risk == RiskLevel.NotAssessed ? Fit.ToCheck : Is(s.Eligibility.RiskLevels.Contains(f.Risk)),
            (f, s) => $"It takes {Levels(s)} risk; the level is {f.Risk.Title().ToLowerInvariant()}.",
            "Assess the risk: the service takes certain levels only."),
        new("needs",
            (f, s) => s.Eligibility.Meets == Needs.None ? Fit.Met : f.Needs == Needs.None ? Fit.ToCheck : Is((s.Eligibility.Meets & f.Needs) != 0),
            (_, s) => $"Nothing that it offers was asked for ({s.Eligibility.Meets.Title().ToLowerInvariant()}).",
            "Ask what is needed: nothing in particular was asked for."),
        new("consent",
            (f, s) => Required(s, Requirement.Consent, f.Consents),
            (_, _) => "It needs the person's agreement, and they have not agreed.",
            "Ask whether they agree to this support."),
        new("impacted",
            (f, s) => Required(s, Requirement.Impacted, f.Impacted),
            (_, _) => "The abuse had no effect on this child.",
            "Check how the abuse affected the child."),
        new("living-apart",
            (f, s) => Required(s, Requirement.LivingApart, !f.LivesWithPersonCausingHarm),
            (_, _) => "They live with the person causing harm, or are at current risk from them: the work would not be safe.",
            "Check that they do not live with the person causing harm and are not at current risk."),
        new("months-of-safety",
            (f, s) => s.Eligibility.MonthsOfSafety is not { } months ? Fit.Met : Known(f.MonthsOfSafety, m => m >= months),
            (f, s) => $"It begins after {s.Eligibility.MonthsOfSafety} months in safety; so far it is {f.MonthsOfSafety}.",
            "Check how long they have been safe."),
        new("school-agrees",
            (f, s) => Required(s, Requirement.SchoolAgrees, f.SchoolAgrees),
            (_, _) => "The school does not agree to the absence.",
            "Ask the school to agree to the absence."),
        new("keyworker",
            (f, s) => Required(s, Requirement.Keyworker, f.HasKeyworker),
            (_, _) => "There is no keyworker who goes on supporting the family.",
            "Name the keyworker who goes on supporting the family."),
        new("children-in-household",
            (f, s) => Required(s, Requirement.ChildrenInHousehold, f.ChildrenInHousehold is { } children ? children > 0 : null),
            (_, _) => "There are no children in the household.",
            "Check whether there are children in the household."),
        new("high-harm-or-serial",
            (f, s) => Required(s, Requirement.HighHarmOrSerial, f.Risk == RiskLevel.High || f.SerialOrHighHarm == true ? true
                : f.Risk == RiskLevel.NotAssessed || f.SerialOrHighHarm is null ? null : false),
            (_, _) => "It is for people who cause high risk or high harm, or harm more than one victim.",
            "Check whether the risk is high, the harm is high, or there is more than one victim."),
        new("victim-supported",
            (f, s) => Required(s, Requirement.VictimSupported, f.VictimSupported),
            (_, _) => "The victim is not supported by a worker of another team, without whom this work must not begin.",
            "Make sure that the victim is supported by a worker of another team."),
        new("abuse-screened-out",
            (f, s) => !s.Eligibility.Requires.HasFlag(Requirement.AbuseScreenedOut) ? Fit.Met
                : Is(f.Abuse == AbuseKind.None && f.AbuseScreenedOut == true), // unsafe not to know
            (f, _) => f.Abuse == AbuseKind.None
                ? "Abuse has not been screened out; work on parental conflict is unsafe where there is abuse."
                : "Abuse is reported: this is not parental conflict."),
        new("capacity",
            (_, s) => Is(s.FreePlaces is null or > 0 || s.Eligibility.KeepsWaitingList),
            (_, _) => "No place is free and it keeps no waiting list."),
    ];

    /// <summary>Decides about every service.</summary>
    public static PathwayDecision Decide(ReferralFacts facts, IEnumerable<ServiceFacts> services)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(services);
        var routes = RequiredRoutes.Table.Where(r => r.Condition(facts)).ToList();
        var required = routes.Select(r => r.Pathway).OfType<Pathway>().ToHashSet();
        var decisions = services.Select(s => Decide(facts, s, required.Contains(s.Eligibility.Pathway)))
            .OrderBy(Rank)
            .ThenBy(d => d.Service.Eligibility.Pathway)
            .ThenBy(d => d.Service.Name, StringComparer.Ordinal)
            .ToList();
        var served = decisions.Where(d => d.IsOffered).Select(d => d.Service.Eligibility.Pathway).ToHashSet();
        return new PathwayDecision(
            [.. routes.Select(r => new RequiredRoute(r.Code, r.Reason, r.Pathway, r.Pathway is not { } p || served.Contains(p)))],
            !facts.IsUnder16 && !(facts.Who == WhoIsReferred.Child && facts.Age is null),
            decisions);
    }

    private static ServiceDecision Decide(ReferralFacts facts, ServiceFacts service, bool isRequired)
    {
        List<RuleReason> ruledOut = [];
        List<RuleReason> toCheck = [];
        foreach (var rule in Table)
        {
            switch (rule.Condition(facts, service))
            {
                case Fit.NotMet:
                    ruledOut.Add(new RuleReason(rule.Code, rule.Reason(facts, service)));
                    break;
                case Fit.ToCheck:
                    toCheck.Add(new RuleReason(rule.Code, rule.Check));
                    break;
            }
        }
        return ruledOut.Count > 0
            ? new ServiceDecision(service, ruledOut, [], toCheck, false)
            : new ServiceDecision(service, [], [.. Why(facts, service)], toCheck, isRequired);
    }

    /// <summary>Why a service that nothing rules out is offered: what its pathway is for, and whether it has a place.</summary>
    private static IEnumerable<RuleReason> Why(ReferralFacts facts, ServiceFacts service)
    {
        var eligibility = service.Eligibility;
        yield return eligibility.Pathway switch
        {
            Pathway.FrontDoor => new("offer-front-door", "The front door takes everybody, at every risk level and on every pathway."),
            Pathway.IndependentAdvocacy => new("offer-idva", $"An IDVA speaks and acts for people at {Levels(service)} risk."),
            Pathway.Outreach => new("offer-outreach", $"It supports people at {Levels(service)} risk at home and in the community."),
            Pathway.VictimHub => new("offer-hub", "One place for advice, a navigator and the services at a glance."),
            Pathway.ChildrensSafeguarding => new("offer-safeguarding", "Children's social care decides what a child needs to be safe."),
            Pathway.ChildInformation => new("offer-child-information", "Information, advice and guidance for children and young people."),
            Pathway.ChildWellbeing => new("offer-child-wellbeing", "Wellbeing support for children affected by abuse."),
            Pathway.ChildTherapy => new("offer-child-therapy", "Therapy for school-age children affected by abuse."),
            Pathway.ChildGroup => new("offer-child-group", "Children and their mothers understand together that the abuse was not their fault."),
            Pathway.PerpetratorCaseManagement => new("offer-case-management", "One case manager disrupts, supports and works to change somebody who causes serious harm."),
            Pathway.PerpetratorBehaviourChange => new("offer-behaviour-change", "It works with people who want to stop causing harm."),
            Pathway.Housing => new("offer-housing", "A safe place to live, or making the home safe, is needed."),
            Pathway.ParentalConflict => new("offer-parental-conflict", "Abuse was screened out, and parents want to quarrel less."),
            Pathway.Health => new("offer-health", "It looks after health where abuse has an effect on it."),
            _ => new("offer-other", $"Nothing rules it out for: {facts.Who.Title().ToLowerInvariant()}."),
        };
        if (service.FreePlaces is { } free)
        {
            yield return free > 0
                ? new(Places, free == 1 ? "One place is free." : $"{free} places are free.")
                : new(WaitingList, $"No place is free; {service.Waiting} waiting.");
        }
    }

    private static int Rank(ServiceDecision decision) => decision switch
    {
        { IsOffered: false } => 3,
        { IsRequired: true } => 0,
        { Service.Eligibility.Pathway: Pathway.FrontDoor } => 2,
        _ => 1,
    };

    private static string Levels(ServiceFacts service) => service.Eligibility.RiskLevels is { Count: > 0 } levels
        ? string.Join(" or ", levels.Order().Select(l => l.Title().ToLowerInvariant()))
        : "every level of";

    /// <summary>A child who is referred as an adult victim is a child; a child who causes harm is for safeguarding.</summary>
    private static bool Serves(ReferralFacts facts, ServiceEligibility eligibility) =>
        (facts.Who != WhoIsReferred.None && eligibility.Serves.HasFlag(facts.Who))
        || (facts.IsUnder16 && eligibility.Serves.HasFlag(WhoIsReferred.Child)
            && (facts.Who == WhoIsReferred.AdultVictim || eligibility.Pathway == Pathway.ChildrensSafeguarding));

    private static Fit Is(bool met) => met ? Fit.Met : Fit.NotMet;

    private static Fit Known(int? value, Func<int, bool> condition) => value is { } known ? Is(condition(known)) : Fit.ToCheck;

    private static Fit Required(ServiceFacts service, Requirement requirement, bool? met) =>
        !service.Eligibility.Requires.HasFlag(requirement) ? Fit.Met : met is { } known ? Is(known) : Fit.ToCheck;
}
