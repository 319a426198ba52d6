namespace Lapwing.Modules.People.Linkage;

/// <summary>Compares two people field by field. Pure, and allocates nothing. The same whichever of the two comes first.</summary>
public static class Comparison
{
    /// <summary>From here on names differ by a slip of the keys.</summary>
    public const double NearlyFrom = .9;

    /// <summary>From here on names are somewhat alike.</summary>
    public const double PartlyFrom = .8;

    /// <summary>How two people agree.</summary>
    public static Pattern Of(in LinkageRecord one, in LinkageRecord other, NameEntry[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var (given, family) = (Names(one.Given, other.Given, names), Names(one.Family, other.Family, names));
        if (given is not (Agreement.Same or Agreement.NotKnown) && family is not (Agreement.Same or Agreement.NotKnown)
            && IsSwapped(one, other, names))
            (given, family) = (Agreement.Swapped, Agreement.Swapped);
        return new((int)given | ((int)family << 3) | ((int)Dates(one.Born, other.Born) << 6) | ((int)Phones(one.Phone, other.Phone) << 9)
            | ((int)Codes(one.Gender, other.Gender) << 12) | ((int)Codes(one.Area, other.Area) << 15));
    }

    /// <summary>How two names agree.</summary>
    public static Agreement Names(int one, int other, NameEntry[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (one == 0 || other == 0)
            return Agreement.NotKnown;
        if (one == other)
            return Agreement.Same;
        var (a, b) = (names[one], names[other]);
        // Nearly all pairs share so few letters that nothing else is asked.
        var alike = Likeness.AtMost(a, b) < PartlyFrom ? 0 : Likeness.JaroWinkler(a.Text, b.Text);
        if (alike >= NearlyFrom)
            return Agreement.Nearly;
        if (a.Initial == b.Initial && SharesPart(a, b) || StandsFor(a, b))
            return Agreement.Variant;
        if (SharesPart(a, b) || a.Sound != 0 && SharesSound(a, b))
            return Agreement.Nearly;
        return alike >= PartlyFrom ? Agreement.Partly : Agreement.Different;
    }

    /// <summary>How two birth dates agree.</summary>
    public static Agreement Dates(int one, int other)
    {
        if (one == 0 || other == 0)
            return Agreement.NotKnown;
        if (one == other)
            return Agreement.Same;
        var (year, month, day) = (one / 10_000, one / 100 % 100, one % 100);
        var (year2, month2, day2) = (other / 10_000, other / 100 % 100, other % 100);
        if (year == year2 && month == day2 && day == month2)
            return Agreement.Swapped;
        if (IsOneSlip(one, other))
            return Agreement.Nearly;
        return (year == year2 ? 1 : 0) + (month == month2 ? 1 : 0) + (day == day2 ? 1 : 0) == 2 ? Agreement.Partly : Agreement.Different;
    }

    /// <summary>How two telephone numbers agree.</summary>
    public static Agreement Phones(long one, long other) => one == 0 || other == 0 ? Agreement.NotKnown
        : one == other ? Agreement.Same
        : IsOneSlip(one, other) ? Agreement.Nearly : Agreement.Different;

    private static Agreement Codes(int one, int other) => one == 0 || other == 0 ? Agreement.NotKnown : one == other ? Agreement.Same : Agreement.Different;

    /// <summary>One digit differs, or two neighbours are changed over.</summary>
    private static bool IsOneSlip(long one, long other)
    {
        var (differ, first, second, place, firstPlace) = (0, (A: 0L, B: 0L), (A: 0L, B: 0L), 0, 0);
        for (; one != 0 || other != 0; one /= 10, other /= 10, place++)
        {
            var (a, b) = (one % 10, other % 10);
            if (a == b)
                continue;
            if (++differ == 1)
                (first, firstPlace) = ((a, b), place);
            else if (differ == 2 && place == firstPlace + 1)
                second = (a, b);
            else
                return false;
        }
        return differ == 1 || differ == 2 && first == (second.B, second.A);
    }

    private static bool IsSwapped(in LinkageRecord one, in LinkageRecord other, NameEntry[] names) =>
        Stands(one.Given, other.Family, names) && Stands(one.Family, other.Given, names) && (one.Given == other.Family || one.Family == other.Given);

    private static bool Stands(int one, int other, NameEntry[] names) => Names(one, other, names) is Agreement.Same or Agreement.Nearly;

    private static bool StandsFor(NameEntry one, NameEntry other)
    {
        for (var i = 0; i < one.Variants.Count; i++)
            if (one.Variants[i] == other.Text)
                return true;
        return false;
    }

    private static bool SharesPart(NameEntry one, NameEntry other)
    {
        if (one.Parts.Length < 2 && other.Parts.Length < 2)
            return false;
        foreach (var part in one.Parts)
            if (Array.IndexOf(other.Parts, part) >= 0)
                return true;
        return false;
    }

    private static bool SharesSound(NameEntry one, NameEntry other)
    {
        foreach (var sound in one.Sounds)
            if (Array.IndexOf(other.Sounds, sound) >= 0)
                return true;
        return false;
    }
}
