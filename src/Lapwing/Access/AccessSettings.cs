using Lapwing.Data;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Access;

/// <summary>What a partnership decides for itself about access; the defaults are those of the permission model.</summary>
public sealed record AccessSettings
{
    /// <summary>The concern under which <see cref="StoredSettings"/> keeps them.</summary>
    public const string Concern = "access";

    /// <summary>The longest that a file may be shared at once, in months.</summary>
    public int SharingMonths { get; init; } = 6;

    /// <summary>How long somebody who entered in an emergency may look.</summary>
    public int EmergencyMinutes { get; init; } = 60;

    /// <summary>How often one member may enter in an emergency within 24 hours.</summary>
    public int EmergenciesInADay { get; init; } = 3;

    /// <summary>Working hours within which a guardian judges an entry: one working day.</summary>
    public int JudgeHours { get; init; } = 8;

    /// <summary>The front door goes on seeing both sides of a family after a service has accepted. See <c>docs/adr/never-both-sides.md</c>.</summary>
    public bool FrontDoorKeepsBothSides { get; init; }

    /// <summary>For how many days a form that was sent is remembered, so that sending it again does nothing.</summary>
    public int FormDays { get; init; } = 30;

    public IEnumerable<(string Member, string Message)> Problems()
    {
        if (SharingMonths is < 1 or > 12)
            yield return (nameof(SharingMonths), "A file can be shared for 1 to 12 months at a time");
        if (EmergencyMinutes is < 5 or > 240)
            yield return (nameof(EmergencyMinutes), "An emergency lasts from 5 to 240 minutes");
        if (EmergenciesInADay is < 1 or > 10)
            yield return (nameof(EmergenciesInADay), "Entries in 24 hours must be from 1 to 10");
        if (FormDays is < 1 or > 365)
            yield return (nameof(FormDays), "A sent form is remembered for 1 to 365 days");
        if (JudgeHours is < 1 or > 40)
            yield return (nameof(JudgeHours), "A guardian judges within 1 to 40 working hours");
    }

    public static async Task<AccessSettings> ReadAsync(PartnershipDb db, CancellationToken ct = default) =>
        (await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Concern == Concern, ct))?.Read<AccessSettings>() ?? new();
}
