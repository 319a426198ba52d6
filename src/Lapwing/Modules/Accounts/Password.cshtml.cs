using Lapwing.Access;
using Lapwing.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Accounts;

/// <summary>Change one's own password. Every other session of the account ends.</summary>
[Permit(Permission.SignedIn)]
public sealed class PasswordModel(UserManager<Account> accounts, SignInManager<Account> signIn, SignInGuard guard) : PageModel
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? New { get; set; }

    public static new string Url() => "/account/password";

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await accounts.GetUserAsync(User) is not { } account)
            return NotFound();
        if (string.IsNullOrEmpty(Current))
            ModelState.AddModelError(nameof(Current), "Enter the password you have now");
        if (string.IsNullOrEmpty(New))
            ModelState.AddModelError(nameof(New), "Enter a new password");
        if (ModelState.IsValid && await guard.TakeAsync(HttpContext, account.Email!, ct) is not null)
            ModelState.AddModelError(nameof(Current), "Too many attempts. Wait a while and try again");
        if (ModelState.IsValid)
            foreach (var error in (await accounts.ChangePasswordAsync(account, Current!, New!)).Errors)
                ModelState.AddModelError(error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? nameof(Current) : nameof(New), error.Description);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        await guard.SucceededAsync(HttpContext, account.Email!, ct);
        await signIn.RefreshSignInAsync(account);
        TempData["Done"] = "Your password is changed. Other browsers that were signed in are signed out.";
        return Redirect(AccountModel.Url());
    }
}
