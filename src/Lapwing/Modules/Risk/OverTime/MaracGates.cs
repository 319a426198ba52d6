using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Time;

namespace Lapwing.Modules.Risk.OverTime;

/// <summary>The latest assessment as a gate sees it.</summary>
public sealed record ScoreFact(int Score, RiskLevel Level, bool IsRaisedByJudgement, DateTime At);

/// <summary>A MARAC referral that was made: for whom, because of whom, on which date.</summary>
public sealed record MaracFact(DateOnly On, Id<Person> Victim, Id<Person>? Harmer);

/// <summary>Everything that decides whether a file meets the criteria for MARAC on one day.</summary>
/// <param name="IsChildFile">A child's file: a child whose age nobody knows counts as under 16.</param>
/// <param name="Raised">When judgement raised the working level to high because of a result received from another agency.</param>
public sealed record GateFacts(DateOnly Today, Id<Person> Victim, int? Age, bool IsChildFile, RiskBands Bands, ScoreFact? Latest,
    IReadOnlyList<IncidentFact> Incidents, IReadOnlyList<MaracFact> Referrals, DateTime? Raised = null);

/// <summary>One criterion for MARAC: met or not, and the sentence that a practitioner reads.</summary>
/// <param name="Code">A stable code.</param>
/// <param name="Source">Where the rule comes from.</param>
/// <param name="Since">When what meets it became known; a decision made before does not answer it.</param>
public sealed record Gate(MaracCriterion Criterion, bool IsMet, string Code, string Reason, string Source, DateTime? Since);

/// <summary>The four criteria for a referral to MARAC (domain facts b1 and b2 [S1][S6][S10b][S11]). Pure: the same facts give the same gates.
/// Under 16 nobody is heard at MARAC, whatever the rest says.</summary>
public static class MaracGates
{
    private const string Criteria = "SafeLives MARAC referral criteria", RepeatSource = "SafeLives, definition of repeat MARAC";

    /// <summary>Under 16, or a child whose age nobody knows: children's safeguarding, never MARAC (domain facts b1 [S15][S16]).</summary>
    public static bool IsBelowMarac(int? age, bool isChildFile) => age is { } known ? known < DomesticAbuseAct.MinimumAge : isChildFile;

    /// <summary>16 or 17: heard at MARAC, and a child as well.</summary>
    public static bool IsYoung(int? age) => age is >= DomesticAbuseAct.MinimumAge and < RiskRules.Adult;

    /// <summary>All four, in the order of <see cref="MaracCriterion"/>.</summary>
    public static IReadOnlyList<Gate> Of(GateFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Gate[] gates = [VisibleHighRisk(facts), Judgement(facts), Escalation(facts), Repeat(facts)];
        return IsBelowMarac(facts.Age, facts.IsChildFile)
            ? [.. gates.Select(g => g with { IsMet = false, Code = "under-16", Since = null, Reason = "Under 16, or a child whose age is not known: follow children's safeguarding. MARAC hears people aged 16 and over." })]
            : gates;
    }

    public static Gate VisibleHighRisk(GateFacts facts)
    {
        var threshold = facts.Bands.MaracThreshold;
        return facts.Latest is not { } latest ? No(MaracCriterion.VisibleHighRisk, "no-assessment", "Nobody has been assessed in this file yet.", Criteria)
            : latest.Score >= threshold ? Yes(MaracCriterion.VisibleHighRisk, "score", $"The score of {latest.Score} reaches the threshold of {threshold} (assessed on {Spoken.Day(latest.At)}).", Criteria, latest.At)
            : No(MaracCriterion.VisibleHighRisk, "score-below", $"The score of {latest.Score} is below the threshold of {threshold}.", Criteria);
    }

