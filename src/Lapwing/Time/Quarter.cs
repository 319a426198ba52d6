using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Lapwing.Time;

/// <summary>
/// A quarter of the financial year that English councils report by: Q1 is 1 April to 30 June, Europe/London.
/// Its code, <c>2023-24-Q1</c>, is used in addresses and on the command line and sorts in time order as text; its title is <c>2023/24 Q1</c>.
/// </summary>
public readonly record struct Quarter : IComparable<Quarter>, IParsable<Quarter>
{
    /// <summary>The first financial year that can be expressed.</summary>
    public const int FirstYear = 1990;

    /// <summary>The last financial year that can be expressed.</summary>
    public const int LastYear = 2098;

    /// <param name="year">The calendar year in which the financial year begins: 2023 for 2023/24.</param>
    /// <param name="number">1 (April to June) to 4 (January to March of the next calendar year).</param>
    /// <exception cref="ArgumentOutOfRangeException">The year or the number is out of range.</exception>
    public Quarter(int year, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 4);
        (Year, Number) = (year, number);
    }

    /// <summary>The calendar year in which the financial year begins.</summary>
    public int Year { get; }

    /// <summary>1 to 4.</summary>
    public int Number { get; }

    /// <summary><c>2023-24-Q1</c>.</summary>
    public string Code => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{(Year + 1) % 100:00}-Q{Number}");

    /// <summary><c>2023/24 Q1</c>, as board papers write it.</summary>
    public string Title => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}/{(Year + 1) % 100:00} Q{Number}");

    /// <summary><c>April to June 2023</c>.</summary>
    public string Months => string.Create(CultureInfo.GetCultureInfo("en-GB"), $"{Start:MMMM} to {End:MMMM yyyy}");

    /// <summary>The first day.</summary>
    public DateOnly Start => new DateOnly(Year, 4, 1).AddMonths((Number - 1) * 3);

    /// <summary>The last day (included).</summary>
    public DateOnly End => Start.AddMonths(3).AddDays(-1);

    /// <summary>The instant at which the quarter begins (included). Q1 and Q2 begin at 23:00 UTC of the day before.</summary>
    public DateTime StartUtc => LondonTime.StartOfDay(Start);

    /// <summary>The instant at which the next quarter begins (excluded).</summary>
    public DateTime EndUtc => LondonTime.StartOfDay(End.AddDays(1));

    /// <summary>The quarter before.</summary>
    public Quarter Previous => Plus(-1);

    /// <summary>The quarter after.</summary>
    public Quarter Next => Plus(1);

    /// <summary>The same quarter of the financial year before: what a paper compares with.</summary>
    public Quarter YearBefore => Plus(-4);

    /// <summary>The quarter this many quarters later (or earlier, when negative).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The result is out of range.</exception>
    public Quarter Plus(int quarters)
    {
        var index = Year * 4 + Number - 1 + quarters;
        return new Quarter(index / 4, index % 4 + 1);
    }

    /// <summary>This quarter and those before it, <paramref name="count"/> in all, oldest first.</summary>
    public IReadOnlyList<Quarter> Last(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var last = this;
        return [.. Enumerable.Range(1 - count, count).Select(n => last.Plus(n))];
    }

    /// <summary>Whether a London day falls in the quarter.</summary>
    public bool Contains(DateOnly day) => day >= Start && day <= End;

    /// <summary>Whether a UTC instant falls in the quarter.</summary>
    public bool Contains(DateTime utc) => Contains(LondonTime.DateOf(utc));

    /// <summary>The quarter of a London day.</summary>
    public static Quarter Of(DateOnly day)
    {
        var shifted = day.AddMonths(-3);
        return new Quarter(shifted.Year, (shifted.Month - 1) / 3 + 1);
    }

    /// <summary>The quarter of a UTC instant, by its London day.</summary>
    public static Quarter Of(DateTime utc) => Of(LondonTime.DateOf(utc));

    /// <summary>Reads <c>2023-24-Q1</c>, <c>2023/24 Q1</c> and their like; the two years must follow each other.</summary>
    /// <exception cref="FormatException">The text is not a quarter.</exception>
    public static Quarter Parse(string s) => TryParse(s, null, out var quarter)
        ? quarter
        : throw new FormatException($"'{s}' is not a quarter. Write it like 2023-24-Q1 (April to June 2023).");

    static Quarter IParsable<Quarter>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="Parse"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Quarter result)
    {
        result = default;
        var text = s?.Trim();
        if (text is not { Length: 10 } || text[4] is not ('-' or '/') || text[7] is not ('-' or ' ') || text[8] is not ('Q' or 'q')
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var following)
            || text[9] is not (>= '1' and <= '4') || year is < FirstYear or > LastYear || (year + 1) % 100 != following)
        {
            return false;
        }
        result = new Quarter(year, text[9] - '0');
        return true;
    }

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out Quarter)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, out Quarter result) => TryParse(s, null, out result);

    /// <summary>In time order.</summary>
    public int CompareTo(Quarter other) => (Year * 4 + Number).CompareTo(other.Year * 4 + other.Number);

    /// <summary>Earlier than.</summary>
    public static bool operator <(Quarter left, Quarter right) => left.CompareTo(right) < 0;

    /// <summary>Later than.</summary>
    public static bool operator >(Quarter left, Quarter right) => left.CompareTo(right) > 0;

    /// <summary>Earlier than or the same.</summary>
    public static bool operator <=(Quarter left, Quarter right) => left.CompareTo(right) <= 0;

    /// <summary>Later than or the same.</summary>
    public static bool operator >=(Quarter left, Quarter right) => left.CompareTo(right) >= 0;

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
