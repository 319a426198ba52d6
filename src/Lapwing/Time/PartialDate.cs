using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Lapwing.Time;

/// <summary>A date as people remember it: a day, a month of a year, or only a year. Stored and compared as ISO 8601 text: <c>1984-03-02</c>, <c>1984-03</c>, <c>1984</c>.</summary>
public readonly record struct PartialDate(int Year, int? Month = null, int? Day = null)
{
    /// <summary>The longest text that is stored.</summary>
    public const int Length = 10;

    private const int FirstYear = 1850, LastYear = 2200;
    private static readonly string[] Days = ["d M yyyy", "d MMM yyyy", "d MMMM yyyy", "yyyy M d"], Months = ["M yyyy", "MMM yyyy", "MMMM yyyy", "yyyy M"];

    /// <summary>The first day that it can mean.</summary>
    public DateOnly Earliest => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day that it can mean.</summary>
    public DateOnly Latest => Day is not null ? Earliest : Month is not null ? Earliest.AddMonths(1).AddDays(-1) : new(Year, 12, 31);

    public static PartialDate Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>Whether the one can have been before the other, as far as both are known.</summary>
    public bool MayBeBeforeOrOn(PartialDate other) => Earliest <= other.Latest;

    /// <summary>As somebody types it: 2 3 1984, 2 March 1984, 3 1984, March 1984, 1984, with spaces, full stops, hyphens or strokes between.</summary>
    public static bool TryParse(string? typed, out PartialDate date)
    {
        date = default;
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > 40)
            return false;
        var text = string.Join(' ', typed.Split([' ', '/', '.', '-', ','], StringSplitOptions.RemoveEmptyEntries));
        if (Try(text, Days, out var day))
            date = Of(day);
        else if (Try(text, Months, out var month))
            date = new(month.Year, month.Month);
        else if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            date = new(year);
        return date.Year is >= FirstYear and <= LastYear;
    }

    /// <summary>What was stored; null stays null.</summary>
    [return: NotNullIfNotNull(nameof(stored))]
    public static PartialDate? FromStored(string? stored) => stored is null ? null
        : TryParse(stored, out var date) ? date : throw new FormatException("This is no date that was stored.");

    /// <summary>As it is stored.</summary>
    public override string ToString() => Day is not null ? string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}")
        : Month is not null ? string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}") : Year.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>As a page says it: 2 March 1984, March 1984, 1984.</summary>
    public string Words => Day is not null ? Spoken.Day(Earliest) : Month is not null ? Earliest.ToString("MMMM yyyy", CultureInfo.InvariantCulture) : Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>From and until as one phrase; nothing when neither is known.</summary>
    public static string Span(PartialDate? from, PartialDate? until) => (from, until) switch
    {
        ({ } start, { } end) => $"from {start.Words} until {end.Words}",
        ({ } start, null) => $"since {start.Words}",
        (null, { } end) => $"until {end.Words}",
        _ => "",
    };

    private static bool Try(string text, string[] forms, out DateOnly day) => DateOnly.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
