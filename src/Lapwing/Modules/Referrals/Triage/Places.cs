using Lapwing.Data;
using Lapwing.Modules.Casework.Capacity;
using Lapwing.Modules.Pathways;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Triage;

/// <summary>How many places each service has left and how many people wait: <see cref="ServiceUse"/> beside the directory.</summary>
public static class Places
{
    /// <summary>Of every service, as the routing rules want it.</summary>
    /// <param name="db">Open for the viewer.</param>
    public static async Task<IReadOnlyList<ServiceFacts>> CountAsync(Partnerships partnerships, PartnershipDb db, CancellationToken ct)
    {
        var use = await ServiceUse.CountAsync(partnerships, db.Session.Address, db.Viewer, ct);
        return [.. (await db.Services.AsNoTracking().OrderBy(s => s.Number).ToListAsync(ct)).Select(s => (Service: s, Use: use.GetValueOrDefault(s.Id, ServiceUse.Count.None)))
            .Select(s => new ServiceFacts(s.Service.Id, s.Service.Name, s.Service.Stage, s.Service.Eligibility,
                s.Service.Capacity is { } capacity ? Math.Max(0, capacity - s.Use.Open) : null, s.Use.Waiting))];
    }

    /// <summary>How full the services of the viewer's own teams are.</summary>
    public static async Task<IReadOnlyList<ServiceLoad>> OfMyTeamsAsync(Partnerships partnerships, PartnershipDb db, CancellationToken ct)
    {
        var teams = db.Viewer.Teams.ToArray();
        var use = await ServiceUse.CountAsync(partnerships, db.Session.Address, db.Viewer, ct);
        return [.. (await db.Services.AsNoTracking().Where(s => teams.Contains(s.Team)).OrderBy(s => s.Name).Select(s => new { s.Id, s.Name, s.Capacity }).ToListAsync(ct))
            .Select(s => new ServiceLoad(s.Name, s.Capacity, use.GetValueOrDefault(s.Id, ServiceUse.Count.None)))];
    }
}

/// <summary>How full one service is.</summary>
public sealed record ServiceLoad(string Name, int? Capacity, ServiceUse.Count Use);
