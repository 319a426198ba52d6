using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Risk;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals;

/// <summary>How soon a partnership promises to triage a referral and to make first safe contact, in hours of its own opening hours.
/// Bank holidays of England do not count. What is not yet assessed is held to the promise for high risk: nobody knows that it is lower.</summary>
public sealed record ClockSettings
{
    /// <summary>The concern under which <see cref="StoredSettings"/> keeps them.</summary>
    public const string Concern = "clocks";

    /// <summary>The longest target: a working month.</summary>
    public const int LongestTarget = 200;

    public string OpeningHours { get; init; } = "Mon-Fri 09:00-17:00";

    /// <summary>Working hours from receipt to the decision at triage.</summary>
    public int TriageHigh { get; init; } = 4;
    public int TriageMedium { get; init; } = 8;
    public int TriageStandard { get; init; } = 16;

    /// <summary>Working hours from receipt to the first contact through a safe channel.</summary>
    public int ContactHigh { get; init; } = 8;
    public int ContactMedium { get; init; } = 16;
    public int ContactStandard { get; init; } = 40;

    /// <summary>The opening hours as a calendar.</summary>
    public WorkingHours Hours() => new(WeeklyHours.Parse(OpeningHours), BankHolidays.England);

    public int TriageHours(RiskLevel level) => Of(level, TriageHigh, TriageMedium, TriageStandard);

    public int ContactHours(RiskLevel level) => Of(level, ContactHigh, ContactMedium, ContactStandard);

    public DateTime TriageDue(DateTime receivedAt, RiskLevel level) => Hours().AddHours(receivedAt, TriageHours(level));

    public DateTime ContactDue(DateTime receivedAt, RiskLevel level) => Hours().AddHours(receivedAt, ContactHours(level));

    /// <summary>Whole working minutes from receipt, as facts keep them.</summary>
    public int MinutesSince(DateTime receivedAt, DateTime now) => (int)Math.Min(int.MaxValue, Hours().ElapsedMinutes(receivedAt, now));

    /// <summary>What is wrong with them, by member; empty when they can be used.</summary>
    public IEnumerable<(string Member, string Message)> Problems()
    {
        if (!WeeklyHours.TryParse(OpeningHours, null, out _))
            yield return (nameof(OpeningHours), "Opening hours must be written like Mon-Fri 09:00-17:00, Sat 10:00-13:00");
        foreach (var (member, hours) in new[]
        {
            (nameof(TriageHigh), TriageHigh), (nameof(TriageMedium), TriageMedium), (nameof(TriageStandard), TriageStandard),
            (nameof(ContactHigh), ContactHigh), (nameof(ContactMedium), ContactMedium), (nameof(ContactStandard), ContactStandard),
        })
        {
            if (hours is < 1 or > LongestTarget)
                yield return (member, $"A target must be from 1 to {LongestTarget} working hours");
        }
        if (TriageMedium < TriageHigh || TriageStandard < TriageMedium)
            yield return (nameof(TriageHigh), "A higher risk cannot wait longer for triage than a lower one");
        if (ContactMedium < ContactHigh || ContactStandard < ContactMedium)
            yield return (nameof(ContactHigh), "A higher risk cannot wait longer for first contact than a lower one");
    }

    /// <summary>This partnership's clocks, or the defaults.</summary>
    public static async Task<ClockSettings> ReadAsync(PartnershipDb db, CancellationToken ct = default) =>
        (await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Concern == Concern, ct))?.Read<ClockSettings>() ?? new();

    private static int Of(RiskLevel level, int high, int medium, int standard) => level switch
    {
        RiskLevel.Standard => standard,
        RiskLevel.Medium => medium,
        _ => high,
    };
}
