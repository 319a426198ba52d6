using System.Security.Claims;
using System.Security.Cryptography;
using Lapwing.Access;
using Lapwing.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QRCoder;

namespace Lapwing.Modules.Accounts;

/// <summary>Set up the second step of signing in: a square code for the app, a code to prove that it works, recovery codes shown once.</summary>
[Permit(Permission.SignedIn)]
public sealed class AuthenticatorModel(UserManager<Account> accounts, SignInManager<Account> signIn, Authenticators authenticators, SignInGuard guard) : PageModel
{
    /// <summary>The new secret, under seal, until the code proves that the app has it.</summary>
    [BindProperty]
    public string? Secret { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The password again: whoever finds a session open must not be able to take the account.</summary>
    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(Name = "next", SupportsGet = true)]
    public string? Next { get; set; }

    public bool IsUsed { get; private set; }
    public string Typed { get; private set; } = "";
    public string Picture { get; private set; } = "";
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>Somewhere that one may go only with a second step sent one here.</summary>
    public bool IsNeeded => Next is not null;

    public static new string Url(string? next = null) => "/account/authenticator" + (next is null ? "" : "?next=" + Uri.EscapeDataString(next));

    public async Task<IActionResult> OnGetAsync()
    {
        if (await accounts.GetUserAsync(User) is not { } account)
            return NotFound();
        Secret = authenticators.NewSecret();
        Show(account);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await accounts.GetUserAsync(User) is not { } account)
            return NotFound();
        if (string.IsNullOrEmpty(Password))
            ModelState.AddModelError(nameof(Password), "Enter your password");
        if (string.IsNullOrWhiteSpace(Code))
            ModelState.AddModelError(nameof(Code), "Enter the code that the app shows");
        if (ModelState.IsValid && await guard.TakeAsync(HttpContext, account.Email!, ct) is not null)
            ModelState.AddModelError(nameof(Password), "Too many attempts. Wait a while and try again");
        if (ModelState.IsValid && !await accounts.CheckPasswordAsync(account, Password!))
            ModelState.AddModelError(nameof(Password), "The password is not right");
        if (ModelState.IsValid && await authenticators.StartAsync(account, Secret ?? "", Code!) is { } codes)
            return await DoneAsync(account, codes, ct);
        if (ModelState.IsValid)
            ModelState.AddModelError(nameof(Code), "That code does not fit. Wait for the next one, and check that the time on your phone is right");
        Response.StatusCode = StatusCodes.Status400BadRequest;
        Show(account);
        return Page();
    }

    private async Task<IActionResult> DoneAsync(Account account, IReadOnlyList<string> codes, CancellationToken ct)
    {
        await guard.SucceededAsync(HttpContext, account.Email!, ct);
        await signIn.SignInWithClaimsAsync(account, isPersistent: false, [new Claim(Authenticators.Claim, Authenticators.WithSecondStep)]);
        Codes = codes;
        return Page();
    }

    private void Show(Account account)
    {
        IsUsed = account.AuthenticatorSecret is not null;
        byte[] secret;
        try
        {
            secret = authenticators.Open(Secret ?? "");
        }
        catch (CryptographicException)
        {
            secret = authenticators.Open(Secret = authenticators.NewSecret());
        }
        Typed = AuthenticatorCode.Typed(secret);
        using var data = QRCodeGenerator.GenerateQrCode(AuthenticatorCode.Address(secret, account.Email!), QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        Picture = code.GetGraphic(4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.WidthHeightAttribute);
    }
}
