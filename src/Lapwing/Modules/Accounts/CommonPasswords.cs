using Lapwing.Data;
using Microsoft.AspNetCore.Identity;

namespace Lapwing.Modules.Accounts;

/// <summary>Refuses what everybody tries first: common passwords, however decorated with figures and signs, runs of one letter, and the person's own name or address.</summary>
public sealed class CommonPasswords : IPasswordValidator<Account>
{
    private static readonly HashSet<string> Common = Read();

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) => Task.FromResult(
        password is not null && WhyNot(password, user) is { } why ? IdentityResult.Failed(new IdentityError { Code = "CommonPassword", Description = why }) : IdentityResult.Success);

    public static string? WhyNot(string password, Account account)
    {
        var plain = Plain(password);
        if (IsRepeated(plain) || IsCommon(plain) || IsCommon(Plain(password.Replace('!', ' '))))
            return "Choose a password that is harder to guess: three words that do not belong together are good";
        string[] own = [account.Email?.Split('@')[0] ?? "", .. account.FullName.Split(' ')];
        return own.Any(part => part.Length >= 4 && plain.Contains(Plain(part), StringComparison.Ordinal))
            ? "Choose a password without your own name or e-mail address in it"
            : null;
    }

    private static bool IsCommon(string plain) => Common.Contains(plain) || Common.Contains(plain.Trim("0123456789".ToCharArray()));

    /// <summary>Small letters and figures only, so that "P@ssword-1234" is seen to be "password1234".</summary>
    private static string Plain(string text) => string.Concat(text.ToLowerInvariant()
        .Replace('@', 'a').Replace('$', 's').Replace('!', 'i').Where(char.IsLetterOrDigit));

    /// <summary>One part of up to four signs, over and over.</summary>
    private static bool IsRepeated(string text) => text.Length > 0
        && Enumerable.Range(1, 4).Any(size => text.Select((c, i) => c == text[i % size]).All(same => same));

    private static HashSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(typeof(CommonPasswords), "Data.common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
    }
}
