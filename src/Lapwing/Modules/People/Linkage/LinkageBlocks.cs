namespace Lapwing.Modules.People.Linkage;

/// <summary>
/// Which two records are compared at all: those that share one of these keys. Of five hundred thousand million pairs among a million people some forty million do.
/// Each key leaves room for other errors than the others do: a date without any name; a name by sound with part of a date; one name by letters with the beginning of
/// the other; a telephone number with one name; and, for who gave neither date nor number, both names in one area.
/// </summary>
internal static class LinkageBlocks
{
    /// <summary>The number of keys.</summary>
    public const int Count = 10;

    /// <summary>In a block of more than these, each is compared with so many neighbours only (1 January, and numbers that many give).</summary>
    public const int MostNeighbours = 3_000;

    /// <summary>The key of one kind; 0 when the record has none.</summary>
    public static ulong KeyOf(int kind, in LinkageRecord record, NameEntry[] names)
    {
        var (given, family) = (names[record.Given], names[record.Family]);
        var (year, monthDay) = (record.Born / 10_000, record.Born % 10_000);
        return kind switch
        {
            0 => Key(kind, record.Born, 1),
            1 => Key(kind, given.Sound, family.Sound, year, orderless: true),
            2 => Key(kind, given.Sound, family.Sound, monthDay, orderless: true),
            3 => Key(kind, record.Given, family.Initial, year),
            4 => Key(kind, record.Family, given.Initial, year),
            5 => Key(kind, record.Phone, given.Sound),
            6 => Key(kind, record.Phone, family.Sound),
            7 => Key(kind, record.Family, given.Initial, monthDay),
            8 => Key(kind, given.Sound, family.Initial, DayAndYear(record.Born)),
            9 => Key(kind, record.Given, record.Family, record.Area),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
    }

    private static int DayAndYear(int born) => born == 0 ? 0 : born / 10_000 * 100 + born % 100;

    private static ulong Key(int kind, long one, long other, long third = 1, bool orderless = false)
    {
        if (one == 0 || other == 0 || third == 0)
            return 0;
        if (orderless && one > other)
            (one, other) = (other, one);
        var key = Mix(Mix(Mix((ulong)kind + 1) ^ (ulong)one) ^ (ulong)other) ^ (ulong)third;
        return Mix(key) | 1;
    }

    /// <summary>The finaliser of SplitMix64.</summary>
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
