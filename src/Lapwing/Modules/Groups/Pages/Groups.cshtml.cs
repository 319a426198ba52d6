using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Groups.Pages;

/// <summary>The programmes, the groups that run, and what needs somebody: registers that were not taken and sessions that nobody licensed leads.</summary>
[Permit(Permission.WorkCases)]
public sealed class GroupsModel(Here here, PartnershipDb db) : PageModel
{
    private const int MostCohorts = 60;

    public sealed record Line(GroupProgramme Programme, string Team, int Waiting, int Running);

    public sealed record Running(Cohort Cohort, string Programme, CohortSession? Next, int NotTaken, IReadOnlyList<Unlicensed> Unlicensed);

    public IReadOnlyList<Line> Programmes { get; private set; } = [];
    public IReadOnlyList<Running> Cohorts { get; private set; } = [];
    public string Partnership => here.Address;
    public bool MayManage => here.Viewer.May(Permission.ManageTeam);

    public static new string Url(string partnership) => $"/{partnership}/groups";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = LondonTime.DateOf(here.Viewer.Now);
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, t => t.Name, ct);
        var programmes = await db.GroupProgrammes.AsNoTracking().OrderBy(p => p.Name).Take(100).ToListAsync(ct);
        var waiting = await db.WaitingEntries.AsNoTracking().Where(e => e.Status == WaitingStatus.Waiting).GroupBy(e => e.Programme).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var cohorts = await db.Cohorts.AsNoTracking().Where(c => c.EndedAt == null).OrderBy(c => c.FirstOn).ThenBy(c => c.Name).Take(MostCohorts).ToListAsync(ct);
        Programmes = [.. programmes.Select(p => new Line(p, teams.GetValueOrDefault(p.Team, ""), waiting.GetValueOrDefault(p.Id), cohorts.Count(c => c.Programme == p.Id)))];
        var ids = cohorts.Select(c => c.Id).ToArray();
        var sessions = (await db.CohortSessions.AsNoTracking().Where(s => ids.Contains(s.Cohort)).OrderBy(s => s.Number).ToListAsync(ct)).ToLookup(s => s.Cohort);
        var running = new List<Running>();
        foreach (var cohort in cohorts)
        {
            var facilitators = await GroupPeople.FacilitatorsAsync(db, cohort.Programme, ct);
            var ahead = sessions[cohort.Id].Where(s => s.TakenAt is null).ToList();
            running.Add(new(cohort, programmes.FirstOrDefault(p => p.Id == cohort.Programme)?.Name ?? "", ahead.FirstOrDefault(s => s.On >= today), ahead.Count(s => s.On < today), LicenceRules.Of(ahead, facilitators)));
        }
        Cohorts = running;
    }
}
