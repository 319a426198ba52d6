namespace Lapwing.Modules.Places;

/// <summary>How a number is shown outside the trusted roles.</summary>
public sealed record ShownCount(int? Exact, bool IsFewer, int Threshold)
{
    public override string ToString() => Exact is { } number ? $"{number}" : IsFewer ? $"fewer than {Threshold}" : "not shown";
}

/// <summary>
/// A share below the threshold reads "fewer than 10" (domain facts, table: the share of one borough of Drive). A number that stands beside a known sum would give it away
/// again, so numbers that are not small are left out too until nobody can narrow a small one by more than the words say; where even that is not enough, the sum is not shown.
/// Trusted roles see the numbers: the pool's panel and whoever runs the programme.
/// </summary>
public static class SmallCounts
{
    public const int Threshold = 10;

    /// <summary>The numbers as everybody may see them, the same for every borough.</summary>
    /// <returns>The numbers in their order, and their sum or null when it would tell too much.</returns>
    public static (IReadOnlyList<ShownCount> Counts, int? Sum) Show(IReadOnlyList<int> counts, int threshold = Threshold)
    {
        var fewer = counts.Select(count => count < threshold).ToArray();
        var hidden = new bool[counts.Count];
        if (!fewer.Any(small => small))
            return ([.. counts.Select(count => new ShownCount(count, false, threshold))], counts.Sum());
        while (!IsSafe(counts, fewer, hidden, threshold))
        {
            var next = Enumerable.Range(0, counts.Count).Where(i => !fewer[i] && !hidden[i]).OrderBy(i => counts[i]).ThenBy(i => i).Cast<int?>().FirstOrDefault();
            if (next is not { } smallest)
                return (Shown(), null);
            hidden[smallest] = true;
        }
        return (Shown(), counts.Sum());

        IReadOnlyList<ShownCount> Shown() => [.. counts.Select((count, i) => new ShownCount(fewer[i] || hidden[i] ? null : count, fewer[i], threshold))];
    }

    /// <summary>Whether whoever knows the sum and the words can still not say more of any small number than that it is below the threshold.</summary>
    private static bool IsSafe(IReadOnlyList<int> counts, bool[] fewer, bool[] hidden, int threshold)
    {
        var open = Enumerable.Range(0, counts.Count).Where(i => fewer[i] || hidden[i]).ToList();
        var rest = open.Sum(i => counts[i]);
        foreach (var i in open.Where(i => fewer[i]))
        {
            var others = open.Where(o => o != i).ToList();
            var most = Math.Min(threshold - 1, rest - others.Sum(o => fewer[o] ? 0 : threshold));
            var least = Math.Max(0, rest - others.Sum(o => fewer[o] ? threshold - 1L : rest) is var bound && bound > 0 ? (int)bound : 0);
            if (least > 0 || most < threshold - 1)
                return false;
        }
        return true;
    }
}
