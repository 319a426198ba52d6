using Lapwing.Data;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.People.Orders;

/// <summary>How early a worker is told that an order ends: four weeks, unless the partnership says otherwise, leave time for advice and for asking a court for another.</summary>
public sealed record OrderSettings
{
    /// <summary>The concern under which <see cref="StoredSettings"/> keeps them.</summary>
    public const string Concern = "orders";

    public const int Fewest = 1, Most = 365;

    public int ReminderDays { get; init; } = 28;

    public IEnumerable<(string Member, string Message)> Problems()
    {
        if (ReminderDays is < Fewest or > Most)
            yield return (nameof(ReminderDays), $"The number of days must be from {Fewest} to {Most}");
    }

    public static async Task<OrderSettings> ReadAsync(PartnershipDb db, CancellationToken ct = default) =>
        (await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Concern == Concern, ct))?.Read<OrderSettings>() ?? new();
}
