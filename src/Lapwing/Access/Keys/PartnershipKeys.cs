using System.Diagnostics;
using System.Security.Cryptography;

namespace Lapwing.Access;

/// <summary>
/// The keys of one partnership, all derived from its one secret (HKDF-SHA256, RFC 5869) with a label for each purpose, so that no key
/// serves two purposes; and the key that signs checkpoints of the audit trail (ECDSA P-256), which is drawn on its own. None of them is ever in a database.
/// </summary>
[DebuggerDisplay("partnership keys " + Protected.Veil)]
public sealed class PartnershipKeys
{
    /// <summary>Bytes of the partnership's secret and of every key derived from it.</summary>
    public const int SecretSize = 32;

    private static ReadOnlySpan<byte> KnownText => "lapwing key check 1"u8;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly byte[] wrapping, blindIndex, auditTrail, rows, outcomeCodes, signing;

    private PartnershipKeys(int id, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> signing)
    {
        Id = id;
        wrapping = Derive(secret, "lapwing/1/wrap data keys"u8);
        blindIndex = Derive(secret, "lapwing/1/blind index"u8);
        auditTrail = Derive(secret, "lapwing/1/audit trail"u8);
        rows = Derive(secret, "lapwing/1/row digests"u8);
        outcomeCodes = Derive(secret, "lapwing/1/outcome codes"u8);
        this.signing = signing.ToArray();
        KeyCheck = HMACSHA256.HashData(Derive(secret, "lapwing/1/key check"u8), KnownText);
        using var signer = Signer();
        CheckpointPublicKey = signer.ExportSubjectPublicKeyInfo();
    }

    /// <summary>Which of the partnership's secrets this is. Every audit entry names the one that it was written with.</summary>
    public int Id { get; }

    /// <summary>A keyed hash of a known text. It stands in the database, says nothing about the keys, and shows at start whether they are the right ones.</summary>
    public byte[] KeyCheck { get; }

    /// <summary>What a witness needs to check a checkpoint's signature (SubjectPublicKeyInfo).</summary>
    public byte[] CheckpointPublicKey { get; }

    internal ReadOnlySpan<byte> Wrapping => wrapping;
    internal ReadOnlySpan<byte> BlindIndexing => blindIndex;
    internal ReadOnlySpan<byte> AuditTrail => auditTrail;
    internal ReadOnlySpan<byte> Rows => rows;

    /// <summary>Under which the codes are hashed that referrers see outcomes with.</summary>
    internal ReadOnlySpan<byte> OutcomeCodes => outcomeCodes;

    /// <summary>The keys that follow from a secret.</summary>
    /// <param name="id">Number of the secret, from 1.</param>
    /// <param name="secret">32 random bytes.</param>
    /// <param name="signing">Private key of checkpoints, ECDSA P-256 as PKCS #8.</param>
    /// <exception cref="CryptographicException">The secret has the wrong length, or the signing key is none.</exception>
    public static PartnershipKeys From(int id, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> signing) =>
        secret.Length == SecretSize ? new(id, secret, signing) : throw new CryptographicException($"A partnership's secret has {SecretSize} bytes.");

    /// <summary>Fresh keys, for tests and for a partnership whose keys live no longer than the program.</summary>
    public static PartnershipKeys Fresh() => From(1, RandomNumberGenerator.GetBytes(SecretSize), NewSigningKey());

    /// <summary>Whether these are the keys with which a database was founded.</summary>
    public bool Match(ReadOnlySpan<byte> keyCheck) => CryptographicOperations.FixedTimeEquals(KeyCheck, keyCheck);

    /// <summary>Never a key.</summary>
    public override string ToString() => "partnership keys " + Protected.Veil;

    /// <summary>A new private key for checkpoints.</summary>
    internal static byte[] NewSigningKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }

    /// <summary>Signs a checkpoint: ECDSA P-256 over SHA-256, as the DER sequence that signed notes use.</summary>
    internal byte[] Sign(ReadOnlySpan<byte> text)
    {
        using var signer = Signer();
        return signer.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    private ECDsa Signer()
    {
        var signer = ECDsa.Create();
        try
        {
            signer.ImportPkcs8PrivateKey(signing, out var read);
            if (read != signing.Length || signer.KeySize != 256)
                throw new CryptographicException("The key that signs checkpoints is not of the curve P-256.");
            return signer;
        }
        catch
        {
            signer.Dispose();
            throw;
        }
    }

    private static byte[] Derive(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> purpose)
    {
        var key = GC.AllocateUninitializedArray<byte>(SecretSize, pinned: true);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, key, salt: [], info: purpose);
        return key;
    }
}
