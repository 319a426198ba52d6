using Lapwing.Access;
using Lapwing.Time;

namespace Lapwing.Modules.Groups;

/// <summary>The days of a group: every week on the same weekday, skipping bank holidays and school holidays. Days are London days and the hour is kept on the London clock,
/// so that a session begins at the same time on the wall when the clocks change.</summary>
public static class SessionCalendar
{
    /// <summary>Nobody plans a group over more weeks than this.</summary>
    private const int MostWeeks = 120;

    public sealed record Plan(IReadOnlyList<DateOnly> Days, IReadOnlyList<(DateOnly Day, string Why)> Skipped);

    public static Plan Weekly(DateOnly first, int sessions, GroupSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var (days, skipped) = (new List<DateOnly>(), new List<(DateOnly, string)>());
        for (var week = 0; days.Count < sessions; week++)
        {
            if (week > MostWeeks)
                throw new RuleBroken("calendar", "There are not enough open weeks for so many sessions. Look at the closed days of the settings.");
            var day = first.AddDays(7 * week);
            if (settings.ClosedBecause(day) is { } why)
                skipped.Add((day, why));
            else
                days.Add(day);
        }
        return new(days, skipped);
    }

    /// <summary>The instant at which a session begins.</summary>
    public static DateTime Begins(DateOnly day, int minuteOfDay) => LondonTime.ToUtc(day, new TimeOnly(minuteOfDay / 60, minuteOfDay % 60));
}
