using System.Security.Cryptography;
using System.Text;

namespace Lapwing.Modules.Accounts;

/// <summary>Ten codes for the day on which the phone is lost. Each works once; only hashes are kept.</summary>
public static class RecoveryCodes
{
    public const int Count = 10;
    private const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";

    public static IReadOnlyList<string> New() => [.. Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Letters, 5) + "-" + RandomNumberGenerator.GetString(Letters, 5))];

    public static string Keep(IEnumerable<string> codes) => string.Join(' ', codes.Select(HashOf));

    /// <summary>What is left after this code was used, or null when it is none of them.</summary>
    public static string? Use(string? kept, string typed)
    {
        var hashes = (kept ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        return hashes.Remove(HashOf(typed)) ? string.Join(' ', hashes) : null;
    }

    public static int Left(string? kept) => (kept ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private static string HashOf(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant())));
}
