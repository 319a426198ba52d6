using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Working;

/// <summary>How much each worker of a manager's teams carries: open support, tasks that are late, reviews that are due. Counted from the files that the manager may know.</summary>
[Permit(Permission.ManageTeam)]
public sealed class TeamModel(Here here, PartnershipDb db) : PageModel
{
    private const int MostMembers = 500;

    public sealed record Line(string Name, int Open, int Waiting, int Tasks, int Overdue, int Reviews);

    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public string WorkUrl => WorkModel.Url(here.Address);

    public static new string Url(string partnership) => $"/{partnership}/work/team";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (teams, now) = (here.Viewer.Teams.ToArray(), here.Viewer.Now);
        var today = LondonTime.DateOf(now);
        var members = await db.TeamMemberships.AsNoTracking().Where(t => teams.Contains(t.Team) && t.From <= now && (t.Until == null || now < t.Until))
            .Join(db.Members, t => t.Member, m => m.Id, (t, m) => m).Where(m => m.From <= now && (m.Until == null || now < m.Until))
            .OrderBy(m => m.Name).Take(MostMembers).Select(m => new { m.Id, m.Name, m.Jobs }).ToListAsync(ct);
        var ids = members.Select(m => m.Id).Distinct().ToArray();
        var open = await db.SupportEpisodes.Where(e => teams.Contains(e.Team) && e.Status == EpisodeStatus.Open && e.Worker != null)
            .GroupBy(e => e.Worker).Select(g => new { g.Key, Count = g.Count(), Asked = g.Count(e => e.EndAskedAt != null) }).ToListAsync(ct);
        var tasks = await db.CaseTasks.Where(t => ids.Contains(t.Owner) && t.DoneAt == null).GroupBy(t => t.Owner).Select(g => new { g.Key, Count = g.Count(), Late = g.Count(t => t.DueOn < today) }).ToListAsync(ct);
        var reviews = await db.Plans.Where(p => ids.Contains(p.Owner) && p.ReviewOn != null && p.ReviewOn <= today).GroupBy(p => p.Owner).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        Lines = [.. members.DistinctBy(m => m.Id).Where(m => m.Jobs.Allows(Permission.WorkCases)).Select(m =>
        {
            var (support, work) = (open.FirstOrDefault(o => o.Key == m.Id), tasks.FirstOrDefault(t => t.Key == m.Id));
            return new Line(m.Name, support?.Count ?? 0, support?.Asked ?? 0, work?.Count ?? 0, work?.Late ?? 0, reviews.FirstOrDefault(r => r.Key == m.Id)?.Count ?? 0);
        })];
    }
}
