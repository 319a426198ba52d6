using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Capacity;

/// <summary>How full each service is, counted from the support episodes and never typed. It looks past circles, because a service's
/// number is the same for everybody, and brings back numbers only.</summary>
public static class ServiceUse
{
    /// <param name="Open">People supported now.</param>
    /// <param name="Waiting">Accepted, without a worker yet.</param>
    /// <param name="WaitingSince">When the one who has waited longest was accepted.</param>
    public sealed record Count(int Open, int Waiting, DateTime? WaitingSince)
    {
        public static Count None { get; } = new(0, 0, null);
    }

    public static async Task<IReadOnlyDictionary<Id<Service>, Count>> CountAsync(Partnerships partnerships, string address, Viewer viewer, CancellationToken ct)
    {
        await using var db = await partnerships.OpenAsync(address, NeedToKnow.Unrestricted(viewer, UnrestrictedReason.Figures), ct);
        var counts = await db.SupportEpisodes.AsNoTracking().Where(e => e.Status == EpisodeStatus.Open || e.Status == EpisodeStatus.Waiting)
            .GroupBy(e => new { e.Service, e.Status }).Select(g => new { g.Key.Service, g.Key.Status, Count = g.Count(), Since = g.Min(e => e.AnsweredAt) }).ToListAsync(ct);
        return counts.GroupBy(c => c.Service).ToDictionary(g => g.Key, g => new Count(
            g.Where(c => c.Status == EpisodeStatus.Open).Sum(c => c.Count), g.Where(c => c.Status == EpisodeStatus.Waiting).Sum(c => c.Count),
            g.Where(c => c.Status == EpisodeStatus.Waiting).Min(c => c.Since)));
    }
}
