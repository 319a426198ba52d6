using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Casework.Plans;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Groups.Pages;

/// <summary>The register of one session, with what each absence set going.</summary>
[Permit(Permission.WorkCases)]
public sealed class SessionModel(Here here, PartnershipDb db, Register register, Once once) : PageModel, IShowAgain
{
    public sealed record Line(GroupPlace Place, string Name, Attendance? Attendance, string? CheckUrl, string? CheckOwner, bool IsCheckDone);

    [FromRoute(Name = "cohort")] public Id<Cohort> CohortId { get; set; }
    [FromRoute(Name = "session")] public Id<CohortSession> Id { get; set; }

    /// <summary>Who came, by the number of the place. Named, so that a form without a mark is not read as if its other fields were marks.</summary>
    [BindProperty(Name = nameof(Marks))] public Dictionary<string, Presence?> Marks { get; set; } = [];
    [BindProperty] public Id<Facilitator>? Lead { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public Guid? Once { get; set; }

    public Cohort Cohort { get; private set; } = null!;
    public GroupProgramme Programme { get; private set; } = null!;
    public CohortSession Session { get; private set; } = null!;
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public string? NoLicence { get; private set; }
    public IReadOnlyList<Option> Facilitators { get; private set; } = [];
    public string Leads { get; private set; } = "";
    public bool IsOfMyTeam { get; private set; }
    public string Partnership => here.Address;
    public bool IsEarly => LondonTime.DateOf(here.Viewer.Now) < Session.On;
    public bool IsOpen => IsOfMyTeam && !IsEarly && NoLicence is null;

    public static IReadOnlyList<Option> Presences { get; } = [.. Enum.GetValues<Presence>().Select(p => new Option(p.ToString(), p.Title()))];

    public static new string Url(string partnership, Id<Cohort> cohort, Id<CohortSession> session) => $"{CohortModel.Url(partnership, cohort)}/sessions/{session}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await IsThereAsync(ct))
            return NotFound();
        await ShowAgainAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        if (!await IsThereAsync(ct))
            return NotFound();
        await ShowAgainAsync(ct);
        var session = await db.CohortSessions.SingleAsync(s => s.Id == Id, ct);
        var act = here.Act("group.register", "taking the register of a session");
        session.OpenRegister(act, Programme, await GroupPeople.FacilitatorsAsync(db, Programme.Id, ct));
        foreach (var line in Lines.Where(l => Marks.GetValueOrDefault(l.Place.Id.ToString()) is not { } mark || !Enum.IsDefined(mark)))
            ModelState.AddModelError($"Marks[{line.Place.Id}]", $"Say whether {line.Name} came");
        if (Lines.Count == 0)
            ModelState.AddModelError("", "There is nobody in this group whose register you can take");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        db.Expect(session, Version);
        await register.TakeAsync(act, Programme, Cohort, session, Lines.ToDictionary(l => l.Place.Id, l => Marks[l.Place.Id.ToString()]!.Value), ct);
        var url = await once.SaveAsync(act, Once, Url(here.Address, CohortId, Id), ct);
        TempData["Done"] = "The register is taken. What each absence set going stands beside the name.";
        return Redirect(url);
    }

    /// <summary>Names who leads it, so that its register opens.</summary>
    public async Task<IActionResult> OnPostLeadAsync(CancellationToken ct)
    {
        if (!await IsThereAsync(ct))
            return NotFound();
        await ShowAgainAsync(ct);
        if (Lead is null || await db.Facilitators.AsNoTracking().SingleOrDefaultAsync(f => f.Id == Lead && f.Programme == Programme.Id, ct) is not { } facilitator)
        {
            ModelState.AddModelError(nameof(Lead), "Choose who leads this session");
            return await this.AgainAsync(ct);
        }
        var session = await db.CohortSessions.SingleAsync(s => s.Id == Id, ct);
        var act = here.Act("group.lead", "naming who leads a session");
        session.NameLead(act, Programme, facilitator);
        db.Expect(session, Version);
        await db.SaveAsync(act, ct);
        TempData["Done"] = "Saved: the session has somebody who is licensed on its day.";
        return Redirect(Url(here.Address, CohortId, Id));
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Session = await db.CohortSessions.AsNoTracking().SingleAsync(s => s.Id == Id, ct);
        Cohort = await db.Cohorts.AsNoTracking().SingleAsync(c => c.Id == CohortId, ct);
        Programme = await db.GroupProgrammes.AsNoTracking().SingleAsync(p => p.Id == Cohort.Programme, ct);
        if (Version == 0)
            Version = Session.Version;
        IsOfMyTeam = here.Viewer.Teams.Contains(Programme.Team);
        var facilitators = await GroupPeople.FacilitatorsAsync(db, Programme.Id, ct);
        NoLicence = LicenceRules.WhyNot(Session, facilitators);
        Leads = string.Join(" and ", new[] { Session.Lead, Session.Second }.OfType<Id<Facilitator>>().Where(facilitators.ContainsKey).Select(id => facilitators[id].Name));
        Facilitators = [.. facilitators.Select(f => new Option(f.Key.ToString(), f.Value.Name, f.Value.Terms.WhyNotOn(Session.On)))];
        var attendances = await db.Attendances.AsNoTracking().Where(a => a.Session == Id).ToDictionaryAsync(a => a.Place, ct);
        var noted = attendances.Keys.ToArray();
        var places = await db.GroupPlaces.AsNoTracking().Where(p => p.Cohort == CohortId && p.Status != PlaceStatus.Left || noted.Contains(p.Id)).OrderBy(p => p.PlacedAt).ThenBy(p => p.Id).Take(200).ToListAsync(ct);
        var names = await GroupPeople.NamesAsync(db, places, ct);
        var checks = attendances.Values.Select(a => a.Check).OfType<Id<CaseTask>>().ToArray();
        var tasks = (await db.CaseTasks.AsNoTracking().Where(t => checks.Contains(t.Id)).Join(db.Members, t => t.Owner, m => m.Id, (t, m) => new { t.Id, t.CaseFile, t.DoneAt, m.Name }).ToListAsync(ct)).ToDictionary(t => t.Id);
        Lines = [.. places.Where(p => names.ContainsKey(p.Id)).OrderBy(p => names[p.Id], StringComparer.CurrentCulture).Select(p =>
        {
            var attendance = attendances.GetValueOrDefault(p.Id);
            var task = attendance?.Check is { } check ? tasks.GetValueOrDefault(check) : null;
            return new Line(p, names[p.Id], attendance, task is null ? null : TaskModel.Url(here.Address, task.CaseFile, task.Id), task?.Name, task?.DoneAt is not null);
        })];
        foreach (var line in Lines.Where(l => l.Attendance is not null))
            Marks.TryAdd(line.Place.Id.ToString(), line.Attendance!.Presence);
    }

    private Task<bool> IsThereAsync(CancellationToken ct) => db.CohortSessions.AnyAsync(s => s.Id == Id && s.Cohort == CohortId, ct);
}
