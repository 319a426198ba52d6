using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Lapwing.Access;

namespace Lapwing.Modules.Referrals.Handovers.Between;

/// <summary>What one partnership gives another so that they can hand over: who it is, where its installation answers, and the public keys to be pinned.
/// Nothing in it is secret; that it is the right one is checked by reading the fingerprint to each other, in person or by a telephone number that both knew before.</summary>
internal sealed record PartnerCard(string Address, string Name, string Url, byte[] SigningKey, byte[] SealingKey, byte[] CertificatePin)
{
    public const int LongestText = 4_000;
    private const string Head = "lapwing-partner-1";

    public static PartnerCard Of(string address, string name, string url, HandoverKeys keys) => new(address, name, url, keys.SigningKey, keys.SealingKey, keys.CertificatePin);

    public string ToText() => $"""
        {Head}
        address: {Address}
        name: {Name}
        url: {Url}
        sign: {Base64Url.EncodeToString(SigningKey)}
        seal: {Base64Url.EncodeToString(SealingKey)}
        certificate: {Base64Url.EncodeToString(CertificatePin)}
        """;

    /// <summary>Eight groups of four characters over all that the card says.</summary>
    public string Fingerprint =>
        string.Join(' ', Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(ToText().ReplaceLineEndings("\n"))), 0, 16).Chunk(4).Select(four => new string(four)));

    /// <summary>Reads a card as it was pasted.</summary>
    /// <returns>Null when it is none, or one that must not be used; the sentence says why.</returns>
    public static PartnerCard? Read(string? text, out string? problem)
    {
        problem = "This is not a partner's card. Paste the whole of it, from lapwing-partner-1 to the line that begins with certificate";
        var lines = (text ?? "").ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        if (text?.Length > LongestText || lines.Count != 7 || lines[0] != Head)
            return null;
        string? Field(int line, string name) => lines[line].StartsWith(name + ": ", StringComparison.Ordinal) ? lines[line][(name.Length + 2)..].Trim() : null;
        if (Field(1, "address") is not { Length: > 0 and <= Partner.AddressLimit } address || !address.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            || Field(2, "name") is not { Length: > 0 and <= Partner.NameLimit } name || Field(3, "url") is not { } url
            || Bytes(Field(4, "sign")) is not { } sign || Bytes(Field(5, "seal")) is not { } seal || Bytes(Field(6, "certificate")) is not { Length: 32 } certificate || !IsKey(sign) || !IsKey(seal))
            return null;
        problem = PartnerUrl.Problem(url);
        return problem is null ? new(address, name, url, sign, seal, certificate) : null;
    }

    private static byte[]? Bytes(string? text)
    {
        try
        {
            return text is null ? null : Base64Url.DecodeFromChars(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool IsKey(byte[] bytes)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(bytes, out var read);
            return read == bytes.Length && key.KeySize == 256;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
