using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Capacity;

/// <summary>How full each service is, counted from the support episodes and never typed. It looks past circles, because a full service is full
/// whoever asks, and brings back numbers only.</summary>
public static class ServiceUse
{
    /// <summary>Counted no further, unless a service has more places: a page says "1,000 or more" as soon as it knows that.</summary>
    private const int Far = 1_000;

    /// <param name="Open">People supported now.</param>
    /// <param name="Waiting">Accepted, without a worker yet.</param>
    /// <param name="WaitingSince">When the one who has waited longest was accepted.</param>
    /// <param name="Limit">Both numbers are counted up to here.</param>
    public sealed record Count(int Open, int Waiting, DateTime? WaitingSince, int Limit)
    {
        public static Count None { get; } = new(0, 0, null, Far);

        public string OpenText => Text(Open);
        public string WaitingText => Text(Waiting);

        private string Text(int number) => number < Limit ? $"{number}" : $"{Limit:N0} or more";
    }

    public static async Task<IReadOnlyDictionary<Id<Service>, Count>> CountAsync(Partnerships partnerships, string address, Viewer viewer, CancellationToken ct)
    {
        await using var db = await partnerships.OpenAsync(address, NeedToKnow.Unrestricted(viewer, UnrestrictedReason.Figures), ct);
        var limit = Math.Max(Far, 1 + await db.Services.MaxAsync(s => s.Capacity, ct) ?? 0);
        return await db.Services.AsNoTracking().Select(s => new
        {
            s.Id,
            Open = db.SupportEpisodes.Where(e => e.Service == s.Id && e.Status == EpisodeStatus.Open).Take(limit).Count(),
            Waiting = db.SupportEpisodes.Where(e => e.Service == s.Id && e.Status == EpisodeStatus.Waiting).Take(limit).Count(),
            Since = db.SupportEpisodes.Where(e => e.Service == s.Id && e.Status == EpisodeStatus.Waiting).Min(e => e.AnsweredAt),
        }).ToDictionaryAsync(s => s.Id, s => new Count(s.Open, s.Waiting, s.Since, limit), ct);
    }
}
