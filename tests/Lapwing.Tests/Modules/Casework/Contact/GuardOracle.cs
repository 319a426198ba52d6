using Lapwing.Modules.Casework.Contact;
using Lapwing.Modules.People;

namespace Lapwing.Tests.Modules.Casework.Contact;

/// <summary>One case as it was generated: everything in numbers, so that the oracle needs nothing of the product.</summary>
internal sealed record GuardCase
{
    public required string Channel { get; init; }
    public required DateTime At { get; init; }
    public bool Sent { get; init; }

    /// <summary>phone, email, place or none.</summary>
    public string To { get; init; } = "none";

    /// <summary>yes, no or not asked.</summary>
    public string Safe { get; init; } = "yes";
    public bool Ring { get; init; }
    public bool Voicemail { get; init; }
    public bool Text { get; init; }
    public bool Email { get; init; }

    /// <summary>Weekday (Monday is 0) and minutes of the London clock from which and until which it is safe; none is always.</summary>
    public (int Day, int From, int Until)[] Hours { get; init; } = [];
    public DateTime? Confirmed { get; init; }
    public DateTime? Doubtful { get; init; }
    public bool Ended { get; init; }
    public bool Others { get; init; }
    public bool KnownToOther { get; init; }
    public string Write { get; init; } = "yes";
    public string Visit { get; init; } = "yes";

    /// <summary>What the referral said: nothing, only through it, or each way.</summary>
    public bool Stated { get; init; }
    public bool OnlyReferrer { get; init; }
    public bool MayWrite { get; init; }
    public DateTime? StatedAt { get; init; }
}

/// <summary>The rules read a second time, from the issue and the reprimands, without the product's table, clock or types of time.</summary>
internal static class GuardOracle
{
    public static bool MayGo(GuardCase c)
    {
        if (c.To == "none")
            return !c.Sent && Unnamed(c);
        if (c.Ended || c.Others)
            return false;
        if (c.Confirmed is not { } confirmed || c.Doubtful is { } since && since <= c.At && confirmed < since)
            return false;
        return c.To switch
        {
            "place" => !c.KnownToOther && (c.Channel == "Letter" && c.Write == "yes" || c.Channel == "Visit" && c.Visit == "yes"),
            "phone" => c.Safe == "yes" && IsSafeHour(c) && (c.Channel == "Telephone" && c.Ring || c.Channel == "Voicemail" && c.Ring && c.Voicemail || c.Channel == "Text" && c.Text),
            _ => c.Safe == "yes" && IsSafeHour(c) && c.Email && (c.Channel == "Email" || c.Channel == "Calendar"),
        };
    }

    private static bool Unnamed(GuardCase c)
    {
        if (c.Doubtful is { } since && since <= c.At && c.StatedAt is { } said && said < since)
            return false;
        if (c.Channel == "ThroughReferrer")
            return true;
        if (!c.Stated)
            return c.Channel == "InPerson";
        if (c.OnlyReferrer)
            return false;
        return c.Channel switch
        {
            "Telephone" => c.Ring && IsSafeHour(c),
            "Voicemail" => c.Ring && c.Voicemail && IsSafeHour(c),
            "Text" => c.Text && IsSafeHour(c),
            "Email" or "Calendar" => c.Email,
            "Letter" => c.MayWrite,
            "InPerson" => true,
            _ => false,
        };
    }

    private static bool IsSafeHour(GuardCase c)
    {
        if (c.Hours.Length == 0)
            return true;
        var london = c.At.AddHours(IsSummer(c.At) ? 1 : 0);
        var (day, minute) = (((int)london.DayOfWeek + 6) % 7, london.Hour * 60 + london.Minute);
        return c.Hours.Any(h => h.Day == day && h.From <= minute && minute < h.Until);
    }

    /// <summary>Summer time runs from the last Sunday of March, 01:00 UTC, to the last Sunday of October, 01:00 UTC (Summer Time Act 1972).</summary>
    public static bool IsSummer(DateTime utc) => utc >= LastSunday(utc.Year, 3) && utc < LastSunday(utc.Year, 10);

    private static DateTime LastSunday(int year, int month)
    {
        var day = new DateTime(year, month, 31, 1, 0, 0, DateTimeKind.Utc);
        return day.AddDays(-(int)day.DayOfWeek);
    }
}
