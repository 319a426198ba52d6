using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accounts.Members;

/// <summary>Jobs with cases that somebody proposed and somebody else must confirm.</summary>
[Permit(Permission.ConfirmJobs)]
public sealed class GrantsModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    private const int PageSize = 25;

    public sealed record Row(Id<JobGrant> Id, string Name, string Agency, string Teams, string Jobs, string ProposedBy, string On, string? WhyNot);

    [BindProperty]
    public string? Grant { get; set; }

    public int Number { get; private set; } = 1;
    public int Pages { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public static new string Url(string partnership) => $"/{partnership}/members/grants";

    public string UrlOf(int number) => $"{Url(here.Address)}?number={number}";

    public async Task OnGetAsync(CancellationToken ct, int number = 1)
    {
        Number = Math.Max(1, number);
        await ShowAgainAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } grant)
            return NotFound();
        var act = here.Act("job.confirm", "being the second person");
        var member = await db.Members.SingleAsync(m => m.Id == grant.Member, ct);
        grant.Confirm(act, member);
        await db.SaveAsync(act, ct);
        TempData["Done"] = $"{member.Name} is now: {JobWords.Of(member.Jobs)}";
        return Redirect(Url(here.Address));
    }

    public async Task<IActionResult> OnPostRefuseAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } grant)
            return NotFound();
        var act = here.Act("job.refuse", "being the second person");
        grant.Refuse(act);
        await db.SaveAsync(act, ct);
        TempData["Done"] = "The job is not given";
        return Redirect(Url(here.Address));
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var (me, now) = (here.Viewer.Member, here.Viewer.Now);
        var open = db.JobGrants.AsNoTracking().Where(g => g.State == GrantState.Proposed);
        Pages = (await open.CountAsync(ct) + PageSize - 1) / PageSize;
        var grants = await open.OrderBy(g => g.ProposedAt).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var ids = grants.SelectMany(g => new[] { g.Member, g.ProposedBy }).ToArray();
        var people = await db.Members.AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
        var agencies = await db.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        var teams = await (from membership in db.TeamMemberships.AsNoTracking()
                           join team in db.Teams on membership.Team equals team.Id
                           where ids.Contains(membership.Member) && (membership.Until == null || membership.Until > now)
                           select new { membership.Member, team.Name }).ToListAsync(ct);
        Rows = [.. grants.Select(g => new Row(g.Id, people[g.Member].Name, agencies[people[g.Member].Agency],
            string.Join(", ", teams.Where(t => t.Member == g.Member).Select(t => t.Name)), JobWords.Of(g.Jobs),
            people[g.ProposedBy].Name, LondonTime.DateOf(g.ProposedAt).ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
            g.ProposedBy == me ? "You proposed this: somebody else confirms it" : g.Member == me ? "This is about you: somebody else confirms it" : null))];
    }

    private async Task<JobGrant?> FindAsync(CancellationToken ct) =>
        Id<JobGrant>.TryParse(Grant, null, out var id) ? await db.JobGrants.SingleOrDefaultAsync(g => g.Id == id, ct) : null;
}
