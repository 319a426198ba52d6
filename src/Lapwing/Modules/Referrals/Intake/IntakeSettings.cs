using Lapwing.Data;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Intake;

/// <summary>How this partnership's front door works: how long unfinished referrals are kept, how long those who triage may see the file,
/// and what counts as a repeat.</summary>
public sealed record IntakeSettings
{
    /// <summary>The concern under which <see cref="StoredSettings"/> keeps them.</summary>
    public const string Concern = "intake";

    /// <summary>Days after its last change for which an unfinished referral is kept. Then it is deleted.</summary>
    public int DraftDays { get; init; } = 7;

    /// <summary>Months for which the front door, and the referrer's outcome, stay in the circle of a new file.</summary>
    public int CircleMonths { get; init; } = 12;

    /// <summary>Months after the last referral within which the same victim and the same person causing harm are a repeat:
    /// twelve "from date of last referral" (SafeLives, definition of repeat; domain facts b2).</summary>
    public int RepeatMonths { get; init; } = 12;

    /// <summary>What is wrong with them, by member; empty when they can be used.</summary>
    public IEnumerable<(string Member, string Message)> Problems()
    {
        if (DraftDays is < 1 or > 90)
            yield return (nameof(DraftDays), "Unfinished referrals are kept from 1 to 90 days");
        if (CircleMonths is < 1 or > 36)
            yield return (nameof(CircleMonths), "Access to a new file lasts from 1 to 36 months");
        if (RepeatMonths is < 1 or > 36)
            yield return (nameof(RepeatMonths), "A repeat is counted within 1 to 36 months");
    }

    /// <summary>This partnership's settings, or the defaults.</summary>
    public static async Task<IntakeSettings> ReadAsync(PartnershipDb db, CancellationToken ct = default) =>
        (await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Concern == Concern, ct))?.Read<IntakeSettings>() ?? new();
}
