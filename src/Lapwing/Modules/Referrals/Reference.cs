using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Lapwing.Modules.Referrals;

/// <summary>
/// A reference that a person can read out over the telephone, such as <c>R-7K2M-9Q</c>: a letter for what it names, five random
/// characters and a check character. The alphabet has 29 characters (no I, L, O, S, U, 0, 1), a prime number, and every place has its own
/// weight, so the check finds every single wrong character and every swap of two characters, the letter and the check included
/// (weighted modulus check, as in ISO/IEC 7064 pure systems and ISBN-10). It is an address, not a secret: see <see cref="OutcomeCode"/>.
/// </summary>
public readonly record struct Reference : IParsable<Reference>
{
    /// <summary>The characters in use, in the order of their values.</summary>
    public const string Alphabet = "23456789ABCDEFGHJKMNPQRTVWXYZ";

    /// <summary>A referral.</summary>
    public const char ForReferral = 'R';

    /// <summary>A family's case file.</summary>
    public const char ForCaseFile = 'F';

    /// <summary>A support episode.</summary>
    public const char ForEpisode = 'E';

    /// <summary>A board paper.</summary>
    public const char ForPaper = 'B';

    /// <summary>A handover between partnerships.</summary>
    public const char ForHandover = 'H';

    /// <summary>A line of the error log that a user can quote.</summary>
    public const char ForFault = 'X';

    /// <summary>The number of characters as printed, dashes included.</summary>
    public const int Length = 9;

    private const string Prefixes = "RFEBHX";
    private const int BodyLength = 5;
    private const int Space = 29 * 29 * 29 * 29 * 29;

    private readonly string? text;

    private Reference(string text) => this.text = text;

    /// <summary>What the reference names: one of the letters above.</summary>
    public char Prefix => text is null ? '?' : text[0];

    /// <summary>A new random reference. Twenty million exist for each letter: the column has a unique index and the caller draws again when it is taken.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The letter is not one of those above.</exception>
    public static Reference New(char prefix = ForReferral)
    {
        RequirePrefix(prefix);
        return Make(prefix, RandomNumberGenerator.GetInt32(Space));
    }

    /// <summary>
    /// The n-th reference of a fixed, scattered order without repeats: for generated (demonstration and benchmark) records only.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The ordinal is not from 0 to 20,511,148, or the letter is not known.</exception>
    public static Reference OfOrdinal(int ordinal, char prefix = ForReferral)
    {
        RequirePrefix(prefix);
        ArgumentOutOfRangeException.ThrowIfNegative(ordinal);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ordinal, Space);
        return Make(prefix, (int)((ordinal * 12_676_507L + 7_654_321L) % Space)); // the multiplier shares no factor with 29
    }

    /// <summary>Reads a reference whatever its case, spaces and dashes.</summary>
    /// <exception cref="FormatException">The text cannot be a reference, or its check character is wrong.</exception>
    public static Reference Parse(string s) => TryParse(s, null, out var reference)
        ? reference
        : throw new FormatException("This is not a reference. It looks like R-7K2M-9Q and never contains the letters I, L, O, S or U, or the digits 0 and 1.");

    static Reference IParsable<Reference>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="Parse"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Reference result)
    {
        result = default;
        Span<char> bare = stackalloc char[BodyLength + 2];
        if (!Bare(s, bare) || !Prefixes.Contains(bare[0], StringComparison.Ordinal) || CheckSum(bare) != 0)
        {
            return false;
        }
        result = new Reference($"{bare[0]}-{bare[1..5]}-{bare[5..]}");
        return true;
    }

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out Reference)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, out Reference result) => TryParse(s, null, out result);

    /// <summary>As printed: <c>R-7K2M-9Q</c>.</summary>
    public override string ToString() => text ?? string.Empty;

    /// <summary>Copies the characters that count, in capitals; false when one is not in the alphabet or the number is wrong.</summary>
    internal static bool Bare(string? s, Span<char> bare)
    {
        var length = 0;
        foreach (var c in s ?? string.Empty)
        {
            if (char.IsWhiteSpace(c) || c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212')
            {
                continue;
            }
            var upper = c is >= 'a' and <= 'z' ? (char)(c - 32) : c;
            if (length == bare.Length || !Alphabet.Contains(upper, StringComparison.Ordinal))
            {
                return false;
            }
            bare[length++] = upper;
        }
        return length == bare.Length;
    }

    private static Reference Make(char prefix, int number)
    {
        Span<char> bare = stackalloc char[BodyLength + 2];
        bare[0] = prefix;
        for (var place = BodyLength; place > 0; place--)
        {
            bare[place] = Alphabet[number % Alphabet.Length];
            number /= Alphabet.Length;
        }
        bare[^1] = Alphabet[0]; // value 0: adds nothing to the sum
        var rest = CheckSum(bare);
        bare[^1] = Alphabet[(Alphabet.Length - rest) % Alphabet.Length];
        return new Reference($"{prefix}-{bare[1..5]}-{bare[5..]}");
    }

    /// <summary>The weighted sum modulo 29: the check character has weight 1, the letter weight 7.</summary>
    private static int CheckSum(ReadOnlySpan<char> bare)
    {
        var sum = 0;
        for (var place = 0; place < bare.Length; place++)
        {
            sum += (bare.Length - place) * Alphabet.IndexOf(bare[place], StringComparison.Ordinal);
        }
        return sum % Alphabet.Length;
    }

    private static void RequirePrefix(char prefix)
    {
        if (!Prefixes.Contains(prefix, StringComparison.Ordinal))
        {
            throw new ArgumentOutOfRangeException(nameof(prefix), prefix, "Not a letter that references begin with.");
        }
    }
}
