using System.Security.Cryptography;

namespace Lapwing.Access;

/// <summary>
/// The one place where something is encrypted: AES-256-GCM with a random nonce, stored as version | nonce | ciphertext | tag.
/// What is authenticated beside the text is the version and the case file's id. One key seals far fewer than the 2^32 values
/// that random nonces allow (NIST SP 800-38D, 8.3), because each case file has its own.
/// </summary>
internal static class SealedBox
{
    public const byte Text = 1;
    public const byte Bytes = 2;
    public const byte Key = 3;

    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int IdSize = 16;
    private const int Around = 1 + NonceSize + TagSize;

    /// <summary>A key made ready. Making one ready costs ten times what sealing a name does, so it is kept as long as the key; it is for one thread at a time.</summary>
    public static AesGcm Ready(ReadOnlySpan<byte> key) => new(key, TagSize);

    public static byte[] Seal(byte version, ReadOnlySpan<byte> key, Guid file, ReadOnlySpan<byte> plain)
    {
        using var aes = Ready(key);
        return Seal(version, aes, file, plain);
    }

    public static byte[] Seal(byte version, AesGcm aes, Guid file, ReadOnlySpan<byte> plain)
    {
        var box = new byte[Around + plain.Length];
        box[0] = version;
        var nonce = box.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        aes.Encrypt(nonce, plain, box.AsSpan(1 + NonceSize, plain.Length), box.AsSpan(box.Length - TagSize), Bound(version, file, stackalloc byte[1 + IdSize]));
        return box;
    }

    /// <summary>How many bytes are inside.</summary>
    /// <exception cref="CryptographicException">Cut short, or of another kind.</exception>
    public static int PlainLength(byte version, ReadOnlySpan<byte> box) =>
        box.Length >= Around && box[0] == version ? box.Length - Around : throw Refused();

    /// <exception cref="CryptographicException">Altered, cut short, of another kind, of another file, or sealed with another key.</exception>
    public static void Open(byte version, ReadOnlySpan<byte> key, Guid file, ReadOnlySpan<byte> box, Span<byte> plain)
    {
        using var aes = Ready(key);
        Open(version, aes, file, box, plain);
    }

    /// <inheritdoc cref="Open(byte, ReadOnlySpan{byte}, Guid, ReadOnlySpan{byte}, Span{byte})"/>
    public static void Open(byte version, AesGcm aes, Guid file, ReadOnlySpan<byte> box, Span<byte> plain)
    {
        var length = PlainLength(version, box);
        try
        {
            aes.Decrypt(box.Slice(1, NonceSize), box.Slice(1 + NonceSize, length), box[^TagSize..], plain[..length],
                Bound(version, file, stackalloc byte[1 + IdSize]));
        }
        catch (AuthenticationTagMismatchException)
        {
            throw Refused();
        }
    }

    private static Span<byte> Bound(byte version, Guid file, Span<byte> into)
    {
        into[0] = version;
        file.TryWriteBytes(into[1..], bigEndian: true, out _);
        return into;
    }

    private static CryptographicException Refused() =>
        new("This does not open: it was altered, cut short, moved from another case file, or sealed with another key.");
}
