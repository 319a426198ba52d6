namespace Lapwing.Time;

/// <summary>
/// The local clock of every partnership: Europe/London. Instants are stored as UTC; a "day" is always a London day,
/// so a referral sent at 00:30 in July belongs to that day and not to the day before.
/// </summary>
public static class LondonTime
{
    /// <summary>Europe/London from the system's zone data (GMT in winter, BST in summer).</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private static LondonOffsets Offsets { get; } = new(Zone);

    /// <summary>The instant now, as a UTC <see cref="DateTime"/> (the kind that is stored).</summary>
    public static DateTime UtcNow(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return clock.GetUtcNow().UtcDateTime;
    }

    /// <summary>Today's date in London.</summary>
    public static DateOnly Today(TimeProvider clock) => DateOf(UtcNow(clock));

    /// <summary>The wall clock in London now.</summary>
    public static DateTime Now(TimeProvider clock) => FromUtc(UtcNow(clock));

    /// <summary>The London wall clock (kind Unspecified) at a UTC instant.</summary>
    /// <exception cref="ArgumentException">The instant is not of kind UTC.</exception>
    public static DateTime FromUtc(DateTime utc)
    {
        RequireUtc(utc);
        // A clock changes at one moment of two days a year: on all others the offset of the day is known.
        return Offsets.OfUtcDay(utc) is { } offset
            ? DateTime.SpecifyKind(utc + offset, DateTimeKind.Unspecified)
            : DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(utc, Zone), DateTimeKind.Unspecified);
    }

    /// <summary>
    /// The UTC instant of a London wall clock. An hour that does not exist (the last Sunday in March, 01:00 to 02:00) is
    /// moved forward by the hour that was skipped; an hour that exists twice (October) means its first, summer, occurrence.
    /// </summary>
    /// <exception cref="ArgumentException">The value claims to be UTC or the machine's local time.</exception>
    public static DateTime ToUtc(DateTime london)
    {
        if (london.Kind != DateTimeKind.Unspecified)
        {
            throw new ArgumentException("A London wall clock carries no kind: it was " + london.Kind + ".", nameof(london));
        }
        if (Offsets.OfLondonDay(london) is { } known)
        {
            return DateTime.SpecifyKind(london - known, DateTimeKind.Utc);
        }
        if (Zone.IsInvalidTime(london))
        {
            return DateTime.SpecifyKind(london - Zone.BaseUtcOffset, DateTimeKind.Utc);
        }
        var offset = Zone.IsAmbiguousTime(london) ? Zone.GetAmbiguousTimeOffsets(london).Max() : Zone.GetUtcOffset(london);
        return DateTime.SpecifyKind(london - offset, DateTimeKind.Utc);
    }

    /// <summary>The UTC instant of a London date and time of day; see <see cref="ToUtc(DateTime)"/> for the nights of the clock change.</summary>
    public static DateTime ToUtc(DateOnly day, TimeOnly time) => ToUtc(day.ToDateTime(time));

    /// <summary>The instant at which a London day begins (23:00 UTC of the day before in summer).</summary>
    public static DateTime StartOfDay(DateOnly day) => ToUtc(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The London day of a UTC instant.</summary>
    public static DateOnly DateOf(DateTime utc) => DateOnly.FromDateTime(FromUtc(utc));

    internal static void RequireUtc(DateTime instant)
    {
        if (instant.Kind != DateTimeKind.Utc)
        {
            throw new ArgumentException("An instant must be UTC: it was " + instant.Kind + ".", nameof(instant));
        }
    }
}
