using System.Globalization;

namespace Lapwing.Modules.Places.Allocation;

/// <summary>What a borough brings to the sharing.</summary>
/// <param name="Area">The number of its area in the directory.</param>
/// <param name="Need">A count that all agree on, such as high-risk cases heard in a year.</param>
/// <param name="FixedShare">The agreed number, where the rule is fixed shares.</param>
public sealed record BoroughNeed(int Area, int Need, int FixedShare = 0);

/// <summary>What a borough gets, with the arithmetic that anybody can do again.</summary>
public sealed record BoroughSeats(int Area, int Need, int Seats, string Working);

/// <summary>The places of a pool as they are shared: those of the boroughs, those open to all and the reserve are all there are, in every case.</summary>
/// <param name="Remarks">What was decided by a rule that the numbers alone do not show: ties, no need at all.</param>
public sealed record Seats(int Total, int Reserve, int Common, IReadOnlyList<BoroughSeats> Boroughs, IReadOnlyList<string> Remarks)
{
    internal const string NoNeed = "No borough states a need, so each counts the same.";
    internal const string TooFew = "There are fewer places than boroughs with a need, so not each can have one.";

    public int Of(int area) => Boroughs.FirstOrDefault(b => b.Area == area)?.Seats ?? 0;

    /// <summary>The needs by which is shared: where nobody has any, all have the same.</summary>
    internal static IReadOnlyList<BoroughNeed> Comparable(IReadOnlyList<BoroughNeed> boroughs, List<string> remarks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(boroughs.Count == 0 ? 0 : boroughs.Min(b => b.Need));
        if (boroughs.Count == 0 || boroughs.Any(b => b.Need > 0))
            return boroughs;
        remarks.Add(NoNeed);
        return [.. boroughs.Select(b => b with { Need = 1 })];
    }

    /// <summary>A fraction with two decimals; the reckoning itself never rounds.</summary>
    internal static string Decimal(long numerator, long denominator) =>
        Math.Round((decimal)numerator / denominator, 2).ToString("0.00", CultureInfo.InvariantCulture);
}
