using Lapwing.Time;

namespace Lapwing.Modules.Risk;

/// <summary>What makes an assessment out of date.</summary>
public enum RiskEventKind { Incident, Move, Separation, Order, Pregnancy, Release, ReceivedResult, Other }

/// <summary>Something that happened to somebody, on a day, and when it became known here.</summary>
/// <param name="Words">How it is said, where more is known than its kind and day.</param>
public sealed record DatedEvent(RiskEventKind Kind, DateOnly On, DateTime RecordedAt, string? Words = null)
{
    /// <summary>The sentence that a practitioner reads.</summary>
    public string Reason => Words ?? $"{Kind.Sentence()} on {Spoken.Day(On)}.";
}

/// <summary>When somebody must be assessed again, and why.</summary>
/// <param name="Reasons">Sentences that a practitioner reads, the most pressing first.</param>
public sealed record ReassessmentDue(DateOnly On, IReadOnlyList<string> Reasons)
{
    public bool IsOverdue(DateOnly today) => On < today;
}

/// <summary>
/// When a new assessment falls due: after a new incident, a move, a separation, an order, a pregnancy or a release, after a result received from another agency,
/// and after a time that depends on the level. Pure: whoever knows of a dated event feeds it in. Source: domain facts b1 (risk is a snapshot) and b2 (re-do the
/// Dash on relocation [S10][S10c]).
/// </summary>
public static class ReassessmentRule
{
    /// <param name="assessedAt">The latest assessment; null when there was none.</param>
    /// <param name="level">Its level.</param>
    /// <param name="begunAt">When the file was opened: from then on a first assessment is awaited.</param>
    public static ReassessmentDue Due(DateTime? assessedAt, RiskLevel level, DateTime begunAt, IEnumerable<DatedEvent> events, ReassessmentTimes times)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(times);
        List<(DateOnly On, string Reason)> all = [assessedAt is { } at
            ? (LondonTime.DateOf(at).AddDays(times.WeeksAt(level) * 7), $"The last assessment is of {Spoken.Day(at)}; at {level.Title().ToLowerInvariant()} risk it is repeated after {times.WeeksAt(level)} weeks.")
            : (LondonTime.DateOf(begunAt).AddDays(times.DaysAfterEvent), "Nobody has been assessed in this file yet.")];
        all.AddRange(events.Where(e => IsAfter(e, assessedAt)).Select(e => (KnownOn(e).AddDays(times.DaysAfterEvent), e.Reason)));
        return new(all.Min(a => a.On), [.. all.OrderBy(a => a.On).Select(a => a.Reason)]);
    }

    /// <summary>Not taken into account by the assessment: it became known later, or it happened later.</summary>
    private static bool IsAfter(DatedEvent e, DateTime? assessedAt) => assessedAt is not { } at || e.RecordedAt > at || e.On > LondonTime.DateOf(at);

    /// <summary>What lies ahead is counted from its day, what is learnt late from the day it was learnt.</summary>
    private static DateOnly KnownOn(DatedEvent e) => LondonTime.DateOf(e.RecordedAt) is var known && known > e.On ? known : e.On;
}

/// <summary>How the words are printed.</summary>
public static class RiskEventKinds
{
    public static string Title(this RiskEventKind kind) => kind switch
    {
        RiskEventKind.Incident => "A new incident",
        RiskEventKind.Move => "A move",
        RiskEventKind.Separation => "A separation, or an attempt to leave",
        RiskEventKind.Order => "An order was made, changed, breached or has ended",
        RiskEventKind.Pregnancy => "A pregnancy or a birth",
        RiskEventKind.Release => "A release from custody",
        RiskEventKind.ReceivedResult => "A risk assessment received from another agency",
        RiskEventKind.Other => "Something else that changes the risk",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Sentence(this RiskEventKind kind) => kind == RiskEventKind.Order ? "An order was made, changed, breached or ended" : kind.Title();
}
