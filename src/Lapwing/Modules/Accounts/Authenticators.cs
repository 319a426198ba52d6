using Lapwing.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Lapwing.Modules.Accounts;

/// <summary>The second step of signing in. The secret is stored sealed; a code and a recovery code each work once.</summary>
public sealed class Authenticators(IDataProtectionProvider protection, UserManager<Account> accounts, TimeProvider time)
{
    /// <summary>The claim that says how somebody signed in (RFC 8176), and its value when the second step was made.</summary>
    public const string Claim = "amr", WithSecondStep = "mfa";

    private IDataProtector Protector => protection.CreateProtector("authenticator");

    /// <summary>Whether the code is right, and then spends it.</summary>
    public async Task<bool> CheckAsync(Account account, string typed)
    {
        if (account.AuthenticatorSecret is null)
            return false;
        if (AuthenticatorCode.Match(Open(account.AuthenticatorSecret), typed, time.GetUtcNow(), account.AuthenticatorStep) is { } step)
            account.AuthenticatorStep = step;
        else if (RecoveryCodes.Use(account.RecoveryCodes, typed) is { } left)
            account.RecoveryCodes = left;
        else
            return false;
        return (await accounts.UpdateAsync(account)).Succeeded; // Its concurrency stamp lets only one of two same codes through.
    }

    /// <summary>A new secret, sealed for the trip through the enrolment form and into the database.</summary>
    public string NewSecret() => Protector.Protect(Convert.ToBase64String(AuthenticatorCode.NewSecret()));

    public byte[] Open(string sealedSecret) => Convert.FromBase64String(Protector.Unprotect(sealedSecret));

    /// <summary>Starts with this secret when the code fits it.</summary>
    /// <returns>The recovery codes, to be shown once; null when the code does not fit.</returns>
    public async Task<IReadOnlyList<string>?> StartAsync(Account account, string sealedSecret, string typed)
    {
        if (AuthenticatorCode.Match(Open(sealedSecret), typed, time.GetUtcNow(), 0) is not { } step)
            return null;
        var codes = RecoveryCodes.New();
        (account.AuthenticatorSecret, account.AuthenticatorStep, account.RecoveryCodes) = (sealedSecret, step, RecoveryCodes.Keep(codes));
        await accounts.UpdateSecurityStampAsync(account);
        return codes;
    }

    public async Task StopAsync(Account account)
    {
        (account.AuthenticatorSecret, account.AuthenticatorStep, account.RecoveryCodes) = (null, 0, null);
        await accounts.UpdateSecurityStampAsync(account);
    }
}
