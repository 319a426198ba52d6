using System.Numerics;
using System.Security.Cryptography;

namespace Lapwing.Access;

/// <summary>
/// Hides how long a text is, so that the size of a ciphertext does not tell a short name from a long one. One marker byte 0x80 and zeros
/// (ISO/IEC 7816-4) fill the text up to a bucket: multiples of 32 bytes up to 256, and beyond that eighths of the next lower power of two
/// (at most an eighth is wasted; the idea is Padmé's, Nikitin and others, PETS 2019).
/// Nearly every name, telephone number and date is one bucket; empty text is as long as a name.
/// </summary>
internal static class Padding
{
    private const byte Marker = 0x80;
    private const int SmallStep = 32;
    private const int Small = 256;

    /// <summary>The bucket into which a text of this many bytes goes.</summary>
    public static int Bucket(int length)
    {
        var needed = checked(length + 1);
        var step = needed <= Small ? SmallStep : (int)BitOperations.RoundUpToPowerOf2((uint)needed) / 16;
        return checked((needed + step - 1) / step * step);
    }

    /// <summary>Writes the filling behind the first <paramref name="length"/> bytes.</summary>
    public static void Fill(Span<byte> bucket, int length)
    {
        bucket[length..].Clear();
        bucket[length] = Marker;
    }

    /// <summary>The bytes before the filling.</summary>
    /// <exception cref="CryptographicException">There is no filling: the value was not made here.</exception>
    public static ReadOnlySpan<byte> Strip(ReadOnlySpan<byte> bucket)
    {
        var marker = bucket.LastIndexOfAnyExcept((byte)0);
        return marker >= 0 && bucket[marker] == Marker
            ? bucket[..marker]
            : throw new CryptographicException("The protected value opened, but its filling is wrong.");
    }
}
