using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using System.Security.Cryptography;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Accounts;

/// <summary>Sign in: e-mail and password, then the authenticator app's code for whoever has one. An unknown address and a wrong password look and take
/// the same. What was typed before the session ended is offered again at the end.</summary>
[Permit(Permission.Public)]
public sealed class SignInModel(
    SignInManager<Account> signIn, UserManager<Account> accounts, Authenticators authenticators, SignInGuard guard, IDataProtectionProvider protection) : PageModel
{
    private static readonly TimeSpan CodeTime = TimeSpan.FromMinutes(10);

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty, DataType(DataType.Password)]
    public string? Password { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Who passed the first step, under seal.</summary>
    [BindProperty]
    public string? Passed { get; set; }

    [BindProperty(Name = "next", SupportsGet = true)]
    public string? Next { get; set; }

    [BindProperty(Name = "KeptForm")]
    public string? KeptForm { get; set; }

    /// <summary>The form that was kept for whoever has just signed in.</summary>
    public KeptForm? Kept { get; private set; }

    public void OnGet() => KeptForm = Web.KeptForm.Carried(HttpContext);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Passed = null;
        ModelState.Remove(nameof(Passed));
        if (string.IsNullOrWhiteSpace(Email))
            ModelState.AddModelError(nameof(Email), "Enter your e-mail address");
        if (string.IsNullOrEmpty(Password))
            ModelState.AddModelError(nameof(Password), "Enter your password");
        if (!ModelState.IsValid)
            return Wrong();
        if (await guard.TakeAsync(HttpContext, Email!, ct) is { } wait)
            return TooOften(nameof(Email), wait);
        var account = await accounts.FindByEmailAsync(Email!.Trim());
        if (!Fits(account))
        {
            await guard.FailedAsync(HttpContext, ct);
            ModelState.AddModelError(nameof(Email), "The e-mail address or the password is not right");
            return Wrong();
        }
        if (account!.AuthenticatorSecret is null)
            return await EnterAsync(account, "pwd", ct);
        Passed = Protector.Protect($"{account.Id:N}{account.SecurityStamp}", CodeTime);
        return Page();
    }

    public async Task<IActionResult> OnPostCodeAsync(CancellationToken ct)
    {
        if (await PassedAsync() is not { } account)
        {
            (Passed, Code) = (null, null);
            ModelState.Clear();
            ModelState.AddModelError(nameof(Email), "That took too long. Sign in again");
            return Wrong();
        }
        if (string.IsNullOrWhiteSpace(Code))
        {
            ModelState.AddModelError(nameof(Code), "Enter the code from your authenticator app");
            return Wrong();
        }
        if (await guard.TakeAsync(HttpContext, account.Email!, ct) is { } wait)
            return TooOften(nameof(Code), wait);
        if (await authenticators.CheckAsync(account, Code))
            return await EnterAsync(account, Authenticators.WithSecondStep, ct);
        await guard.FailedAsync(HttpContext, ct);
        ModelState.AddModelError(nameof(Code), "That code is not right, or was used before. Wait for the next one");
        return Wrong();
    }

    private async Task<IActionResult> EnterAsync(Account account, string how, CancellationToken ct)
    {
        await guard.SucceededAsync(HttpContext, account.Email!, ct);
        var claim = new Claim(Authenticators.Claim, how);
        await signIn.SignInWithClaimsAsync(account, isPersistent: false, [claim]);
        Kept = Web.KeptForm.Open(HttpContext, KeptForm, account.Id);
        if (Kept is null)
            return LocalRedirect(Url.IsLocalUrl(Next) ? Next! : "/");
        // The page's antiforgery token must be that of the account that has just signed in.
        var principal = await signIn.CreateUserPrincipalAsync(account);
        principal.Identities.First().AddClaim(claim);
        HttpContext.User = principal;
        return Page();
    }

    /// <summary>Checks a password also when there is no account or none was set yet, so that all take the same time.</summary>
    private bool Fits(Account? account) => accounts.PasswordHasher.VerifyHashedPassword(
        account ?? new(), account?.PasswordHash ?? NobodysHash(accounts.PasswordHasher), Password!) != PasswordVerificationResult.Failed && account?.PasswordHash is not null;

    private static string? nobodysHash;

    private static string NobodysHash(IPasswordHasher<Account> hasher) =>
        nobodysHash ??= hasher.HashPassword(new(), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    private async Task<Account?> PassedAsync()
    {
        try
        {
            var passed = Protector.Unprotect(Passed ?? "");
            var account = await accounts.FindByIdAsync(Guid.ParseExact(passed[..32], "N").ToString());
            return account?.SecurityStamp == passed[32..] ? account : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Protector => protection.CreateProtector("sign-in code").ToTimeLimitedDataProtector();

    private PageResult TooOften(string field, TimeSpan wait)
    {
        var words = wait > TimeSpan.FromMinutes(1.5) ? $"{Math.Ceiling(wait.TotalMinutes)} minutes" : $"{Math.Ceiling(wait.TotalSeconds)} seconds";
        ModelState.AddModelError(field, $"Too many attempts. Wait {words} and try again");
        return Wrong();
    }

    private PageResult Wrong()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
