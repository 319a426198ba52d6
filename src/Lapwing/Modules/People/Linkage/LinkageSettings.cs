using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.People.Linkage;

/// <summary>What was learned at the last look through everybody: shares of agreements, never a name.</summary>
/// <param name="Steps">How many steps each of the two estimations took until the numbers had settled; 0 where there was too little to learn from.</param>
public sealed record LinkageSettings(LinkageModel Model, DateTime? LearnedAt, int People, int[] Steps)
{
    public const string Concern = "linkage";

    /// <summary>Before the first look.</summary>
    public static LinkageSettings Starting { get; } = new(LinkageModel.Starting, null, 0, []);

    public static async Task<LinkageSettings> ReadAsync(PartnershipDb db, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Concern == Concern, ct) is { } stored ? stored.Read<LinkageSettings>() : Starting;
    }

    public static async Task KeepAsync(PartnershipDb db, Act act, LinkageSettings settings, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.Settings.SingleOrDefaultAsync(s => s.Concern == Concern, ct) is { } stored)
            stored.Change(act, settings);
        else
            db.Settings.Add(StoredSettings.Keep(act, Concern, settings));
    }
}
