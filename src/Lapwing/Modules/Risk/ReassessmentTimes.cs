namespace Lapwing.Modules.Risk;

/// <summary>
/// When somebody is assessed again. Risk is a snapshot (domain facts b1 [S27][S28]): no national number says how long one holds, so all are settings.
/// The defaults are ours: a week after something happened, and otherwise the sooner the higher the level.
/// </summary>
public sealed record ReassessmentTimes
{
    public static ReassessmentTimes Default { get; } = new();

    /// <summary>The longest of any of these, in days or weeks.</summary>
    public const int Longest = 104;

    public int DaysAfterEvent { get; init; } = 7;
    public int WeeksHigh { get; init; } = 4;
    public int WeeksMedium { get; init; } = 8;
    public int WeeksStandard { get; init; } = 13;

    /// <summary>For how many weeks an assessment of this level holds when nothing happens.</summary>
    public int WeeksAt(RiskLevel level) => level switch { RiskLevel.High => WeeksHigh, RiskLevel.Medium => WeeksMedium, _ => WeeksStandard };

    public IEnumerable<(string Member, string Message)> Problems()
    {
        if (DaysAfterEvent is < 0 or > Longest)
            yield return (nameof(DaysAfterEvent), $"The days after something happened must be from 0 to {Longest}");
        foreach (var (member, weeks) in new[] { (nameof(WeeksHigh), WeeksHigh), (nameof(WeeksMedium), WeeksMedium), (nameof(WeeksStandard), WeeksStandard) })
            if (weeks is < 1 or > Longest)
                yield return (member, $"The weeks must be from 1 to {Longest}");
    }
}
