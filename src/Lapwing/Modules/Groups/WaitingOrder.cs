using Lapwing.Time;

namespace Lapwing.Modules.Groups;

/// <summary>One who waits, as the order sees them.</summary>
/// <param name="BornOn">When a birth date is known.</param>
public sealed record Waiter<T>(T Who, DateTime AskedAt, DateOnly? BornOn, int? Age);

/// <summary>One place of the list with the reason of its place.</summary>
public sealed record InLine<T>(T Who, int Number, string Reason);

/// <summary>In which order places are given. The rule stands on the page, and each line says its own reason.</summary>
public static class WaitingOrder
{
    /// <summary>A group is over about this many months after somebody is asked to wait for it.</summary>
    public const int MonthsAhead = 6;

    public const string Rule = "First those who would be too old within six months, the soonest first. Then whoever has waited longest, by the day on which the place was asked for. Who is not ready yet keeps their place in the order.";

    public static IReadOnlyList<InLine<T>> Of<T>(IEnumerable<Waiter<T>> waiting, AgeBounds ages, DateOnly today)
    {
        var ordered = waiting.Select(w => (Waiter: w, TooOld: TooOldOn(w, ages))).Select(w => (w.Waiter, Soon: w.TooOld is { } day && day > today && day <= today.AddMonths(MonthsAhead) ? w.TooOld : null))
            .OrderBy(w => w.Soon ?? DateOnly.MaxValue).ThenBy(w => w.Waiter.AskedAt).ToList();
        return [.. ordered.Select((w, n) => new InLine<T>(w.Waiter.Who, n + 1, w.Soon is { } soon ? $"Too old from {Spoken.Day(soon)}" : $"Waits since {Spoken.Day(w.Waiter.AskedAt)}"))];
    }

    /// <summary>The birthday on which somebody is over the oldest age.</summary>
    private static DateOnly? TooOldOn<T>(Waiter<T> waiter, AgeBounds ages) => ages.To is { } oldest && waiter.BornOn is { } born ? born.AddYears(oldest + 1) : null;
}
