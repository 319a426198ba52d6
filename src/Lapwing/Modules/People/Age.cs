namespace Lapwing.Modules.People;

/// <summary>Ages in completed years. Somebody born on 29 February reaches an age on 1 March of an ordinary year.</summary>
public static class Age
{
    /// <summary>The oldest age that a form accepts, in years.</summary>
    public const int Oldest = 120;

    /// <summary>The age on a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is before the birth.</exception>
    public static int On(DateOnly born, DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day, born);
        return day.Year - born.Year - ((day.Month, day.Day).CompareTo((born.Month, born.Day)) < 0 ? 1 : 0);
    }

    /// <summary>Whether somebody alive today can have been born on this day.</summary>
    public static bool IsPossible(DateOnly born, DateOnly today) => born <= today && On(born, today) <= Oldest;
}
