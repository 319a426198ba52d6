namespace Lapwing.Modules.People;

/// <summary>
/// The age bands in which figures are shown. 16 and 17 stand alone because MARAC returns count victims of that age (SafeLives), and 13 to 15
/// because guidance on young people's own relationships does; school and early years are split at 5.
/// </summary>
public enum AgeBand
{
    /// <summary>Not recorded.</summary>
    NotKnown,

    /// <summary>Under 5.</summary>
    Under5,

    /// <summary>5 to 10.</summary>
    From5To10,

    /// <summary>11 and 12.</summary>
    From11To12,

    /// <summary>13 to 15.</summary>
    From13To15,

    /// <summary>16 and 17.</summary>
    From16To17,

    /// <summary>18 to 24.</summary>
    From18To24,

    /// <summary>25 to 34.</summary>
    From25To34,

    /// <summary>35 to 44.</summary>
    From35To44,

    /// <summary>45 to 54.</summary>
    From45To54,

    /// <summary>55 to 64.</summary>
    From55To64,

    /// <summary>65 and over.</summary>
    From65,
}

/// <summary>Where each band begins and how it is printed.</summary>
public static class AgeBands
{
    private static readonly (AgeBand Band, int From, string Title)[] Table =
    [
        (AgeBand.Under5, 0, "Under 5"), (AgeBand.From5To10, 5, "5 to 10"), (AgeBand.From11To12, 11, "11 to 12"),
        (AgeBand.From13To15, 13, "13 to 15"), (AgeBand.From16To17, 16, "16 to 17"), (AgeBand.From18To24, 18, "18 to 24"),
        (AgeBand.From25To34, 25, "25 to 34"), (AgeBand.From35To44, 35, "35 to 44"), (AgeBand.From45To54, 45, "45 to 54"),
        (AgeBand.From55To64, 55, "55 to 64"), (AgeBand.From65, 65, "65 and over"),
    ];

    /// <summary>The band of an age in years; an unknown age has a band of its own.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The age is negative.</exception>
    public static AgeBand Of(int? age)
    {
        if (age is null)
        {
            return AgeBand.NotKnown;
        }
        ArgumentOutOfRangeException.ThrowIfNegative(age.Value, nameof(age));
        return Array.FindLast(Table, b => b.From <= age).Band;
    }

    /// <summary>The words on the page.</summary>
    public static string Title(this AgeBand band) => band == AgeBand.NotKnown ? "Not known" : Array.Find(Table, b => b.Band == band).Title;
}
