using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Lapwing.Modules.Referrals;

/// <summary>
/// The code that a referrer needs beside the <see cref="Reference"/> to see what became of a referral, such as <c>7K2M-9QXA</c>:
/// eight random characters (29^8, about 5 x 10^11). It is shown once and stored only as a keyed hash bound to its reference,
/// so a stolen database allows no guessing without the key; the page that asks for it limits the number of tries.
/// </summary>
public readonly record struct OutcomeCode : IParsable<OutcomeCode>
{
    /// <summary>The number of bytes of a stored hash (HMAC-SHA-256).</summary>
    public const int HashLength = HMACSHA256.HashSizeInBytes;

    private const int CharacterCount = 8;
    private const int ShortestKey = 16;

    private readonly string? bare;

    private OutcomeCode(string bare) => this.bare = bare;

    /// <summary>A new random code.</summary>
    public static OutcomeCode New() => new(RandomNumberGenerator.GetString(Reference.Alphabet, CharacterCount));

    /// <summary>The keyed hash to store with the referral.</summary>
    /// <exception cref="ArgumentException">The key is shorter than 16 bytes.</exception>
    public byte[] HashFor(Reference reference, ReadOnlySpan<byte> key)
    {
        if (key.Length < ShortestKey)
        {
            throw new ArgumentException($"The key must have at least {ShortestKey} bytes.", nameof(key));
        }
        return HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"outcome-code|{reference}|{bare}"));
    }

    /// <summary>Whether this is the code that was stored for the reference; takes the same time whatever the answer.</summary>
    public bool Matches(Reference reference, ReadOnlySpan<byte> storedHash, ReadOnlySpan<byte> key) =>
        CryptographicOperations.FixedTimeEquals(HashFor(reference, key), storedHash);

    /// <summary>Reads a code whatever its case, spaces and dashes.</summary>
    /// <exception cref="FormatException">The text cannot be a code.</exception>
    public static OutcomeCode Parse(string s) => TryParse(s, null, out var code)
        ? code
        : throw new FormatException("This is not a code. It has eight letters and digits, like 7K2M-9QXA.");

    static OutcomeCode IParsable<OutcomeCode>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="Parse"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out OutcomeCode result)
    {
        Span<char> characters = stackalloc char[CharacterCount];
        var read = Reference.Bare(s, characters);
        result = read ? new OutcomeCode(characters.ToString()) : default;
        return read;
    }

    /// <summary>The code as it is shown to the referrer, once. <see cref="ToString"/> does not print it, so that it cannot reach a log.</summary>
    public string Reveal() => bare is null ? string.Empty : $"{bare[..4]}-{bare[4..]}";

    /// <summary>Never the code.</summary>
    public override string ToString() => "(outcome code)";
}
