namespace Lapwing.Modules.Places.Allocation;

/// <summary>By which rule the places of a pool are shared among its boroughs.</summary>
public enum AllocationRule { FixedShares, LargestRemainder, SainteLague, FirstCome }

/// <summary>How the rules read, and which function works each out.</summary>
public static class AllocationRules
{
    public static string Title(this AllocationRule rule) => rule switch
    {
        AllocationRule.FixedShares => "Fixed shares",
        AllocationRule.LargestRemainder => "In proportion to need, by largest remainder",
        AllocationRule.SainteLague => "In proportion to need, by Sainte-Laguë",
        _ => "First come",
    };

    public static string Says(this AllocationRule rule) => rule switch
    {
        AllocationRule.FixedShares => "Each borough has the number that was agreed. What is over is open to all.",
        AllocationRule.LargestRemainder => "Each borough gets the whole part of its quota; the places left over go to the largest remainders. No borough is more than one place from its quota. With one place more in all, a borough can have one fewer.",
        AllocationRule.SainteLague => "Place after place goes to the borough with the largest need divided by 1, 3, 5 and so on. With one place more in all, no borough ever has fewer.",
        _ => "Places belong to no borough. Who is ready first has the place; when none is left, the line decides.",
    };

    /// <param name="total">All places of the pool, the reserve among them.</param>
    public static Seats Share(this AllocationRule rule, IReadOnlyList<BoroughNeed> boroughs, int total, int reserve, bool atLeastOne)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(reserve);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reserve, total);
        return rule switch
        {
            AllocationRule.FixedShares => FixedShares.Share(boroughs, total, reserve),
            AllocationRule.LargestRemainder => LargestRemainder.Share(boroughs, total, reserve, atLeastOne),
            AllocationRule.SainteLague => SainteLague.Share(boroughs, total, reserve, atLeastOne),
            _ => FirstCome.Share(boroughs, total, reserve),
        };
    }
}
