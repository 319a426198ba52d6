using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accounts.Members;

/// <summary>Who is a member of this partnership, in which jobs and teams.</summary>
[Permit(Permission.ManageMembers)]
public sealed class ListModel(Here here, PartnershipDb db) : PageModel
{
    private const int PageSize = 25;

    public sealed record Row(string Url, string Name, string Agency, string Jobs, string Teams, string State);

    public bool Former { get; private set; }
    public int Number { get; private set; }
    public int Pages { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public string AddUrl => AddModel.Url(here.Address);
    public string GrantsUrl => GrantsModel.Url(here.Address);

    public static new string Url(string partnership, bool former = false, int number = 1) =>
        $"/{partnership}/members" + (former || number > 1 ? $"?former={(former ? "true" : "false")}&number={number}" : "");

    public string UrlOf(bool former, int number = 1) => Url(here.Address, former, number);

    public async Task OnGetAsync(CancellationToken ct, bool former = false, int number = 1)
    {
        (Former, Number) = (former, Math.Max(1, number));
        var now = here.Viewer.Now;
        var members = former ? db.Members.Where(m => m.Until != null && m.Until <= now) : db.Members.Where(m => m.Until == null || m.Until > now);
        Pages = (await members.CountAsync(ct) + PageSize - 1) / PageSize;
        var rows = await members.AsNoTracking().OrderBy(m => m.Name).ThenBy(m => m.Id).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var agencies = await db.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        var ids = rows.Select(m => m.Id).ToArray();
        var teams = await (from membership in db.TeamMemberships.AsNoTracking()
                           join team in db.Teams on membership.Team equals team.Id
                           where ids.Contains(membership.Member) && (membership.Until == null || membership.Until > now)
                           orderby team.Name
                           select new { membership.Member, team.Name }).ToListAsync(ct);
        var pending = await db.JobGrants.AsNoTracking().Where(g => ids.Contains(g.Member) && g.State == GrantState.Proposed).Select(g => g.Member).ToListAsync(ct);
        Rows = [.. rows.Select(m => new Row(MemberModel.Url(here.Address, m.Id), m.Name, agencies[m.Agency], JobWords.Of(m.Jobs),
            string.Join(", ", teams.Where(t => t.Member == m.Id).Select(t => t.Name)), pending.Contains(m.Id) ? "A job waits to be confirmed" : ""))];
    }
}
