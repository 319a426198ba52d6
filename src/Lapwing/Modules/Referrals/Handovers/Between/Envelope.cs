using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lapwing.Access;

namespace Lapwing.Modules.Referrals.Handovers.Between;

/// <summary>What stands on a letter that leaves the installation, readable by whoever carries it: numbers only.</summary>
/// <param name="Issued">Seconds since 1970, by the sender's clock.</param>
/// <param name="Expires">After that it is too late, whatever it says: it is then written anew.</param>
/// <param name="SealedTo">Fingerprint of the receiver's key: a letter that was meant for somebody else is not opened.</param>
/// <param name="Ephemeral">The public half of a key that was made for this letter alone.</param>
internal sealed record EnvelopeHead(int Version, string From, string To, Guid Package, LetterKind Kind, int Number, long Issued, long Expires, string SealedTo, string Ephemeral);

/// <summary>
/// A letter between installations: sealed to the receiver's key (ECDH P-256 with a key made for it, HKDF-SHA256, AES-256-GCM) and signed by the sender's (ECDSA P-256)
/// over exactly the bytes that travel, the way of JSON Web Signature (RFC 7515): head, dot, ciphertext, each in base64url. The head is authenticated twice, by the signature
/// and by the encryption, so no part of one letter fits another.
/// </summary>
internal sealed record Envelope(string Head, string Sealed, string Signature)
{
    public const int Version = 1;

    /// <summary>How long one envelope may be under way, and how far two clocks may differ.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15), Skew = TimeSpan.FromMinutes(5);

    private const int NonceSize = 12, TagSize = 16;

    private static ReadOnlySpan<byte> Context => "lapwing/1/handover letter"u8;

    public static Envelope Write(Letter letter, HandoverKeys sender, byte[] receiverSealingKey, DateTime now)
    {
        using var ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var receiver = ECDiffieHellman.Create();
        receiver.ImportSubjectPublicKeyInfo(receiverSealingKey, out _);
        var issued = new DateTimeOffset(now).ToUnixTimeSeconds();
        var head = JsonSerializer.SerializeToUtf8Bytes(new EnvelopeHead(Version, letter.From, letter.To, letter.Package, letter.Kind, letter.Number, issued, issued + (long)Life.TotalSeconds,
            NameOf(receiverSealingKey), Base64Url.EncodeToString(ephemeral.ExportSubjectPublicKeyInfo())), Letter.Format);
        var plain = letter.ToBytes();
        var padded = new byte[Padding.Bucket(plain.Length)];
        plain.CopyTo(padded, 0);
        Padding.Fill(padded, plain.Length);
        var box = new byte[NonceSize + padded.Length + TagSize];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using (var aes = new AesGcm(KeyOf(ephemeral.DeriveRawSecretAgreement(receiver.PublicKey)), TagSize))
            aes.Encrypt(box.AsSpan(0, NonceSize), padded, box.AsSpan(NonceSize, padded.Length), box.AsSpan(box.Length - TagSize), head);
        var (first, second) = (Base64Url.EncodeToString(head), Base64Url.EncodeToString(box));
        return new(first, second, Base64Url.EncodeToString(sender.Sign(Signed(first, second))));
    }

    /// <summary>The head, without any trust in it.</summary>
    public EnvelopeHead? ReadHead() => Bytes(Head) is { } bytes ? Letter.ReadJson<EnvelopeHead>(bytes) : null;

    public bool IsSignedBy(byte[] signingKey) => Bytes(Signature) is { } signature && HandoverKeys.Verify(signingKey, Signed(Head, Sealed), signature);

    /// <summary>The letter, once the signature is known to be good.</summary>
    /// <returns>Null when it does not open or says something else than its head.</returns>
    public Letter? Open(EnvelopeHead head, HandoverKeys receiver)
    {
        if (Bytes(Sealed) is not { Length: > NonceSize + TagSize } box || Bytes(head.Ephemeral) is not { } ephemeral || Bytes(Head) is not { } bound)
            return null;
        try
        {
            var padded = new byte[box.Length - NonceSize - TagSize];
            using (var aes = new AesGcm(KeyOf(receiver.Agree(ephemeral)), TagSize))
                aes.Decrypt(box.AsSpan(0, NonceSize), box.AsSpan(NonceSize, padded.Length), box.AsSpan(box.Length - TagSize), padded, bound);
            return Letter.Read(Padding.Strip(padded)) is { } letter
                && (letter.From, letter.To, letter.Package, letter.Kind, letter.Number) == (head.From, head.To, head.Package, head.Kind, head.Number) ? letter : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>A short name for a public key.</summary>
    public static string NameOf(byte[] key) => Convert.ToHexString(SHA256.HashData(key));

    private static byte[] Signed(string head, string box) => Encoding.ASCII.GetBytes($"lapwing-handover-1.{head}.{box}");

    private static byte[] KeyOf(byte[] secret) => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, salt: null, info: Context.ToArray());

    private static byte[]? Bytes(string text)
    {
        try
        {
            return Base64Url.DecodeFromChars(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

/// <summary>A receipt as it travels back: the receipt's own bytes and the receiver's signature over them.</summary>
internal sealed record SignedReceipt(string Receipt, string Signature)
{
    public static byte[] Signed(string receipt) => Encoding.UTF8.GetBytes("lapwing-receipt-1." + receipt);

    /// <returns>The receipt for this letter, or null when it is another's or not signed by the partner.</returns>
    public HandoverReceipt? Open(Letter letter, byte[] signingKey)
    {
        try
        {
            return HandoverKeys.Verify(signingKey, Signed(Receipt), Base64Url.DecodeFromChars(Signature)) && Letter.ReadJson<HandoverReceipt>(Receipt) is { } receipt && receipt.IsFor(letter) ? receipt : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
