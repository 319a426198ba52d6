using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Lapwing.Modules.Accounts;

/// <summary>The six digits that an authenticator app shows: RFC 6238 with SHA-1 and steps of 30 seconds, which every app understands.
/// A code opens once: the step that it belongs to is remembered by whoever checks.</summary>
public static class AuthenticatorCode
{
    public const int SecretSize = 20;
    private const int Step = 30;
    private const int Digits = 6;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretSize);

    public static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / Step;

    /// <summary>The code of one step.</summary>
    public static string Of(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238 as apps implement it; HMAC does not suffer from SHA-1's collisions.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
    }

    /// <summary>The step whose code this is, one step of clock difference allowed either way, or null. Steps up to <paramref name="used"/> are spent.</summary>
    public static long? Match(byte[] secret, string typed, DateTimeOffset now, long used)
    {
        var code = string.Concat(typed.Where(char.IsAsciiDigit));
        if (code.Length != Digits)
            return null;
        var current = StepOf(now);
        long? found = null;
        for (var step = current - 1; step <= current + 1; step++)
            if (step > used && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Of(secret, step)), System.Text.Encoding.ASCII.GetBytes(code)))
                found ??= step;
        return found;
    }

    /// <summary>The secret as people type it into an app: RFC 4648 base 32 in groups of four.</summary>
    public static string Typed(byte[] secret)
    {
        var bits = string.Concat(secret.Select(b => b.ToString("b8", CultureInfo.InvariantCulture)));
        var letters = bits.Chunk(5).Select(five => Base32[Convert.ToInt32(new string(five).PadRight(5, '0'), 2)]);
        return string.Join(' ', letters.Chunk(4).Select(group => new string(group)));
    }

    /// <summary>What the square code says. It names the product only: the list in an app can be seen by whoever holds the phone.</summary>
    public static string Address(byte[] secret, string email) =>
        $"otpauth://totp/Lapwing:{Uri.EscapeDataString(email)}?secret={Typed(secret).Replace(" ", "", StringComparison.Ordinal)}&issuer=Lapwing&digits={Digits}&period={Step}";
}
