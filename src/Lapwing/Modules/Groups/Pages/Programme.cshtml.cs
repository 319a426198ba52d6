using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Groups.Pages;

/// <summary>One programme: its curriculum, its criteria with their sources, who may lead it, who waits in which order and why, and its groups.</summary>
[Permit(Permission.WorkCases)]
public sealed class ProgrammeModel(Here here, PartnershipDb db) : PageModel
{
    private const int PageSize = 25;

    [FromRoute(Name = "programme")]
    public Id<GroupProgramme> Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "number")]
    public int Number { get; set; } = 1;

    public GroupProgramme Programme { get; private set; } = null!;
    public string Team { get; private set; } = "";
    public bool MayManage { get; private set; }
    public DateOnly Today { get; private set; }
    public int Pages { get; private set; } = 1;
    public IReadOnlyList<Cohort> Cohorts { get; private set; } = [];
    public IReadOnlyDictionary<Id<Facilitator>, (string Name, LicenceTerms Terms)> Facilitators { get; private set; } = new Dictionary<Id<Facilitator>, (string, LicenceTerms)>();
    internal IReadOnlyList<(GroupFor Who, IReadOnlyList<InLine<Known>> Line)> Waiting { get; private set; } = [];
    public string Partnership => here.Address;

    public static new string Url(string partnership, Id<GroupProgramme> programme, int page = 1) => $"/{partnership}/groups/programmes/{programme}" + (page > 1 ? $"?number={page}" : "");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.GroupProgrammes.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id, ct) is not { } programme)
            return NotFound();
        (Programme, Today) = (programme, LondonTime.DateOf(here.Viewer.Now));
        Team = await db.Teams.Where(t => t.Id == programme.Team).Select(t => t.Name).SingleAsync(ct);
        MayManage = here.Viewer.May(Permission.ManageTeam) && here.Viewer.Teams.Contains(programme.Team);
        Facilitators = await GroupPeople.FacilitatorsAsync(db, Id, ct);
        var waiting = new List<(GroupFor, IReadOnlyList<InLine<Known>>)>();
        foreach (var who in programme.IsPaired ? new[] { GroupFor.Children, GroupFor.Carers } : [GroupFor.Children])
            waiting.Add((who, await GroupPeople.WaitingAsync(db, programme, who, Today, ct)));
        Waiting = waiting;
        Pages = Math.Max(1, (await db.Cohorts.CountAsync(c => c.Programme == Id, ct) + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, Pages);
        Cohorts = await db.Cohorts.AsNoTracking().Where(c => c.Programme == Id).OrderByDescending(c => c.FirstOn).ThenBy(c => c.Name).ThenBy(c => c.Who).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return Page();
    }
}
