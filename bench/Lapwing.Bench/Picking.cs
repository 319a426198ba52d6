using Lapwing.Data;
using Lapwing.Demonstration;
using Lapwing.Modules.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Bench;

/// <summary>Referrals from all over a partnership, the same each time: generated ones have references in a known order.</summary>
internal static class Picking
{
    public static async Task<IReadOnlyList<Referral>> ReferralsAsync(PartnershipDb db, int count)
    {
        var (total, seeded, found) = (await db.Referrals.CountAsync(), new Seeded(7, 1), new List<Referral>());
        while (found.Count < count)
        {
            string[] wanted = [.. Enumerable.Range(0, count).Select(_ => Reference.OfOrdinal(seeded.Below(total)).ToString())];
            found.AddRange(await db.Referrals.AsNoTracking().Where(r => wanted.Contains(r.Reference)).ToListAsync());
        }
        return [.. found.Take(count)];
    }
}
