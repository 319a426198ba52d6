using System.Security.Cryptography;
using System.Text;

namespace Lapwing.Modules.Directory;

/// <summary>The secret part of an agency's link: 20 random letters and digits (about 100 bits), shown once when the link is made. Only its hash is kept.</summary>
public static class AgencyLinkCode
{
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int Length = 20;

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    public static byte[] HashOf(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim().ToLowerInvariant()));
}
