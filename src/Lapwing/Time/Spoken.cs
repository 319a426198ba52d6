using System.Globalization;

namespace Lapwing.Time;

/// <summary>Moments and stretches of time as a page says them, on the London clock (GOV.UK style: 6 June 2023, 9:05am).</summary>
public static class Spoken
{
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Day(DateTime utc) => Day(LondonTime.DateOf(utc));

    public static string Moment(DateTime utc)
    {
        var london = LondonTime.FromUtc(utc);
        var hour = london.Hour % 12 == 0 ? 12 : london.Hour % 12;
        return string.Create(CultureInfo.InvariantCulture, $"{Day(utc)}, {hour}:{london.Minute:00}{(london.Hour < 12 ? "am" : "pm")}");
    }

    /// <summary>In hours and minutes, because working time has no days of 24 hours.</summary>
    public static string Stretch(TimeSpan time)
    {
        var minutes = (long)time.TotalMinutes;
        return minutes < 60 ? Many(minutes, "minute")
            : minutes % 60 == 0 || minutes >= 600 ? Many(minutes / 60, "hour")
            : $"{Many(minutes / 60, "hour")} {Many(minutes % 60, "minute")}";
    }

    /// <summary>A title inside a sentence: its first letter small, unless it begins with an abbreviation such as MASH.</summary>
    public static string InSentence(string title) =>
        title.Length > 1 && char.IsUpper(title[1]) ? title : char.ToLowerInvariant(title[0]) + title[1..];

    private static string Many(long number, string of) => string.Create(CultureInfo.InvariantCulture, $"{number} {of}{(number == 1 ? "" : "s")}");
}
