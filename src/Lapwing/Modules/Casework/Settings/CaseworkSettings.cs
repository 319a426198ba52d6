using Lapwing.Data;
using Lapwing.Modules.Casework.Measuring;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Settings;

/// <summary>What a partnership decides about its casework.</summary>
public sealed record CaseworkSettings
{
    /// <summary>The concern under which <see cref="StoredSettings"/> keeps them.</summary>
    public const string Concern = "casework";

    /// <summary>The most that the server itself takes.</summary>
    public const int MostMegabytes = 200;

    /// <summary>A manager of the team confirms that support ends. Without it a worker ends it alone.</summary>
    public bool ManagerConfirmsEnd { get; init; } = true;

    public int LargestDocumentMegabytes { get; init; } = 25;

    /// <summary>The outcomes in use, as <c>code/version</c>; null is what ships with the program.</summary>
    public string? Outcomes { get; init; }

    public static async Task<CaseworkSettings> ReadAsync(PartnershipDb db, CancellationToken ct = default) =>
        (await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Concern == Concern, ct))?.Read<CaseworkSettings>() ?? new();

    /// <summary>The outcomes that are measured now.</summary>
    public static async Task<OutcomePack> PackAsync(PartnershipDb db, CancellationToken ct = default) =>
        (await ReadAsync(db, ct)).Outcomes is { } name
        && (await db.OutcomePacks.AsNoTracking().ToListAsync(ct)).FirstOrDefault(p => p.Name == name) is { } stored ? OutcomePack.Parse(stored.Json) : OutcomePack.Shipped;
}
