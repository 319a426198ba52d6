using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Groups.Pages;

/// <summary>Names a facilitator or changes a licence, and says at once which planned sessions that leaves without one.</summary>
[Permit(Permission.ManageTeam)]
public sealed class FacilitatorModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "programme")] public Id<GroupProgramme> Programme { get; set; }
    [FromRoute(Name = "facilitator")] public Id<Facilitator>? Id { get; set; }

    [BindProperty] public Id<Member>? Member { get; set; }
    [BindProperty, Display(Name = "The first day of the licence")] public DateOnly? From { get; set; }
    [BindProperty, Display(Name = "The last day of the licence")] public DateOnly? Until { get; set; }
    [BindProperty, Display(Name = "The day of the training")] public DateOnly? TrainedOn { get; set; }
    [BindProperty, Display(Name = "The last day on which the training counts")] public DateOnly? TrainedUntil { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public Guid? Once { get; set; }

    public string Name { get; private set; } = "";
    public IReadOnlyList<Option> Members { get; private set; } = [];
    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public string BackUrl => ProgrammeModel.Url(here.Address, Programme);

    public static new string Url(string partnership, Id<GroupProgramme> programme, Id<Facilitator>? facilitator) => $"/{partnership}/groups/programmes/{programme}/facilitators/{facilitator}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var (programme, facilitator) = await FindAsync(ct);
        if (programme is null)
            return NotFound();
        if (facilitator is not null)
            (From, Until, TrainedOn, TrainedUntil, Version) = (facilitator.LicensedFrom, facilitator.LicensedUntil, facilitator.TrainedOn, facilitator.TrainedUntil, facilitator.Version);
        await ShowAgainAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        var (programme, facilitator) = await FindAsync(ct);
        if (programme is null)
            return NotFound();
        await ShowAgainAsync(ct);
        if (facilitator is null && (Member is null || Members.All(m => m.Value != Member.ToString())))
            Add(nameof(Member), "Choose who it is");
        if (From is null)
            Add(nameof(From), "Enter the first day of the licence");
        if (TrainedOn is null)
            Add(nameof(TrainedOn), "Enter the day of the training");
        var terms = new LicenceTerms(From ?? default, Until ?? (From is { } from ? LicenceTerms.UsualEnd(from) : default), TrainedOn ?? default, TrainedUntil);
        if (ModelState.IsValid)
            foreach (var (member, message) in terms.Problems())
                Add(member, message);
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("group.licence", "keeping licences of facilitators");
        if (facilitator is null)
        {
            db.Add(facilitator = Facilitator.Name(act, programme, Member!.Value, terms));
        }
        else
        {
            facilitator.Change(act, programme, terms);
            db.Expect(facilitator, Version);
        }
        var url = await once.SaveAsync(act, Once, BackUrl, ct);
        TempData["Done"] = $"The licence is saved. {await SayAsync(ct)}";
        return Redirect(url);
    }

    /// <summary>Every planned session is looked at again with the licences as they are now.</summary>
    private async Task<string> SayAsync(CancellationToken ct)
    {
        var facilitators = await GroupPeople.FacilitatorsAsync(db, Programme, ct);
        var cohorts = await db.Cohorts.AsNoTracking().Where(c => c.Programme == Programme && c.EndedAt == null).OrderBy(c => c.FirstOn).ToListAsync(ct);
        var ids = cohorts.Select(c => c.Id).ToArray();
        var sessions = (await db.CohortSessions.AsNoTracking().Where(s => ids.Contains(s.Cohort) && s.TakenAt == null).ToListAsync(ct)).ToLookup(s => s.Cohort);
        var unled = cohorts.Select(c => (Cohort: c, Without: LicenceRules.Of(sessions[c.Id], facilitators))).Where(c => c.Without.Count > 0).ToList();
        return unled.Count == 0 ? "Every planned session has somebody who is licensed."
            : "Nobody licensed leads: " + string.Join("; ", unled.Select(u => $"{u.Cohort.Name} ({u.Cohort.Who.Group()}), session {string.Join(", ", u.Without.Select(w => w.Session.Number))}")) + ". Their registers do not open until somebody is named.";
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var (programme, facilitator) = await FindAsync(ct);
        var now = here.Viewer.Now;
        Members = [.. (await db.TeamMemberships.AsNoTracking().Where(t => t.Team == programme!.Team && t.From <= now && (t.Until == null || now < t.Until)).Join(db.Members, t => t.Member, m => m.Id, (t, m) => new { m.Id, m.Name })
            .OrderBy(m => m.Name).Take(500).ToListAsync(ct)).Select(m => new Option(m.Id.ToString(), m.Name))];
        if (facilitator is null)
            return;
        Name = await db.Members.Where(m => m.Id == facilitator.Member).Select(m => m.Name).SingleOrDefaultAsync(ct) ?? "a former member";
        if (facilitator.Version != Version && Version > 0)
            Differences = Answers.Between(("Licence from", Said(facilitator.LicensedFrom), Said(From)), ("Licence until", Said(facilitator.LicensedUntil), Said(Until)), ("Trained", Said(facilitator.TrainedOn), Said(TrainedOn)), ("Training counts until", Said(facilitator.TrainedUntil), Said(TrainedUntil)));
        Version = facilitator.Version;

        static string Said(DateOnly? day) => day is { } d ? Time.Spoken.Day(d) : "";
    }

    private void Add(string field, string message)
    {
        if (ModelState[field]?.Errors.Count is null or 0)
            ModelState.AddModelError(field, message);
    }

    private async Task<(GroupProgramme?, Facilitator?)> FindAsync(CancellationToken ct)
    {
        var programme = await db.GroupProgrammes.SingleOrDefaultAsync(p => p.Id == Programme, ct);
        var facilitator = Id is { } id ? await db.Facilitators.SingleOrDefaultAsync(f => f.Id == id && f.Programme == Programme, ct) : null;
        return Id is not null && facilitator is null ? (null, null) : (programme, facilitator);
    }
}
