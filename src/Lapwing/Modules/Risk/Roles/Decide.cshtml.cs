using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Risk.Roles;

/// <summary>A manager, of a service or of the front door, decides who is the primary victim, or reverses such a decision. Whoever screened does not decide.</summary>
[Permit(Permission.ManageTeam)]
public sealed class DecideModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [BindProperty]
    public string? Screening { get; set; }

    [BindProperty]
    public PrimaryOutcome? Outcome { get; set; }

    [BindProperty, StringLength(RoleDecision.EvidenceLimit, ErrorMessage = "The evidence must be 10,000 characters or fewer")]
    public string? Evidence { get; set; }

    [BindProperty]
    public Guid Of { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty, StringLength(RoleDecision.ReasonLimit, ErrorMessage = "The reason must be 10,000 characters or fewer")]
    public string? Reason { get; set; }

    public RoleState State { get; private set; } = null!;
    public IReadOnlyDictionary<Id<Member>, string> Names { get; private set; } = new Dictionary<Id<Member>, string>();
    public string Partnership => here.Address;

    public IReadOnlyList<Option> Screenings => [.. State.Screenings.Select(s => new Option(s.Id.ToString(),
        $"{State.People.NameOf(s.Other)}, screened on {Spoken.Day(s.At)} by {Names.GetValueOrDefault(s.By, "a former member")}",
        $"{s.PointToSubject} answers point to {State.People.SubjectName} as the one who is harmed, {s.PointToOther} to {State.People.NameOf(s.Other)}."))];

    public static new string Url(string partnership, Id<CaseFile> file) => RolesModel.Url(partnership, file) + "/decide";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        var screening = Id<RoleScreening>.TryParse(Screening, CultureInfo.InvariantCulture, out var id) ? State.Screenings.FirstOrDefault(s => s.Id == id) : null;
        if (screening is null)
            ModelState.AddModelError(nameof(Screening), State.Screenings.Count == 0 ? "Nobody has screened yet. A worker screens before a manager decides." : "Choose the screening on which you decide");
        if (Outcome is null || !Enum.IsDefined(Outcome.Value))
            ModelState.AddModelError(nameof(Outcome), "Choose what you decide");
        if ((Evidence?.Trim().Length ?? 0) < RoleDecision.ShortestEvidence)
            ModelState.AddModelError(nameof(Evidence), "Write the evidence in a sentence or more");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("roles.decide", "deciding who is the primary victim");
        var decision = RoleDecision.Decide(act, State.People.Key, State.Subject, screening!, Outcome!.Value, Evidence, State.Said, State.Decisions);
        db.RoleDecisions.Add(decision);
        await RoleState.KeepSideAsync(db, State with { Decisions = [.. State.Decisions, decision] }, ct);
        var shown = await once.SaveAsync(act, RolesModel.Url(here.Address, Id), ct);
        TempData["Done"] = "The decision is kept with its evidence.";
        return Redirect(shown);
    }

    public async Task<IActionResult> OnPostReverseAsync(CancellationToken ct)
    {
        var (of, file) = (new Id<RoleDecision>(Of), Id);
        if ((Reason?.Trim().Length ?? 0) < RoleDecision.ShortestEvidence)
            ModelState.AddModelError(nameof(Reason), "Write why the decision is reversed, in a sentence or more");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        if (await db.RoleDecisions.SingleOrDefaultAsync(d => d.Id == of && d.CaseFile == file, ct) is not { } decision)
            return NotFound();
        await ShowAgainAsync(ct);
        var act = here.Act("roles.reverse", "reversing a decision about who is the primary victim");
        decision.Reverse(act, State.People.Key, Reason);
        db.Expect(decision, Version);
        await RoleState.KeepSideAsync(db, State with { Decisions = [.. State.Decisions.Where(d => d.Id != of)] }, ct);
        await db.SaveAsync(act, ct);
        TempData["Done"] = "The decision is reversed. It stays in the file with your reason.";
        return Redirect(RolesModel.Url(here.Address, Id));
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        State = await RoleState.ReadAsync(db, Id, ct);
        var who = State.Screenings.Select(s => s.By).Distinct().ToArray();
        Names = await db.Members.AsNoTracking().Where(m => who.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
    }
}
