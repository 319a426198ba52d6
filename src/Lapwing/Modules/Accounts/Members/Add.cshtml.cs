using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accounts.Members;

/// <summary>Invite somebody: a link to hand over, shown once. Whether the address has an account elsewhere is not told.</summary>
[Permit(Permission.ManageMembers)]
public sealed class AddModel(Here here, PartnershipDb db, HouseDb house, UserManager<Account> accounts) : PageModel, IShowAgain
{
    private const int LinkDays = 7;

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public MemberForm Input { get; set; } = new();

    public IReadOnlyList<Option> Agencies { get; private set; } = [];
    public IReadOnlyList<Option> Teams { get; private set; } = [];

    /// <summary>The invitation's address; only its hash is kept.</summary>
    public string? Made { get; private set; }
    public bool Waits { get; private set; }
    public string BackUrl => ListModel.Url(here.Address);

    public static new string Url(string partnership) => $"/{partnership}/members/add";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var email = Email?.Trim() ?? "";
        if (email.Length is 0 or > 200 || email.Contains(' ', StringComparison.Ordinal) || email.Split('@') is not [{ Length: > 0 }, { Length: > 2 }])
            ModelState.AddModelError(nameof(Email), "Enter an e-mail address in the correct format, like name@example.org");
        var (agency, teams) = await Input.CheckAsync(db, ModelState, ct);
        var account = ModelState.IsValid ? await accounts.FindByEmailAsync(email) : null;
        var now = here.Viewer.Now;
        if (account is not null && await db.Members.AnyAsync(m => m.Account == account.Id && (m.Until == null || m.Until > now), ct))
            ModelState.AddModelError(nameof(Email), "This person is a member already");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);

        account ??= await MakeAsync(email);
        var act = here.Act("member.add", "giving somebody access");
        var member = Member.Invite(act, account.Id, Input.Name!.Trim(), agency);
        db.Members.Add(member);
        Declared.AddSelf(db, act, member.Id, new(Email: email));
        db.TeamMemberships.AddRange(teams.Distinct().Select(team => TeamMembership.Join(act, member.Id, team)));
        if (member.Appoint(act, Input.Wanted, await MemberForm.IsAloneAsync(db, ct)) is { } grant)
        {
            db.JobGrants.Add(grant);
            Waits = true;
        }
        await db.SaveAsync(act, ct);
        Made = await LinkAsync(account, ct);
        return Page();
    }

    private async Task<Account> MakeAsync(string email)
    {
        var account = new Account { Id = Guid.CreateVersion7(), UserName = email, Email = email, EmailConfirmed = true, FullName = Input.Name!.Trim() };
        var made = await accounts.CreateAsync(account);
        return made.Succeeded ? account : throw new RuleBroken("account", string.Join(". ", made.Errors.Select(error => error.Description)) + ".");
    }

    private async Task<string> LinkAsync(Account account, CancellationToken ct)
    {
        var (code, hash) = InvitationCode.New();
        house.Invitations.Add(Invitation.Send(hash, account.Email!, account.FullName, account.Id, here.Viewer.Now.AddDays(LinkDays)));
        await house.SaveChangesAsync(ct);
        return $"{Request.Scheme}://{Request.Host}{InvitationModel.Url(code)}";
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Agencies = await MemberForm.AgenciesAsync(db, ct);
        Teams = await MemberForm.TeamsAsync(db, ct);
    }
}
