using Lapwing.Data;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accommodation;

/// <summary>How long a vacancy may be held for one household, and how old a provider's number may be before a page says so. Both are this partnership's own;
/// a hold that outlives a working day keeps a bed empty that somebody else needs tonight.</summary>
public sealed record AccommodationSettings
{
    /// <summary>The concern under which <see cref="StoredSettings"/> keeps them.</summary>
    public const string Concern = "accommodation";

    public const int MostHours = 72;

    public int HoldHours { get; init; } = 4;
    public int StaleHours { get; init; } = 24;

    /// <summary>A sanctuary is looked at again so long after it was fitted.</summary>
    public int SanctuaryReviewDays { get; init; } = 90;

    public IEnumerable<(string Member, string Message)> Problems()
    {
        if (HoldHours is < 1 or > MostHours)
            yield return (nameof(HoldHours), $"The number of hours must be from 1 to {MostHours}");
        if (StaleHours is < 1 or > 720)
            yield return (nameof(StaleHours), "The number of hours must be from 1 to 720");
        if (SanctuaryReviewDays is < 1 or > 730)
            yield return (nameof(SanctuaryReviewDays), "The number of days must be from 1 to 730");
    }

    public static async Task<AccommodationSettings> ReadAsync(PartnershipDb db, CancellationToken ct = default) =>
        (await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Concern == Concern, ct))?.Read<AccommodationSettings>() ?? new();
}