    public static Gate Judgement(GateFacts facts) =>
        facts.Latest is { IsRaisedByJudgement: true, Level: RiskLevel.High } latest
            ? Yes(MaracCriterion.ProfessionalJudgement, "judged", $"A worker judged the risk to be high on {Spoken.Day(latest.At)}, with written reasons. That is enough by itself.", Criteria, latest.At)
        : facts.Raised is { } raised && (facts.Latest is null || raised >= facts.Latest.At)
            ? Yes(MaracCriterion.ProfessionalJudgement, "raised", $"A worker raised the level to high on {Spoken.Day(raised)} because of a result received from another agency.", Criteria, raised)
        : No(MaracCriterion.ProfessionalJudgement, "not-judged", "Nobody has raised the level to high by judgement.", Criteria);

    /// <summary>Enough events in the months before today, whichever agency knows of them. The first day of the span counts.</summary>
    public static Gate Escalation(GateFacts facts)
    {
        var (needed, months) = (facts.Bands.EscalationIncidents, facts.Bands.EscalationMonths);
        var from = facts.Today.AddMonths(-months);
        var counted = facts.Incidents.Where(i => i.To == facts.Victim && i.On >= from && i.On <= facts.Today).OrderBy(i => i.RecordedAt).ToList();
        var said = $"{counted.Count} domestic abuse {(counted.Count == 1 ? "incident" : "incidents")} since {Spoken.Day(from)}, from any agency ({needed} in {months} months is potential escalation).";
        return counted.Count >= needed ? Yes(MaracCriterion.PotentialEscalation, "escalation", said, Criteria, counted[^1].RecordedAt) : No(MaracCriterion.PotentialEscalation, "no-escalation", said, Criteria);
    }

    /// <summary>The last day on which a further incident is a repeat of a referral of this day.</summary>
    public static DateOnly LastDayOfRepeat(DateOnly referral, int months) => referral.AddMonths(months);

    /// <summary>A qualifying incident by the same person against the same victim, after the last MARAC referral and within the months from its date. Later it is a new referral.</summary>
    public static Gate Repeat(GateFacts facts)
    {
        var months = facts.Bands.RepeatMonths;
        var referrals = facts.Referrals.Where(r => r.Victim == facts.Victim).OrderByDescending(r => r.On).ToList();
        if (referrals.Count == 0)
            return No(MaracCriterion.Repeat, "no-referral", "No MARAC referral is recorded for this person.", RepeatSource);
        if (referrals.All(r => r.Harmer is null))
            return No(MaracCriterion.Repeat, "harmer-unknown", $"The MARAC referral of {Spoken.Day(referrals[0].On)} does not say who caused harm, so nobody can tell whether it is the same person. Complete it.", RepeatSource);
        // For each person causing harm only the last referral counts.
        foreach (var last in referrals.Where(r => r.Harmer is not null).GroupBy(r => r.Harmer).Select(same => same.First()))
        {
            var found = facts.Incidents.Where(i => i.To == facts.Victim && i.By == last.Harmer && i.On > last.On && i.On <= facts.Today
                && i.On <= LastDayOfRepeat(last.On, months) && QualifyingRule.Qualifies(i, facts.Incidents, months)).MaxBy(i => i.RecordedAt);
            if (found is not null)
                return Yes(MaracCriterion.Repeat, "repeat", $"The incident of {(found.IsApproximate ? "about " : "")}{Spoken.Day(found.On)} qualifies and is within {months} months of the MARAC referral of {Spoken.Day(last.On)}, "
                    + "by the same person to the same victim. Refer again, whatever the score.", RepeatSource, found.RecordedAt);
        }
        return No(MaracCriterion.Repeat, "no-repeat", $"No qualifying incident by the same person between the MARAC referral of {Spoken.Day(referrals[0].On)} and {Spoken.Day(LastDayOfRepeat(referrals[0].On, months))}. "
            + "After that day it is a new referral.", RepeatSource);
    }

    private static Gate Yes(MaracCriterion criterion, string code, string reason, string source, DateTime since) => new(criterion, true, code, reason, source, since);

    private static Gate No(MaracCriterion criterion, string code, string reason, string source) => new(criterion, false, code, reason, source, null);
}
