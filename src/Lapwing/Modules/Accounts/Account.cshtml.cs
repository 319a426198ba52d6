using Lapwing.Access;
using Lapwing.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Accounts;

/// <summary>One's own account: who one is, the password, the authenticator app.</summary>
[Permit(Permission.SignedIn)]
public sealed class AccountModel(UserManager<Account> accounts) : PageModel
{
    public Account Mine { get; private set; } = null!;

    public static new string Url() => "/account";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await accounts.GetUserAsync(User) is not { } account)
            return NotFound();
        Mine = account;
        return Page();
    }
}
