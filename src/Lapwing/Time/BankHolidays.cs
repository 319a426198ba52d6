using System.Globalization;

namespace Lapwing.Time;

/// <summary>
/// The bank holidays on which a partnership's offices are closed. England's come with the program
/// (from the date-holidays project, CC BY 3.0; see Data/england-bank-holidays.txt); a partnership may add days of its own.
/// </summary>
public sealed class BankHolidays
{
    private readonly SortedDictionary<DateOnly, string> days;

    private BankHolidays(SortedDictionary<DateOnly, string> days, int firstYear, int lastYear)
    {
        this.days = days;
        (FirstYear, LastYear) = (firstYear, lastYear);
    }

    /// <summary>England, 2020 to 2030, with the one-off days.</summary>
    public static BankHolidays England { get; } = LoadEngland();

    /// <summary>No holidays: for a service that never closes.</summary>
    public static BankHolidays None { get; } = new([], DateOnly.MinValue.Year, DateOnly.MaxValue.Year);

    /// <summary>Whom to name wherever the list is shown.</summary>
    public static string Attribution => "Bank holidays from date-holidays (github.com/commenthol/date-holidays), CC BY 3.0, reduced to England.";

    /// <summary>The first calendar year that the list covers.</summary>
    public int FirstYear { get; }

    /// <summary>The last calendar year that the list covers.</summary>
    public int LastYear { get; }

    /// <summary>Every holiday in date order.</summary>
    public IReadOnlyDictionary<DateOnly, string> Days => days;

    /// <summary>Whether the list says anything about the year of this day. Outside it, only weekdays decide.</summary>
    public bool Covers(DateOnly day) => day.Year >= FirstYear && day.Year <= LastYear;

    /// <summary>Whether a day is a holiday.</summary>
    public bool Contains(DateOnly day) => days.ContainsKey(day);

    /// <summary>The name of the holiday, or null on an ordinary day.</summary>
    public string? NameOf(DateOnly day) => days.GetValueOrDefault(day);

    /// <summary>The same list with one more closing day, for example one that was proclaimed after the release.</summary>
    public BankHolidays With(DateOnly day, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new BankHolidays(new SortedDictionary<DateOnly, string>(days) { [day] = name }, FirstYear, LastYear);
    }

    private static BankHolidays LoadEngland()
    {
        using var stream = typeof(BankHolidays).Assembly.GetManifestResourceStream(typeof(BankHolidays), "Data.england-bank-holidays.csv")
            ?? throw new InvalidOperationException("The bank holidays are missing from the program.");
        using var reader = new StreamReader(stream);
        var days = new SortedDictionary<DateOnly, string>();
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            days.Add(DateOnly.ParseExact(line.AsSpan(0, comma), "yyyy-MM-dd", CultureInfo.InvariantCulture), line[(comma + 1)..]);
        }
        return new BankHolidays(days, days.Keys.First().Year, days.Keys.Last().Year);
    }
}
