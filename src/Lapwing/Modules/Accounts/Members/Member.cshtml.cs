using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accounts.Members;

/// <summary>Change a member's name, agency, jobs and teams, make a new invitation link, or end the membership at this moment.</summary>
[Permit(Permission.ManageMembers)]
public sealed class MemberModel(Here here, PartnershipDb db, HouseDb house) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true, Name = "member")]
    public string Route { get; set; } = "";

    [BindProperty]
    public MemberForm Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public string Email { get; private set; } = "";
    public bool HasSignedIn { get; private set; }
    public bool IsMe { get; private set; }
    public bool HasLeft { get; private set; }
    public string Pending { get; private set; } = "";
    public string? Made { get; private set; }
    public IReadOnlyList<Option> Agencies { get; private set; } = [];
    public IReadOnlyList<Option> Teams { get; private set; } = [];
    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public string BackUrl => ListModel.Url(here.Address);

    public static new string Url(string partnership, Id<Member> member) => $"/{partnership}/members/{member}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } member)
            return NotFound();
        Input = new() { Name = member.Name, Agency = member.Agency.ToString(), Jobs = [.. Access.Jobs.Each(member.Jobs)], Teams = [.. (await InAsync(member, ct)).Select(t => t.Team.ToString())] };
        await ShowAgainAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } member || !member.IsHere(here.Viewer.Now))
            return NotFound();
        var (agency, teams) = await Input.CheckAsync(db, ModelState, ct);
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("member.change", "keeping access up to date");
        member.Change(act, Input.Name!.Trim(), agency);
        db.Expect(member, Version);
        await WithdrawAsync(act, member, ct);
        var grant = member.Appoint(act, Input.Wanted, await MemberForm.IsAloneAsync(db, ct));
        if (grant is not null)
            db.JobGrants.Add(grant);
        var now = await InAsync(member, ct);
        foreach (var left in now.Where(membership => !teams.Contains(membership.Team)))
            left.Leave(act);
        db.TeamMemberships.AddRange(teams.Distinct().Except(now.Select(membership => membership.Team)).Select(team => TeamMembership.Join(act, member.Id, team)));
        await KeepAnAdministratorAsync(member, ct);
        await db.SaveAsync(act, ct);
        TempData["Done"] = grant is null ? $"{member.Name} is saved" : $"{member.Name} is saved. A second person must confirm: {JobWords.Of(grant.Jobs)}";
        return Redirect(BackUrl);
    }

    /// <summary>Access is worked out on each request from these dates, so it stops with the next one.</summary>
    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } member || !member.IsHere(here.Viewer.Now))
            return NotFound();
        ModelState.Clear();
        var act = here.Act("member.end", "ending somebody's access");
        if (member.Id == here.Viewer.Member)
            throw new RuleBroken("own-end", "You cannot end your own membership. Ask another administrator.");
        member.Leave(act);
        foreach (var membership in await InAsync(member, ct))
            membership.Leave(act);
        await WithdrawAsync(act, member, ct);
        await KeepAnAdministratorAsync(member, ct);
        await db.SaveAsync(act, ct);
        TempData["Done"] = $"{member.Name} has no access to this partnership any more";
        return Redirect(BackUrl);
    }

    /// <summary>For somebody who never used the first link. Whoever has a password keeps it: no link changes one.</summary>
    public async Task<IActionResult> OnPostLinkAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } member || !member.IsHere(here.Viewer.Now)
            || await house.Users.SingleOrDefaultAsync(a => a.Id == member.Account && a.PasswordHash == null, ct) is not { } account)
            return NotFound();
        ModelState.Clear();
        foreach (var earlier in await house.Invitations.Where(i => i.Account == account.Id && i.UsedAt == null).ToListAsync(ct))
            earlier.Use(here.Viewer.Now);
        var (code, hash) = InvitationCode.New();
        house.Invitations.Add(Invitation.Send(hash, account.Email!, account.FullName, account.Id, here.Viewer.Now.AddDays(7)));
        await house.SaveChangesAsync(ct);
        Made = $"{Request.Scheme}://{Request.Host}{InvitationModel.Url(code)}";
        return await OnGetAsync(ct);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var id = Id<Member>.Parse(Route, null);
        var now = await db.Members.AsNoTracking().SingleAsync(m => m.Id == id, ct);
        Agencies = await MemberForm.AgenciesAsync(db, ct);
        Teams = await MemberForm.TeamsAsync(db, ct);
        (IsMe, HasLeft) = (now.Id == here.Viewer.Member, !now.IsHere(here.Viewer.Now));
        var account = await house.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == now.Account, ct);
        (Email, HasSignedIn) = (account?.Email ?? "", account?.PasswordHash is not null);
        var waiting = await db.JobGrants.AsNoTracking().Where(g => g.Member == id && g.State == GrantState.Proposed).Select(g => g.Jobs).ToListAsync(ct);
        Pending = waiting.Count == 0 ? "" : JobWords.Of(JobWords.Together(waiting));
        if (Request.Method == HttpMethods.Post && now.Version != Version)
            Differences = Answers.Between(("Name", now.Name, Input.Name), ("Agency", Label(now.Agency.ToString()), Label(Input.Agency)), ("Jobs", JobWords.Of(now.Jobs), JobWords.Of(Input.Wanted)));
        Version = now.Version;
    }

    private string Label(string? agency) => Agencies.FirstOrDefault(a => a.Value == agency)?.Label ?? "";

    private async Task<Member?> FindAsync(CancellationToken ct) =>
        Id<Member>.TryParse(Route, null, out var id) ? await db.Members.SingleOrDefaultAsync(m => m.Id == id, ct) : null;

    private Task<List<TeamMembership>> InAsync(Member member, CancellationToken ct)
    {
        var now = here.Viewer.Now;
        return db.TeamMemberships.Where(t => t.Member == member.Id && (t.Until == null || t.Until > now)).ToListAsync(ct);
    }

    private async Task WithdrawAsync(Act act, Member member, CancellationToken ct)
    {
        foreach (var grant in await db.JobGrants.Where(g => g.Member == member.Id && g.State == GrantState.Proposed).ToListAsync(ct))
            grant.Withdraw(act);
    }

    /// <exception cref="RuleBroken">Nobody would be left to give access.</exception>
    private async Task KeepAnAdministratorAsync(Member changed, CancellationToken ct)
    {
        var now = here.Viewer.Now;
        if (changed.IsHere(now) && changed.Jobs == Job.Administrator)
            return;
        if (!await db.Members.AnyAsync(m => m.Id != changed.Id && m.Jobs == Job.Administrator && (m.Until == null || m.Until > now), ct))
            throw new RuleBroken("last-administrator", "This is the last administrator. Add another one first.");
    }
}
