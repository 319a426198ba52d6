using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Groups.Pages;

/// <summary>One group: who sits in it as far as this viewer may know, its sessions with who leads each, and what is missing.</summary>
[Permit(Permission.WorkCases)]
public sealed class CohortModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    public sealed record Line(GroupPlace Place, string Name, int Came, int Noted, string? OverAge);

    [FromRoute(Name = "cohort")] public Id<Cohort> Id { get; set; }
    [BindProperty] public int? Places { get; set; }
    [BindProperty] public int Version { get; set; }

    public Cohort Cohort { get; private set; } = null!;
    public GroupProgramme Programme { get; private set; } = null!;
    public IReadOnlyList<CohortSession> Sessions { get; private set; } = [];
    public IReadOnlyDictionary<Id<Facilitator>, (string Name, LicenceTerms Terms)> Facilitators { get; private set; } = new Dictionary<Id<Facilitator>, (string, LicenceTerms)>();
    public IReadOnlyList<Unlicensed> Unlicensed { get; private set; } = [];
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public bool IsOfMyTeam { get; private set; }
    public DateOnly Today => LondonTime.DateOf(here.Viewer.Now);
    public string Partnership => here.Address;

    /// <summary>Places that are taken by people whom this viewer may not know.</summary>
    public int Unseen => Math.Max(0, Cohort.Taken - Lines.Count(l => l.Place.Status != PlaceStatus.Left));

    public static new string Url(string partnership, Id<Cohort> cohort) => $"/{partnership}/groups/cohorts/{cohort}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await db.Cohorts.AnyAsync(c => c.Id == Id, ct))
            return NotFound();
        await ShowAgainAsync(ct);
        (Places, Version) = (Cohort.Capacity, Cohort.Version);
        return Page();
    }

    /// <summary>After the last session.</summary>
    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not var (cohort, programme))
            return NotFound();
        var act = here.Act("group.end", "ending a group after its last session");
        await Finishing.EndAsync(db, act, programme, cohort, Today, ct);
        db.Expect(cohort, Version);
        await db.SaveAsync(act, ct);
        TempData["Done"] = "The group has ended. Whoever came to enough sessions has completed it.";
        return Redirect(Url(here.Address, Id));
    }

    public async Task<IActionResult> OnPostPlacesAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not var (cohort, programme))
            return NotFound();
        if (Places is null)
            ModelState.AddModelError(nameof(Places), "Enter the number of places");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("group.places", "changing the number of places");
        cohort.Resize(act, programme, Places!.Value);
        db.Expect(cohort, Version);
        await db.SaveAsync(act, ct);
        TempData["Done"] = "The number of places is changed.";
        return Redirect(Url(here.Address, Id));
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Cohort = await db.Cohorts.AsNoTracking().SingleAsync(c => c.Id == Id, ct);
        Programme = await db.GroupProgrammes.AsNoTracking().SingleAsync(p => p.Id == Cohort.Programme, ct);
        Version = Cohort.Version;
        IsOfMyTeam = here.Viewer.Teams.Contains(Programme.Team);
        Sessions = await db.CohortSessions.AsNoTracking().Where(s => s.Cohort == Id).OrderBy(s => s.Number).ToListAsync(ct);
        Facilitators = await GroupPeople.FacilitatorsAsync(db, Programme.Id, ct);
        Unlicensed = LicenceRules.Of(Sessions.Where(s => s.TakenAt is null), Facilitators);
        var places = await db.GroupPlaces.AsNoTracking().Where(p => p.Cohort == Id).OrderBy(p => p.PlacedAt).ThenBy(p => p.Id).Take(200).ToListAsync(ct);
        var (ids, persons) = (places.Select(p => p.Id).ToArray(), places.Select(p => p.Person).ToArray());
        var names = await GroupPeople.NamesAsync(db, places, ct);
        var keys = await db.KeysOfAsync(places.Select(p => p.CaseFile), ct);
        var people = (await db.People.AsNoTracking().Where(p => persons.Contains(p.Id)).ToListAsync(ct)).ToDictionary(p => p.Id);
        var attended = (await db.Attendances.AsNoTracking().Where(a => ids.Contains(a.Place)).Select(a => new { a.Place, a.Presence }).ToListAsync(ct)).ToLookup(a => a.Place, a => a.Presence);
        Lines = [.. places.Where(p => names.ContainsKey(p.Id)).Select(p => new Line(p, names[p.Id], attended[p.Id].Count(a => a == Presence.Came), attended[p.Id].Count(),
            p.IsIn && p.Who == GroupFor.Children ? GroupPlace.OverAge(people[p.Person].Details(keys[p.CaseFile]).AgeOn(Today), Programme.Ages) : null))];
    }

    public string LeadsOf(CohortSession session) =>
        string.Join(" and ", new[] { session.Lead, session.Second }.OfType<Id<Facilitator>>().Where(Facilitators.ContainsKey).Select(id => Facilitators[id].Name)) is { Length: > 0 } names ? names : "Nobody";

    private async Task<(Cohort Cohort, GroupProgramme Programme)?> FindAsync(CancellationToken ct) =>
        await db.Cohorts.SingleOrDefaultAsync(c => c.Id == Id, ct) is { } cohort ? (cohort, await db.GroupProgrammes.AsNoTracking().SingleAsync(p => p.Id == cohort.Programme, ct)) : null;
}
