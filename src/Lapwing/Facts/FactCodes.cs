namespace Lapwing.Facts;

/// <summary>The codes of one fact, packed into 64 bits so that one pass over millions of facts can count many measures.
/// 0 is "not known" in every field.</summary>
/// <remarks>Layout from bit 0: source 5, who 2, risk 3, route 4, age band 4, gender 3, ethnicity 5, disability 3,
/// orientation 3, reason 5, service 8, area 6, children 4 (15 = 15 or more), repeat 1, named 1. 57 bits in use; add at the end, never move.</remarks>
public readonly record struct FactCodes(long Packed)
{
    public int Source { get => Get(0, 5); init => Packed = Set(Packed, 0, 5, value); }
    public int Who { get => Get(5, 2); init => Packed = Set(Packed, 5, 2, value); }
    public int Risk { get => Get(7, 3); init => Packed = Set(Packed, 7, 3, value); }
    public int Route { get => Get(10, 4); init => Packed = Set(Packed, 10, 4, value); }
    public int AgeBand { get => Get(14, 4); init => Packed = Set(Packed, 14, 4, value); }
    public int Gender { get => Get(18, 3); init => Packed = Set(Packed, 18, 3, value); }
    public int Ethnicity { get => Get(21, 5); init => Packed = Set(Packed, 21, 5, value); }
    public int Disability { get => Get(26, 3); init => Packed = Set(Packed, 26, 3, value); }
    public int Orientation { get => Get(29, 3); init => Packed = Set(Packed, 29, 3, value); }
    public int Reason { get => Get(32, 5); init => Packed = Set(Packed, 32, 5, value); }
    public int Service { get => Get(37, 8); init => Packed = Set(Packed, 37, 8, value); }

    /// <summary>In the facts of handovers: the other partnership, in the place of the service, which they never name.</summary>
    public int Partner { get => Service; init => Service = value; }
    public int Area { get => Get(45, 6); init => Packed = Set(Packed, 45, 6, value); }
    public int Children { get => Get(51, 4); init => Packed = Set(Packed, 51, 4, Math.Min(value, 15)); }
    public bool IsRepeat { get => Get(55, 1) == 1; init => Packed = Set(Packed, 55, 1, value ? 1 : 0); }
    public bool IsNamed { get => Get(56, 1) == 1; init => Packed = Set(Packed, 56, 1, value ? 1 : 0); }

    private int Get(int at, int bits) => (int)(Packed >> at) & ((1 << bits) - 1);

    private static long Set(long packed, int at, int bits, int value)
    {
        var mask = (1L << bits) - 1;
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, mask, nameof(value));
        return packed & ~(mask << at) | ((long)value << at);
    }
}
