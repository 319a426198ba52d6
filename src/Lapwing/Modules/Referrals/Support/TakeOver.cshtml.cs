using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Support;

/// <summary>Open support of the manager's teams whose worker can no longer give it: they left, or may not know the file any more. Why is not told.</summary>
[Permit(Permission.ManageTeam)]
public sealed class TakeOverModel(Here here, PartnershipDb db) : PageModel
{
    public IReadOnlyList<CaseloadRow> Rows { get; private set; } = [];
    public string Partnership => here.Address;

    public static new string Url(string partnership) => SupportModel.Url(partnership) + "/take-over";

    public async Task OnGetAsync(CancellationToken ct) => Rows = await new Caseload(db).RowsAsync([.. await NeededAsync(db, ct)], ct);

    /// <summary>The support episodes for which somebody else is needed.</summary>
    public static async Task<IReadOnlyList<Id<SupportEpisode>>> NeededAsync(PartnershipDb db, CancellationToken ct)
    {
        var teams = db.Viewer.Teams.ToArray();
        var open = await db.SupportEpisodes.AsNoTracking().Where(e => teams.Contains(e.Team) && e.Status == EpisodeStatus.Open && e.Worker != null)
            .OrderBy(e => e.OfferedAt).Select(e => new { e.Id, e.CaseFile, e.Worker }).ToListAsync(ct);
        var cannot = await Circles.CannotWorkAsync(db, [.. open.Select(e => (e.CaseFile, e.Worker!.Value)).Distinct()], ct);
        return [.. open.Where(e => cannot.Contains((e.CaseFile, e.Worker!.Value))).Select(e => e.Id).Take(Caseload.CountLimit)];
    }
}
