using System.Security.Cryptography;
using System.Text;
using Lapwing.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accounts;

/// <summary>Slows guessing down, per account and per source, for addresses that exist and for those that do not. A browser that has signed in
/// before counts for itself, so that nobody can lock the true owner out.</summary>
public sealed class SignInGuard(HouseDb house, TimeProvider time, IDataProtectionProvider protection)
{
    private const string DeviceCookie = "lapwing-device";

    /// <summary>Takes one try for this address.</summary>
    /// <returns>How long to wait first, or null when the try may be evaluated.</returns>
    public async Task<TimeSpan?> TakeAsync(HttpContext context, string email, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var source = await FindAsync("source:" + Source(context), ct);
        if (source.WaitAt(now) is { } wait)
            return wait;
        var account = await FindAsync(KeyOf(context, email), ct);
        if (account.WaitAt(now) is { } longer)
            return longer;
        account.Take(now, SignInAttempts.FreeForAccount, SignInAttempts.LimitForAccount);
        try
        {
            await house.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException)
        {
            // Another try for the same address came at the same instant: only one of them counts and is evaluated.
            house.ChangeTracker.Clear();
            return TimeSpan.FromSeconds(1);
        }
    }

    public async Task FailedAsync(HttpContext context, CancellationToken ct)
    {
        var source = await FindAsync("source:" + Source(context), ct);
        source.Take(time.GetUtcNow().UtcDateTime, SignInAttempts.FreeForSource, SignInAttempts.LimitForSource);
        try
        {
            await house.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            house.ChangeTracker.Clear(); // A neighbour's failure was counted instead; the account's own count stands.
        }
    }

    /// <summary>The right person: forgets the tries and knows this browser from now on.</summary>
    public async Task SucceededAsync(HttpContext context, string email, CancellationToken ct)
    {
        var hash = HashOf(KeyOf(context, email));
        await house.SignInAttempts.Where(a => a.Key == hash).ExecuteDeleteAsync(ct);
        context.Response.Cookies.Append(DeviceCookie, Protector.Protect($"{Normal(email)}\n{Guid.NewGuid():N}"), new()
        {
            HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, IsEssential = true, MaxAge = TimeSpan.FromDays(180), Path = "/sign-in",
        });
    }

    private async Task<SignInAttempts> FindAsync(string key, CancellationToken ct)
    {
        var hash = HashOf(key);
        var found = await house.SignInAttempts.SingleOrDefaultAsync(a => a.Key == hash, ct);
        if (found is null)
            house.SignInAttempts.Add(found = SignInAttempts.Of(hash));
        return found;
    }

    /// <summary>The address, or this browser when it signed in with that address before.</summary>
    private string KeyOf(HttpContext context, string email)
    {
        try
        {
            if (context.Request.Cookies[DeviceCookie] is { Length: > 0 } cookie && Protector.Unprotect(cookie).Split('\n') is [var known, var device] && known == Normal(email))
                return "device:" + device;
        }
        catch (CryptographicException)
        {
            // Not ours: it counts as no cookie.
        }
        return "account:" + Normal(email);
    }

    private IDataProtector Protector => protection.CreateProtector(DeviceCookie);

    private static string Source(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "here";

    private static string Normal(string email) => email.Trim().ToUpperInvariant();

    private static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
