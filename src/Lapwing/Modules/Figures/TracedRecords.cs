using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Figures;

/// <summary>Those of the records behind a number that this viewer may know: need-to-know is asked for each, by the filter of the viewer's own database.</summary>
/// <param name="WorksCases">Whether the viewer's job sees records at all.</param>
/// <param name="Mine">How many they are.</param>
/// <param name="Listed">The first of them: reference and address of the page.</param>
public sealed record TracedRecords(bool WorksCases, int Mine, IReadOnlyList<(string Reference, string Url)> Listed)
{
    public static TracedRecords None { get; } = new(false, 0, []);

    /// <summary>How many records a page lists.</summary>
    public const int Most = 100;

    public static async Task<TracedRecords> OfAsync(PartnershipDb db, IReadOnlyList<Guid> records, CancellationToken ct)
    {
        if (!db.Viewer.May(Permission.WorkCases))
            return None;
        var (mine, found) = (0, new List<(string, string)>());
        foreach (var part in records.Chunk(500))
        {
            var referrals = part.Select(id => new Id<Referral>(id)).ToArray();
            var episodes = part.Select(id => new Id<SupportEpisode>(id)).ToArray();
            var behind = await db.SupportEpisodes.AsNoTracking().Where(e => episodes.Contains(e.Id)).Select(e => e.Referral).ToListAsync(ct);
            var wanted = referrals.Concat(behind.Select(id => new Id<Referral>(id))).Distinct().ToArray();
            var seen = await db.Referrals.AsNoTracking().Where(r => wanted.Contains(r.Id)).OrderBy(r => r.Reference).Select(r => new { r.Reference, r.Id }).ToListAsync(ct);
            mine += seen.Count;
            found.AddRange(seen.Take(Most - found.Count).Select(r => (r.Reference, $"/{db.Session.Address}/referrals/{r.Id}")));
        }
        return new(true, mine, found);
    }
}
