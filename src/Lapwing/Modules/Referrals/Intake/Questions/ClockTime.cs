using System.Globalization;
using System.Text.RegularExpressions;

namespace Lapwing.Modules.Referrals.Intake.Questions;

/// <summary>Times of day as people type them: 9am, 9.30 pm, 14:00, midnight.</summary>
public static partial class ClockTime
{
    public static TimeOnly? Read(string? typed)
    {
        var text = typed?.Trim().ToLowerInvariant();
        switch (text)
        {
            case "midday" or "noon":
                return new(12, 0);
            case "midnight" or "24:00":
                return TimeOnly.MinValue;
        }
        if (text is null || Pattern().Match(text) is not { Success: true } match)
            return null;
        var hour = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups[2].Success ? int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups[3].Value;
        if (half.Length > 0 && hour is < 1 or > 12 || hour > 23 || minute > 59)
            return null;
        return new(half switch { "a" => hour % 12, "p" => hour % 12 + 12, _ => hour }, minute);
    }

    [GeneratedRegex(@"^(\d{1,2})(?:[:.](\d{2}))?\s*(?:([ap])\.?m\.?)?$")]
    private static partial Regex Pattern();
}
