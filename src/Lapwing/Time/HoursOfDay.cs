using System.Globalization;

namespace Lapwing.Time;

/// <summary>A stretch of one day on the London wall clock, such as <c>09:00-17:00</c>. An end of 00:00 is the midnight that ends the day.</summary>
public readonly record struct HoursOfDay
{
    /// <exception cref="ArgumentException">The hours would end before they begin.</exception>
    public HoursOfDay(TimeOnly from, TimeOnly until)
    {
        if (until != TimeOnly.MinValue && until <= from)
        {
            throw new ArgumentException($"The end, {until:HH\\:mm}, must be after the beginning, {from:HH\\:mm}.", nameof(until));
        }
        (From, Until) = (from, until);
    }

    /// <summary>The beginning (included).</summary>
    public TimeOnly From { get; }

    /// <summary>The end (excluded); 00:00 is the end of the day.</summary>
    public TimeOnly Until { get; }

    /// <summary>The whole day.</summary>
    public static HoursOfDay AllDay => default;

    /// <summary>Whether a time of day lies within the hours.</summary>
    public bool Contains(TimeOnly time) => time >= From && (Until == TimeOnly.MinValue || time < Until);

    /// <summary>The two UTC instants between which the hours run on a given London day.</summary>
    public (DateTime From, DateTime To) On(DateOnly day) => (
        LondonTime.ToUtc(day, From),
        Until == TimeOnly.MinValue ? LondonTime.StartOfDay(day.AddDays(1)) : LondonTime.ToUtc(day, Until));

    /// <summary><c>09:00-17:00</c>; the midnight that ends the day is printed as <c>24:00</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{From:HH\\:mm}-{(Until == TimeOnly.MinValue ? "24:00" : Until.ToString("HH:mm", CultureInfo.InvariantCulture))}");

    internal bool Overlaps(HoursOfDay other) => Minutes.From < other.Minutes.Until && other.Minutes.From < Minutes.Until;

    private (int From, int Until) Minutes => (
        From.Hour * 60 + From.Minute,
        Until == TimeOnly.MinValue ? 24 * 60 : Until.Hour * 60 + Until.Minute);

    /// <summary>Reads <c>09:00-17:00</c>.</summary>
    /// <exception cref="FormatException">The text is not a pair of times, or ends before it begins.</exception>
    public static HoursOfDay Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('-', StringSplitOptions.TrimEntries);
        if (parts.Length == 2 && TimeOnly.TryParseExact(parts[0], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from))
        {
            if (parts[1] == "24:00")
            {
                return new HoursOfDay(from, TimeOnly.MinValue);
            }
            if (TimeOnly.TryParseExact(parts[1], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until) && until > from)
            {
                return new HoursOfDay(from, until);
            }
        }
        throw new FormatException($"'{text}' is not a pair of times. Write it like 09:00-17:00, ending after it begins.");
    }
}
