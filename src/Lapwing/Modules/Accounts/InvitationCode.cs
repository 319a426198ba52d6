using System.Buffers.Text;
using System.Security.Cryptography;

namespace Lapwing.Modules.Accounts;

/// <summary>The secret part of a link by which somebody is invited: 160 random bits, of which only a hash is kept.</summary>
public static class InvitationCode
{
    private const int Size = 20;

    public static (string Code, byte[] Hash) New()
    {
        var bytes = RandomNumberGenerator.GetBytes(Size);
        return (Base64Url.EncodeToString(bytes), SHA256.HashData(bytes));
    }

    /// <summary>The hash by which a link's row is found, or null when this is no code at all.</summary>
    public static byte[]? HashOf(string? code)
    {
        if (code is null || !Base64Url.IsValid(code))
            return null;
        var bytes = Base64Url.DecodeFromChars(code);
        return bytes.Length == Size ? SHA256.HashData(bytes) : null;
    }
}
