using Lapwing.Facts;
using Lapwing.Modules.Figures.Disclosure;

namespace Lapwing.Modules.Figures;

/// <summary>How facts become a number.</summary>
public enum MeasureKind
{
    /// <summary>Facts that happened in the quarter, each with its weight.</summary>
    Count,
    /// <summary>Different people with such a fact in the quarter.</summary>
    People,
    /// <summary>What stands at the end of the quarter: everything that began by then less everything that ended by then.</summary>
    Standing,
    /// <summary>The median of a duration over the facts of the quarter.</summary>
    Median,
}

/// <summary>What is counted, once and for all: one class a measure. The catalogue, the pages, the papers and the trace all read it from here.</summary>
public abstract class Measure
{
    public abstract string Code { get; }
    public abstract string Title { get; }

    /// <summary>What is counted, in words that a board member can read.</summary>
    public abstract string Definition { get; }

    /// <summary>Where the definition comes from.</summary>
    public abstract string Source { get; }

    /// <summary>What one of it is: referrals, people, support episodes, incidents, children, working hours.</summary>
    public abstract string Unit { get; }
    public virtual MeasureKind Kind => MeasureKind.Count;

    /// <summary>Raised whenever the condition or a breakdown changes; kept with every frozen figure.</summary>
    public virtual int Version => 1;

    /// <summary>Counted only where a partnership has shared places: others have no figures of them.</summary>
    public virtual bool IsOfPlaces => false;

    /// <summary>The kinds of fact that it looks at.</summary>
    public abstract IReadOnlyList<FactKind> Facts { get; }

    /// <summary>Which day decides in what quarter something counts.</summary>
    public string DateBasis => Kind == MeasureKind.Standing ? "The last day of the quarter" : Facts[0] switch
    {
        FactKind.ReferralReceived => "The day on which the referral arrived",
        FactKind.ReferralTriaged => "The day of the first decision at the front door",
        FactKind.FirstSafeContact => "The day of the contact",
        FactKind.ReferralAccepted => "The day on which a service accepted the referral",
        FactKind.ReferralDeclined => "The day on which the referral ended without a service",
        FactKind.RiskAssessed => "The day of the assessment",
        FactKind.EpisodeOpened => "The day on which a worker opened the episode",
        FactKind.EpisodeEnded => "The day on which the episode ended",
        FactKind.OutcomeCompared => "The day on which it was measured again",
        FactKind.SafePlaceAsked => "The day on which a place was asked for",
        FactKind.HouseholdTurnedAway => "The day on which the household was turned away",
        FactKind.MovedIntoSafety => "The day on which the household moved in",
        FactKind.MovedOnFromSafety => "The day on which the household moved on",
        FactKind.SanctuaryFitted => "The day on which the works were fitted",
        FactKind.IncidentReported => "The day of the incident, as it was told",
        FactKind.HandoverSent => "The day on which the file was handed over",
        FactKind.HandoverAnswered => "The day on which it came out there",
        FactKind.HandoverReceived => "The day on which the handover arrived",
        FactKind.HandoverDecided => "The day on which it was decided",
        FactKind.PlaceAsked => "The day on which the request reached the panel",
        FactKind.PlaceOffered => "The day of the offer",
        FactKind.PlaceStarted => "The day on which work began",
        FactKind.PlaceUsed => "The day on which work ended",
        FactKind.PlaceReturned => "The day on which the place went back",
        FactKind.ProgrammeContact => "The day of the work",
        FactKind.AbuseCompared => "The day on which the end was recorded",
        FactKind.GroupPlaceAnswered => "The day on which the place was taken or not",
        FactKind.GroupStarted => "The day of the first session to which they came",
        FactKind.GroupCompleted or FactKind.GroupPairCompleted => "The day on which the group ended",
        FactKind.GroupLeft => "The day on which they left, or the group ended without them",
        FactKind.GroupSession => "The day of the session",
        FactKind.GroupChangeMeasured => "The day of the second answer",
        var kind => throw new InvalidOperationException($"Say by which day {kind} counts."),
    };

    /// <summary>On how many it must stand to be shown; protected small counts are another matter.</summary>
    public string MinimumBase(DisclosurePolicy policy) => Kind == MeasureKind.Median
        ? $"{Math.Ceiling(policy.MedianBase)}"
        : $"None for the count; {Math.Ceiling(policy.PercentageBase)} for a percentage or a change";

    public virtual IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [];

    /// <summary>How much a fact of one of its kinds counts: 0 for not at all; for what ends something that stands, -1.</summary>
    public virtual int Weigh(FactCursor fact) => 1;

    /// <summary>For a median: the measure whose facts it is taken over, so that both stand on the same number.</summary>
    public virtual string? MedianOver => null;

    /// <summary>Measures that count some of this one's facts, so that the rest could be worked out and is protected too.</summary>
    public virtual string? SubsetOf => null;
}
