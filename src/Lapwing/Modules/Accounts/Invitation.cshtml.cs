using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accounts;

/// <summary>A one-time link. The first administrator founds the first partnership with it; whoever is invited sets a password.
/// A link never changes the password of somebody who has one.</summary>
[Permit(Permission.Public)]
public sealed class InvitationModel(HouseDb house, UserManager<Account> accounts, FirstPartnership first, TimeProvider time) : PageModel
{
    [BindProperty]
    public FirstPartnership.Answers Input { get; set; } = new();

    [BindProperty]
    public string? FullName { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The link makes the first administrator, who also founds the partnership.</summary>
    public bool IsFirst { get; private set; }
    public string InvitedEmail { get; private set; } = "";

    /// <summary>Who is invited can sign in already: the link has nothing more to do.</summary>
    public bool HasPassword { get; private set; }

    public static new string Url(string code) => "/invitation/" + code;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await OpenAsync(code, ct) is not { } invitation)
            return NotFound();
        FullName = invitation.FullName;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (await OpenAsync(code, ct) is not { } invitation || HasPassword)
            return NotFound();
        Require(FullName, nameof(FullName), "Enter your name", Member.NameLimit);
        Require(Password, nameof(Password), "Enter a password", 200);
        if (IsFirst)
        {
            Require(Email, nameof(Email), "Enter your e-mail address", 200);
            if (!string.IsNullOrEmpty(Email) && !Email.Trim().Contains('@', StringComparison.Ordinal))
                ModelState.AddModelError(nameof(Email), "Enter an e-mail address in the correct format, like name@example.org");
            foreach (var (field, message) in await first.ProblemsAsync(Input, ct))
                ModelState.AddModelError($"{nameof(Input)}.{field}", message);
        }
        if (ModelState.IsValid && await AcceptAsync(invitation, ct) is { } account)
        {
            TempData["Done"] = "Your account is ready. Sign in with your new password.";
            if (IsFirst)
                await first.FoundAsync(Input, account, ct);
            invitation.Use(time.GetUtcNow().UtcDateTime);
            await house.SaveChangesAsync(ct);
            return Redirect("/sign-in");
        }
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>Gives the account its name and password; the errors go to the page.</summary>
    private async Task<Account?> AcceptAsync(Invitation invitation, CancellationToken ct)
    {
        var email = IsFirst ? Email!.Trim() : invitation.Email;
        // After a crash between founding and the link's end, the same person finds their account there and goes on.
        var account = invitation.Account is { } id ? await house.Users.SingleAsync(a => a.Id == id, ct)
            : await accounts.FindByEmailAsync(email) ?? new Account { Id = Guid.CreateVersion7(), UserName = email, Email = email, EmailConfirmed = true };
        if (account.PasswordHash is not null)
        {
            if (await accounts.CheckPasswordAsync(account, Password!))
                return account;
            ModelState.AddModelError(nameof(Password), "This address has an account already. Enter its password");
            return null;
        }
        account.FullName = FullName!.Trim();
        var done = await accounts.FindByIdAsync(account.Id.ToString()) is null
            ? await accounts.CreateAsync(account, Password!) : await accounts.AddPasswordAsync(account, Password!);
        foreach (var error in done.Errors)
            ModelState.AddModelError(error.Code.Contains("Password", StringComparison.Ordinal) ? nameof(Password) : nameof(Email), error.Description);
        return done.Succeeded ? account : null;
    }

    private async Task<Invitation?> OpenAsync(string code, CancellationToken ct)
    {
        if (InvitationCode.HashOf(code) is not { } hash)
            return null;
        var invitation = await house.Invitations.SingleOrDefaultAsync(i => i.CodeHash == hash, ct);
        if (invitation is null || !invitation.IsOpen(time.GetUtcNow().UtcDateTime))
            return null;
        IsFirst = invitation.Account is null;
        InvitedEmail = invitation.Email;
        HasPassword = invitation.Account is { } id && await house.Users.AnyAsync(a => a.Id == id && a.PasswordHash != null, ct);
        return invitation;
    }

    private void Require(string? value, string field, string message, int limit)
    {
        if (string.IsNullOrWhiteSpace(value))
            ModelState.AddModelError(field, message);
        else if (value.Length > limit)
            ModelState.AddModelError(field, $"This must be {limit} characters or less");
    }
}
