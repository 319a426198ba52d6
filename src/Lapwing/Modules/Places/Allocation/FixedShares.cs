using Lapwing.Access;

namespace Lapwing.Modules.Places.Allocation;

/// <summary>Each borough has the number that was agreed; what is over is open to all.</summary>
public static class FixedShares
{
    /// <exception cref="RuleBroken">The agreed shares are more than there is.</exception>
    public static Seats Share(IReadOnlyList<BoroughNeed> boroughs, int total, int reserve)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(boroughs.Count == 0 ? 0 : boroughs.Min(b => b.FixedShare));
        var agreed = boroughs.Sum(b => b.FixedShare);
        if (agreed > total - reserve)
            throw new RuleBroken("shares-too-many", $"The agreed shares come to {agreed}, and there are {total - reserve} places to share. Agree on smaller shares first.");
        return new(total, reserve, total - reserve - agreed, [.. boroughs.Select(b => new BoroughSeats(b.Area, b.Need, b.FixedShare, $"Agreed: {b.FixedShare}"))], []);
    }
}
