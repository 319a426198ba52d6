using Lapwing.Modules.Figures.Disclosure;

namespace Lapwing.Modules.Figures.Settings;

/// <summary>What the form says of one audience's policy, and what is wrong with it.</summary>
public sealed class PolicyAnswers
{
    /// <summary>The least that published practice accepts (Ofqual: 1 to 4 become "fewer than 5").</summary>
    public const int LeastWithoutReason = 5;

    public const int ReasonLimit = 1_000;

    public int? Threshold { get; set; }
    public ZeroRule? Zero { get; set; }
    public int? RoundingBase { get; set; }
    public double? PercentageBase { get; set; }
    public double? MedianBase { get; set; }
    public string? Reason { get; set; }

    public static PolicyAnswers Of(DisclosurePolicy policy) => new()
    {
        Threshold = policy.Threshold, Zero = policy.Zero, RoundingBase = policy.RoundingBase, PercentageBase = policy.PercentageBase, MedianBase = policy.MedianBase,
    };

    /// <summary>The policy as it would be, under a name that says what it does.</summary>
    public DisclosurePolicy Onto(DisclosurePolicy policy)
    {
        var (threshold, zero, rounding) = (Threshold ?? 0, Zero ?? ZeroRule.Shown, RoundingBase ?? 0);
        return policy with
        {
            Name = $"Below {threshold}{(zero == ZeroRule.Hidden ? ", zero included" : "")}{(rounding > 1 ? $", rounded to {rounding}" : "")}",
            Threshold = threshold, Zero = zero, RoundingBase = rounding, PercentageBase = PercentageBase ?? 0, MedianBase = MedianBase ?? 0,
        };
    }

    /// <summary>What changes, in words; empty when nothing does.</summary>
    public static string Change(DisclosurePolicy before, DisclosurePolicy after) => string.Join("; ", Parts(before, after).Where(p => p.Before != p.After).Select(p => $"{p.Name} {p.Before} → {p.After}"));

    /// <summary>What is wrong, by member. A policy never weakens silently, and the public is never shown more than the board.</summary>
    public IEnumerable<(string Member, string Message)> Problems(DisclosurePolicies now, string audience)
    {
        if (Threshold is not (>= 3 and <= 100))
            yield return (nameof(Threshold), "The smallest count that is shown must be a whole number from 3 to 100: below 3 nobody is protected");
        if (Zero is null)
            yield return (nameof(Zero), "Choose what is shown when nobody is counted");
        if (RoundingBase is not (>= 1 and <= 100))
            yield return (nameof(RoundingBase), "Counts must be rounded to a whole number from 1 to 100");
        else if (Threshold is { } least and >= 3 && RoundingBase > 2 * least)
            yield return (nameof(RoundingBase), $"Counts cannot be rounded to more than {2 * least}, twice the smallest count that is shown");
        if (PercentageBase is not (>= 1 and <= 1_000))
            yield return (nameof(PercentageBase), "The base of a percentage must be from 1 to 1,000");
        if (MedianBase is not (>= 1 and <= 1_000))
            yield return (nameof(MedianBase), "The base of a median must be from 1 to 1,000");
        if (Reason?.ReplaceLineEndings("\n").Length > ReasonLimit)
            yield return (nameof(Reason), $"The reason must be {ReasonLimit:N0} characters or fewer");
        if (Threshold is null || Zero is null)
            yield break;
        var (before, after) = (now.For(audience), Onto(now.For(audience)));
        var (board, @public) = audience == "board" ? (after, now.Public) : (now.Board, after);
        if (@public.Threshold < board.Threshold)
            yield return (nameof(Threshold), audience == "board"
                ? $"The public is shown counts from {@public.Threshold}, so the board cannot be shown fewer. Change the public's policy first"
                : $"The board is shown counts from {board.Threshold}, so the public cannot be shown smaller ones");
        if (board.Zero == ZeroRule.Hidden && @public.Zero == ZeroRule.Shown)
            yield return (nameof(Zero), audience == "board" ? "The public is shown zeros, so the board cannot be denied them. Change the public's policy first" : "The board is not shown zeros, so the public cannot be");
        if (!string.IsNullOrWhiteSpace(Reason))
            yield break;
        if (Weakens(before, after))
            yield return (nameof(Reason), "Say why: this protects less than before");
        else if (after.Threshold < LeastWithoutReason && before != after)
            yield return (nameof(Reason), $"Say why counts below {LeastWithoutReason} may be shown");
    }

    private static bool Weakens(DisclosurePolicy before, DisclosurePolicy after) =>
        after.Threshold < before.Threshold || after.Zero < before.Zero || after.RoundingBase < before.RoundingBase || after.PercentageBase < before.PercentageBase || after.MedianBase < before.MedianBase;

    internal static IEnumerable<(string Name, string Before, string After)> Parts(DisclosurePolicy before, DisclosurePolicy after) =>
    [
        ("smallest count", $"{before.Threshold}", $"{after.Threshold}"), ("zero", Title(before.Zero), Title(after.Zero)), ("rounding", $"{before.RoundingBase}", $"{after.RoundingBase}"),
        ("base of a percentage", $"{before.PercentageBase:0.##}", $"{after.PercentageBase:0.##}"), ("base of a median", $"{before.MedianBase:0.##}", $"{after.MedianBase:0.##}"),
    ];

    public static string Title(ZeroRule rule) => rule == ZeroRule.Shown ? "shown" : "hidden";
}
