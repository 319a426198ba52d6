using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.People.Orders;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Support;

/// <summary>An order of somebody whom the viewer's teams support that ends soon.</summary>
public sealed record OrderEnding(string Url, string Name, string Order, DateOnly EndsOn);

/// <summary>The reminder before an order ends, worked out each time the list is shown, so that none is ever late.</summary>
public static class OrdersEnding
{
    private const int Most = 20;

    public static async Task<IReadOnlyList<OrderEnding>> OfMyCasesAsync(PartnershipDb db, string partnership, CancellationToken ct)
    {
        var today = LondonTime.DateOf(db.Viewer.Now);
        var soon = today.AddDays((await OrderSettings.ReadAsync(db, ct)).ReminderDays);
        var (me, teams) = (db.Viewer.Member, db.Viewer.Teams.ToArray());
        var orders = await db.Orders.AsNoTracking().Where(o => o.DischargedOn == null && o.IssuedOn <= today && o.EndsOn >= today && o.EndsOn <= soon
                && db.SupportEpisodes.Any(e => e.CaseFile == o.CaseFile && e.Status == EpisodeStatus.Open && (e.Worker == me || teams.Contains(e.Team))))
            .OrderBy(o => o.EndsOn).ThenBy(o => o.Id).Take(Most).ToListAsync(ct);
        var files = orders.Select(o => o.CaseFile).Distinct().ToArray();
        var keys = await db.KeysOfAsync(files, ct);
        var people = (await db.People.AsNoTracking().Where(p => files.Contains(p.CaseFile) && p.Role == People.RoleInFile.Subject).ToListAsync(ct)).ToLookup(p => p.CaseFile);
        return [.. orders.Where(o => keys.ContainsKey(o.CaseFile)).Select(o => new OrderEnding(OrderModel.Url(partnership, o.CaseFile, o.Id),
            people[o.CaseFile].FirstOrDefault()?.DisplayName(keys[o.CaseFile]) ?? "Not named", o.Kind.Title(), o.EndsOn!.Value))];
    }
}
