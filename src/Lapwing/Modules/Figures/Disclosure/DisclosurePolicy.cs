using System.Globalization;

namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>
/// What one audience may be shown. The presets follow published practice (docs: domain facts b6): suppression below 5 with true zeros shown
/// (Ofqual rounding policy, 30 Oct 2025), below 10 (UK LLC), rounding to the nearest 5, percentages on a base under 22.5 and averages on 7 or
/// fewer suppressed (HESA). Each number can be set by the partnership.
/// </summary>
public sealed record DisclosurePolicy
{
    /// <summary>Suppression below 5 with complementary cells.</summary>
    public static DisclosurePolicy Board { get; } = new() { Name = "Below 5", Audience = "board", Threshold = 5 };

    /// <summary>Suppression below 10, everything else rounded to 5.</summary>
    public static DisclosurePolicy Public { get; } = new() { Name = "Below 10, rounded to 5", Audience = "public", Threshold = 10, RoundingBase = 5 };

    /// <summary>Nothing hidden, for those who have the right to the raw numbers.</summary>
    public static DisclosurePolicy Trusted { get; } = new() { Name = "Nothing hidden", Audience = "trusted", Threshold = 1, PercentageBase = 1, MedianBase = 1 };

    public required string Name { get; init; }
    public required string Audience { get; init; }

    /// <summary>Counts from 1 to one less than this are protected; 1 protects nothing.</summary>
    public required int Threshold { get; init; }
    public ZeroRule Zero { get; init; } = ZeroRule.Shown;

    /// <summary>Counts that are shown are rounded to the nearest multiple, halves up; 1 for no rounding.</summary>
    public int RoundingBase { get; init; } = 1;

    /// <summary>A percentage is shown when its denominator, as displayed, is at least this.</summary>
    public double PercentageBase { get; init; } = 22.5;
    public int PercentageDecimals { get; init; }

    /// <summary>A median is shown when its base, as displayed, is at least this.</summary>
    public double MedianBase { get; init; } = 8;

    /// <summary>Shown for a protected count; empty for "fewer than" and the threshold.</summary>
    public string SmallText { get; init; } = "";

    /// <summary>Shown for a number withheld so that another cannot be worked out ([c] is the Analysis Function's shorthand for confidential).</summary>
    public string WithheldText { get; init; } = "[c]";

    /// <summary>Shown for a percentage or median on too few ([u] is the Analysis Function's shorthand for low reliability).</summary>
    public string LowBaseText { get; init; } = "[u]";

    internal string Small => SmallText.Length > 0 ? SmallText : string.Create(CultureInfo.InvariantCulture, $"fewer than {Threshold}");

    /// <summary>The least protected count.</summary>
    internal int Least => Zero == ZeroRule.Hidden ? 0 : 1;

    /// <summary>How many different whole numbers must stay possible for every protected count.</summary>
    public int Width => Threshold - Least;

    internal bool Protects(int count) => count >= Least && count < Threshold;

    internal int Round(int count) => RoundingBase == 1 ? count : (2 * count + RoundingBase) / (2 * RoundingBase) * RoundingBase;

    /// <summary>Refuses numbers that would protect nobody or round a shown count to nothing.</summary>
    internal DisclosurePolicy Validated()
    {
        Demand(Name.Length > 0 && Audience.Length > 0, "needs a name and an audience");
        Demand(Threshold is 1 or (>= 3 and <= 100), "needs a threshold of 1 (nothing hidden) or from 3 to 100");
        Demand(Threshold > 1 || Zero == ZeroRule.Shown, "cannot hide zeros and nothing else");
        Demand(RoundingBase is >= 1 and <= 100 && RoundingBase <= 2 * Threshold, "needs a rounding base from 1 to 100 that is at most twice the threshold");
        Demand(PercentageBase >= 1 && MedianBase >= 1 && PercentageDecimals is >= 0 and <= 2, "needs bases of at least 1 and at most 2 decimals");
        Demand(WithheldText.Length > 0 && LowBaseText.Length > 0 && WithheldText != Small, "needs a text for each mark, and different ones for small and withheld");
        Demand(!WithheldText.Any(char.IsAsciiDigit) && !LowBaseText.Any(char.IsAsciiDigit), "has a mark that could be read as a number");
        return this;
    }

    private void Demand(bool holds, string otherwise)
    {
        if (!holds)
            throw new ArgumentException($"Disclosure policy '{Name}' {otherwise}.");
    }
}
