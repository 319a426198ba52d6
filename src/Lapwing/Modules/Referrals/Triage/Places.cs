using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Pathways;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Triage;

/// <summary>How many places each service has and how many people wait, counted from the support episodes themselves. It counts past the circles,
/// because a full service is full whoever asks; nothing but two numbers for each service leaves this class.</summary>
public static class Places
{
    public static async Task<IReadOnlyList<ServiceFacts>> CountAsync(Partnerships partnerships, string partnership, Viewer viewer, CancellationToken ct)
    {
        await using var db = await partnerships.OpenAsync(partnership, NeedToKnow.Unrestricted(viewer, UnrestrictedReason.Figures), ct);
        var services = await db.Services.AsNoTracking().OrderBy(s => s.Number).ToListAsync(ct);
        var counts = await db.SupportEpisodes
            .Where(e => e.Status == EpisodeStatus.Open || e.Status == EpisodeStatus.Waiting)
            .GroupBy(e => new { e.Service, e.Status }).Select(g => new { g.Key.Service, g.Key.Status, Number = g.Count() }).ToListAsync(ct);
        return [.. services.Select(s => new ServiceFacts(s.Id, s.Name, s.Stage, s.Eligibility,
            s.Capacity is { } capacity ? Math.Max(0, capacity - Of(s, EpisodeStatus.Open)) : null, Of(s, EpisodeStatus.Waiting)))];

        int Of(Service service, EpisodeStatus status) => counts.SingleOrDefault(c => c.Service == service.Id && c.Status == status)?.Number ?? 0;
    }

    /// <summary>How full the services of the viewer's own teams are, and since when the first of those who wait has waited.</summary>
    public static async Task<IReadOnlyList<ServiceLoad>> OfMyTeamsAsync(Partnerships partnerships, string partnership, Viewer viewer, CancellationToken ct)
    {
        await using var db = await partnerships.OpenAsync(partnership, NeedToKnow.Unrestricted(viewer, UnrestrictedReason.Figures), ct);
        var teams = viewer.Teams.ToArray();
        var services = await db.Services.AsNoTracking().Where(s => teams.Contains(s.Team)).OrderBy(s => s.Name).Select(s => new { s.Id, s.Name, s.Capacity }).ToListAsync(ct);
        var ids = services.Select(s => s.Id).ToArray();
        var counts = await db.SupportEpisodes
            .Where(e => ids.Contains(e.Service) && (e.Status == EpisodeStatus.Open || e.Status == EpisodeStatus.Waiting))
            .GroupBy(e => new { e.Service, e.Status })
            .Select(g => new { g.Key.Service, g.Key.Status, Number = g.Count(), Since = g.Min(e => e.AnsweredAt) }).ToListAsync(ct);
        return [.. services.Select(s =>
        {
            var (open, waiting) = (counts.SingleOrDefault(c => c.Service == s.Id && c.Status == EpisodeStatus.Open), counts.SingleOrDefault(c => c.Service == s.Id && c.Status == EpisodeStatus.Waiting));
            return new ServiceLoad(s.Name, s.Capacity, open?.Number ?? 0, waiting?.Number ?? 0, waiting?.Since);
        })];
    }
}

/// <summary>How full one service is, counted from its support episodes.</summary>
/// <param name="WaitingSince">When the one who has waited longest was accepted.</param>
public sealed record ServiceLoad(string Name, int? Capacity, int Open, int Waiting, DateTime? WaitingSince);
