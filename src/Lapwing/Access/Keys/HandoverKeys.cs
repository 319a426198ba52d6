using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Lapwing.Settings;

namespace Lapwing.Access;

/// <summary>
/// The keys by which this installation speaks to others (three of ECDSA and ECDH P-256): one signs, one opens what is sealed to us, one is that of the certificate
/// that is shown on both ends of a connection. They lie in the key file, never in a database. Others know the public halves, and pin them.
/// </summary>
[DebuggerDisplay("handover keys " + Protected.Veil)]
public sealed class HandoverKeys : IDisposable
{
    /// <summary>Names that no partnership's address can have.</summary>
    private const string Signing = "handover/sign", Sealing = "handover/seal", Certifying = "handover/certificate";

    /// <summary>Nobody looks at the dates of the certificate: its key is pinned, and it ends when both sides agree on another.</summary>
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), Until = new(2120, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly byte[] signing, sealing;

    private HandoverKeys(byte[] signing, byte[] sealing, byte[] certifying)
    {
        (this.signing, this.sealing) = (signing, sealing);
        using var signer = Signer();
        using var opener = Opener();
        (SigningKey, SealingKey) = (signer.ExportSubjectPublicKeyInfo(), opener.ExportSubjectPublicKeyInfo());
        Certificate = Certify(certifying);
        CertificatePin = PinOf(Certificate);
    }

    /// <summary>What partners check our signatures with, and seal to (SubjectPublicKeyInfo).</summary>
    public byte[] SigningKey { get; }
    public byte[] SealingKey { get; }
    public X509Certificate2 Certificate { get; }
    public byte[] CertificatePin { get; }

    /// <summary>The keys of an installation; made at the first time that somebody asks for them.</summary>
    public static HandoverKeys Open(Installation installation, DateTime now)
    {
        var ring = Keyring.Open(installation);
        return new(ring.PrivateKey(Signing, now), ring.PrivateKey(Sealing, now), ring.PrivateKey(Certifying, now));
    }

    /// <summary>SHA-256 of the certificate's public key: it stays when the certificate is made anew.</summary>
    public static byte[] PinOf(X509Certificate2 certificate) => SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo());

    /// <summary>ECDSA P-256 over SHA-256, as the 64 bytes that JSON Web Signature uses (RFC 7518, 3.4).</summary>
    internal byte[] Sign(ReadOnlySpan<byte> text)
    {
        using var signer = Signer();
        return signer.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    internal static bool Verify(byte[] signingKey, ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(signingKey, out _);
            return key.KeySize == 256 && key.VerifyData(text, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>The secret that we share with whoever made this key for one letter to us.</summary>
    /// <exception cref="CryptographicException">It is no key of the curve P-256.</exception>
    internal byte[] Agree(byte[] ephemeral)
    {
        using var opener = Opener();
        using var other = ECDiffieHellman.Create();
        other.ImportSubjectPublicKeyInfo(ephemeral, out _);
        return other.KeySize == 256 ? opener.DeriveRawSecretAgreement(other.PublicKey) : throw new CryptographicException("The key of a letter is not of the curve P-256.");
    }

    private ECDsa Signer()
    {
        var signer = ECDsa.Create();
        signer.ImportPkcs8PrivateKey(signing, out _);
        return signer;
    }

    private ECDiffieHellman Opener()
    {
        var opener = ECDiffieHellman.Create();
        opener.ImportPkcs8PrivateKey(sealing, out _);
        return opener;
    }

    private static X509Certificate2 Certify(byte[] key)
    {
        using var signer = ECDsa.Create();
        signer.ImportPkcs8PrivateKey(key, out _);
        var request = new CertificateRequest("CN=Lapwing handover", signer, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.1"), new("1.3.6.1.5.5.7.3.2")], critical: false));
        using var made = request.CreateSelfSigned(From, Until);
        // Some platforms take a key for TLS only out of a file of this form.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>Never a key.</summary>
    public override string ToString() => "handover keys " + Protected.Veil;

    public void Dispose() => Certificate.Dispose();
}
