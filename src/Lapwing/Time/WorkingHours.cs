namespace Lapwing.Time;

/// <summary>
/// The clock that runs only while a service is open: weekly hours on the London wall clock, closed on bank holidays.
/// Targets such as "triage within 4 working hours" are measured with it. All instants are UTC; time that passes is real time,
/// so a service that is open through the night of the clock change works 23 or 25 hours that day.
/// </summary>
/// <param name="week">When the service is open in an ordinary week.</param>
/// <param name="holidays">The days on which it is closed whatever the weekday; <see cref="BankHolidays.None"/> when it never closes.</param>
public sealed class WorkingHours(WeeklyHours week, BankHolidays holidays)
{
    /// <summary>Monday to Friday, 09:00 to 17:00, closed on England's bank holidays: the default of a new partnership.</summary>
    public static WorkingHours OfficeHours { get; } =
        new(WeeklyHours.MondayToFriday(new HoursOfDay(new TimeOnly(9, 0), new TimeOnly(17, 0))), BankHolidays.England);

    /// <summary>Every hour of every day.</summary>
    public static WorkingHours Always { get; } = new(WeeklyHours.Always, BankHolidays.None);

    /// <summary>When the service is open in an ordinary week.</summary>
    public WeeklyHours Week { get; } = week ?? throw new ArgumentNullException(nameof(week));

    /// <summary>The days on which the service is closed whatever the weekday.</summary>
    public BankHolidays Holidays { get; } = holidays ?? throw new ArgumentNullException(nameof(holidays));

    /// <summary>Whether the service is open at all on a day.</summary>
    public bool IsWorkingDay(DateOnly day) => Week.On(day.DayOfWeek).Count > 0 && !Holidays.Contains(day);

    /// <summary>Whether the service is open at an instant.</summary>
    public bool IsOpen(DateTime utc) => Week.Contains(utc) && !Holidays.Contains(LondonTime.DateOf(utc));

    /// <summary>The instant itself when the service is open, otherwise the next opening.</summary>
    public DateTime NextOpen(DateTime utc) => Periods(utc).First().From;

    /// <summary>The instant at which this much working time will have passed. Zero gives the instant itself when open, otherwise the next opening.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public DateTime Add(DateTime utc, TimeSpan working)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(working, TimeSpan.Zero);
        foreach (var (from, to) in Periods(utc))
        {
            if (working <= to - from)
            {
                return from + working;
            }
            working -= to - from;
        }
        throw new ArgumentOutOfRangeException(nameof(working), "There is not that much working time before the calendar ends.");
    }

    /// <summary>The instant at which this many working hours will have passed.</summary>
    public DateTime AddHours(DateTime utc, double hours) => Add(utc, TimeSpan.FromHours(hours));

    /// <summary>
    /// The same time of day this many working days later, kept within that day's hours. A clock that starts while the service is
    /// closed starts at the next opening: one working day from a Saturday is Tuesday's opening.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public DateTime AddDays(DateTime utc, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var start = LondonTime.FromUtc(NextOpen(utc));
        var day = DateOnly.FromDateTime(start);
        for (var left = days; left > 0; left--)
        {
            do
            {
                day = day.AddDays(1);
            }
            while (!IsWorkingDay(day));
        }
        var hours = Week.On(day.DayOfWeek);
        var (from, to) = (hours[0].On(day).From, hours[^1].On(day).To);
        var same = LondonTime.ToUtc(day, TimeOnly.FromDateTime(start));
        return same < from ? from : same > to ? to : same;
    }

    /// <summary>The working time between two instants; zero when the second is not after the first.</summary>
    public TimeSpan Elapsed(DateTime fromUtc, DateTime toUtc)
    {
        LondonTime.RequireUtc(toUtc);
        if (toUtc <= fromUtc)
        {
            return TimeSpan.Zero;
        }
        var passed = TimeSpan.Zero;
        foreach (var (from, to) in Periods(fromUtc))
        {
            if (from >= toUtc)
            {
                break;
            }
            passed += (to < toUtc ? to : toUtc) - from;
        }
        return passed;
    }

    /// <summary>The whole working minutes between two instants.</summary>
    public long ElapsedMinutes(DateTime fromUtc, DateTime toUtc) => (long)Elapsed(fromUtc, toUtc).TotalMinutes;

    private IEnumerable<(DateTime From, DateTime To)> Periods(DateTime utc) => Week.Periods(utc, Holidays.Contains);
}
