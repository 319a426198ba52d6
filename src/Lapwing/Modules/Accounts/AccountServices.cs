using System.Security.Claims;
using Lapwing.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;

namespace Lapwing.Modules.Accounts;

/// <summary>Accounts for the pages and the command line, and sign-in for the pages.</summary>
public static class AccountServices
{
    /// <summary>A password is long rather than complicated (National Cyber Security Centre guidance).</summary>
    public const int PasswordLength = 12;

    /// <summary>After this long without a request the session is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    public static IdentityBuilder AddAccounts(this IServiceCollection services)
    {
        services.AddScoped(provider => provider.GetRequiredService<Engine>().OpenHouse());
        return services.AddIdentityCore<Account>(identity =>
            {
                identity.Password.RequiredLength = PasswordLength;
                identity.Password.RequireDigit = identity.Password.RequireUppercase = false;
                identity.Password.RequireLowercase = identity.Password.RequireNonAlphanumeric = false;
                identity.User.RequireUniqueEmail = true;
            })
            .AddEntityFrameworkStores<HouseDb>().AddPasswordValidator<CommonPasswords>().AddErrorDescriber<PlainErrors>();
    }

    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("lapwing").PersistKeysToDbContext<HouseDb>();
        services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider>((keys, provider) =>
            keys.XmlEncryptor = ActivatorUtilities.CreateInstance<HouseKeySeals>(provider));
        services.AddScoped<SignInGuard>().AddScoped<Authenticators>().AddScoped<FirstPartnership>();
        new IdentityBuilder(typeof(Account), services).AddSignInManager();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies =>
            cookies.ApplicationCookie!.Configure(cookie =>
            {
                cookie.Cookie.Name = "lapwing";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = Idle;
                cookie.SlidingExpiration = true;
            }));
        services.Configure<SecurityStampValidatorOptions>(stamp =>
        {
            // A changed password ends every other session within a minute; how somebody signed in stays known.
            stamp.ValidationInterval = TimeSpan.FromMinutes(1);
            stamp.OnRefreshingPrincipal = refreshing =>
            {
                if (refreshing.CurrentPrincipal?.FindFirst(Authenticators.Claim) is { } how)
                    refreshing.NewPrincipal?.Identities.First().AddClaim(new Claim(how.Type, how.Value));
                return Task.CompletedTask;
            };
        });
    }
}

/// <summary>The framework's errors in our words.</summary>
internal sealed class PlainErrors : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => new() { Code = nameof(PasswordTooShort), Description = $"Your password must be at least {length} characters long" };

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        new() { Code = nameof(PasswordRequiresUniqueChars), Description = $"Your password must use at least {uniqueChars} different characters" };

    public override IdentityError PasswordMismatch() => new() { Code = nameof(PasswordMismatch), Description = "The password you have now is not right" };

    public override IdentityError ConcurrencyFailure() => new() { Code = nameof(ConcurrencyFailure), Description = "Somebody else changed this account at the same moment. Try again" };
}
