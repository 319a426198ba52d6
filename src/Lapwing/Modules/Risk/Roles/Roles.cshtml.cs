using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Risk.OverTime;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Risk.Roles;

/// <summary>Who does what to whom in one file: what is said in both directions, screenings, decisions, and actions of agencies that could conflict.</summary>
[Permit(Permission.WorkCases)]
public sealed class RolesModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [BindProperty]
    public Guid Of { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty, StringLength(RoleAssertion.ReasonLimit, ErrorMessage = "The reason must be 2,000 characters or fewer")]
    public string? Reason { get; set; }

    public RoleState State { get; private set; } = null!;
    public IReadOnlyDictionary<Id<Member>, string> Names { get; private set; } = new Dictionary<Id<Member>, string>();
    public IReadOnlyDictionary<Guid, string> Agencies { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Whom to ask about the other side: the front door, which alone may know both.</summary>
    public string WhomToAsk { get; private set; } = "";
    public string Partnership => here.Address;
    public bool MayDecide => here.Viewer.May(Permission.ManageTeam);

    public static new string Url(string partnership, Id<CaseFile> file) => RiskModel.Url(partnership, file) + "/roles";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Reason))
            ModelState.AddModelError(nameof(Reason), "Say why it is withdrawn");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("roles.withdraw", "withdrawing what was said about who harms whom");
        var (of, file) = (new Id<RoleAssertion>(Of), Id);
        if (await db.RoleAssertions.SingleOrDefaultAsync(a => a.Id == of && a.CaseFile == file, ct) is not { } assertion)
            return NotFound();
        var state = await RoleState.ReadAsync(db, Id, ct);
        assertion.Withdraw(act, state.People.Key, Reason);
        db.Expect(assertion, Version);
        await RoleState.KeepSideAsync(db, state with { Said = [.. state.Said.Where(a => a.Id != of)] }, ct);
        await db.SaveAsync(act, ct);
        return Redirect(Url(here.Address, Id));
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct)
    {
        var act = here.Act("roles.end-action", "an agency's action has ended");
        var (of, file) = (new Id<AgencyAction>(Of), Id);
        var action = await db.AgencyActions.SingleOrDefaultAsync(a => a.Id == of && a.CaseFile == file, ct)
            ?? throw new RuleBroken("action-unknown", "Say which action has ended.");
        action.End(act);
        db.Expect(action, Version);
        var state = await RoleState.ReadAsync(db, Id, ct);
        await RoleState.KeepSideAsync(db, state with { Actions = [.. state.Actions.Where(a => a.Id != of)] }, ct);
        await db.SaveAsync(act, ct);
        return Redirect(Url(here.Address, Id));
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        State = await RoleState.ReadAsync(db, Id, ct);
        var who = State.Said.Select(a => a.By).Concat(State.Screenings.Select(s => s.By)).Concat(State.Decisions.SelectMany(d => new[] { d.By, d.ReversedBy ?? d.By })).Distinct().ToArray();
        Names = await db.Members.AsNoTracking().Where(m => who.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        var agencies = State.Actions.Select(a => a.Agency).OfType<Id<Directory.Agency>>().Distinct().ToArray();
        Agencies = (await db.Agencies.AsNoTracking().Where(a => agencies.Contains(a.Id)).Select(a => new { a.Id, a.Name }).ToListAsync(ct)).ToDictionary(a => a.Id.Value, a => a.Name);
        WhomToAsk = await RoleAlerts.WhomToAskAsync(db, ct);
    }

    public string By(Id<Member> member) => Names.GetValueOrDefault(member, "a former member");
}
