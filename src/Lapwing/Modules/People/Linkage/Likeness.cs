namespace Lapwing.Modules.People.Linkage;

/// <summary>How alike two spellings are: Jaro's likeness with Winkler's bonus for a common beginning (W. Winkler, "String Comparator Metrics and Enhanced
/// Decision Rules in the Fellegi-Sunter Model of Record Linkage", 1990). From 0 (nothing in common) to 1 (equal).</summary>
public static class Likeness
{
    /// <summary>The most characters that are compared: the rest of a longer name is ignored.</summary>
    public const int Longest = 64;

    private const int LongestBeginning = 4;
    private const double BonusPerCharacter = .1;

    /// <summary>Jaro and Winkler's likeness. No memory is allocated: the matched characters are bits of two numbers.</summary>
    public static double JaroWinkler(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.Length > Longest)
            one = one[..Longest];
        if (other.Length > Longest)
            other = other[..Longest];
        if (one.Length == 0 || other.Length == 0)
            return one.Length == other.Length ? 1 : 0;
        // Which of two equal letters meets which depends on the order: the shorter comes first, so that the answer does not.
        if (one.Length > other.Length || one.Length == other.Length && one.SequenceCompareTo(other) > 0)
        {
            var kept = one;
            one = other;
            other = kept;
        }
        var window = Math.Max(0, Math.Max(one.Length, other.Length) / 2 - 1);
        var (inOne, inOther, common) = (0UL, 0UL, 0);
        for (var i = 0; i < one.Length; i++)
        {
            var to = Math.Min(other.Length - 1, i + window);
            for (var j = Math.Max(0, i - window); j <= to; j++)
            {
                if (one[i] != other[j] || (inOther & (1UL << j)) != 0)
                    continue;
                inOne |= 1UL << i;
                inOther |= 1UL << j;
                common++;
                break;
            }
        }
        if (common == 0)
            return 0;
        var crossed = 0;
        for (; inOne != 0; inOne &= inOne - 1, inOther &= inOther - 1)
            crossed += one[System.Numerics.BitOperations.TrailingZeroCount(inOne)] != other[System.Numerics.BitOperations.TrailingZeroCount(inOther)] ? 1 : 0;
        double m = common;
        var jaro = (m / one.Length + m / other.Length + (m - crossed / 2) / m) / 3;
        var beginning = 0;
        while (beginning < LongestBeginning && beginning < one.Length && beginning < other.Length && one[beginning] == other[beginning])
            beginning++;
        return jaro + beginning * BonusPerCharacter * (1 - jaro);
    }

    /// <summary>No less than the likeness of two names, from their sets of letters alone: a letter that the other name lacks has no match.</summary>
    public static double AtMost(NameEntry one, NameEntry other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var (length, length2) = (Math.Min(one.Text.Length, Longest), Math.Min(other.Text.Length, Longest));
        if (length != one.Text.Length || length2 != other.Text.Length)
            return 1;
        double common = Math.Min(length - System.Numerics.BitOperations.PopCount(one.Letters & ~other.Letters), length2 - System.Numerics.BitOperations.PopCount(other.Letters & ~one.Letters));
        var jaro = common <= 0 ? 0 : (common / length + common / length2 + 1) / 3;
        return one.Initial == other.Initial ? jaro + LongestBeginning * BonusPerCharacter * (1 - jaro) : jaro;
    }

    /// <summary>The set of letters as bits, so that two names with little in common are told apart without being compared.</summary>
    public static uint LettersOf(ReadOnlySpan<char> name)
    {
        var letters = 0u;
        foreach (var c in name)
            letters |= 1u << (c is >= 'a' and <= 'z' ? c - 'a' : 26 + c % 6);
        return letters;
    }
}
