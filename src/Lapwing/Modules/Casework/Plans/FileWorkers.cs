using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Plans;

/// <summary>Who can be given work of a file: the members of the teams in its circle who do case work and stand behind no wall.</summary>
public static class FileWorkers
{
    private const int Most = 500;

    public static async Task<IReadOnlyList<Option>> OptionsAsync(PartnershipDb db, Id<CaseFile> file, CancellationToken ct)
    {
        var now = db.Viewer.Now;
        var teams = (await Circles.OfAsync(db, file, ct)).Where(c => c.Depth >= Depth.Work).Select(c => c.Team).ToArray();
        var members = await db.TeamMemberships.AsNoTracking().Where(t => teams.Contains(t.Team) && t.From <= now && (t.Until == null || now < t.Until))
            .Join(db.Members, t => t.Member, m => m.Id, (t, m) => m).Where(m => m.From <= now && (m.Until == null || now < m.Until))
            .OrderBy(m => m.Name).Take(Most).Select(m => new { m.Id, m.Name, m.Jobs }).ToListAsync(ct);
        var able = members.Where(m => m.Jobs.Allows(Permission.WorkCases)).DistinctBy(m => m.Id).ToList();
        var free = await Circles.WithoutWallAsync(db, file, [.. able.Select(m => m.Id)], ct);
        return [.. able.Where(m => free.Contains(m.Id)).OrderBy(m => m.Id != db.Viewer.Member)
            .Select(m => new Option(m.Id.ToString(), m.Id == db.Viewer.Member ? $"{m.Name} (you)" : m.Name))];
    }
}
