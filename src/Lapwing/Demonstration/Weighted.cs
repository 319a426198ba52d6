namespace Lapwing.Demonstration;

/// <summary>
/// Draws from a list with weights in the same time whatever its length: the alias method (Walker 1977, as improved by Vose,
/// IEEE Transactions on Software Engineering 17, 1991).
/// </summary>
/// <typeparam name="T">What is drawn.</typeparam>
public sealed class Weighted<T>
{
    private readonly T[] values;
    private readonly double[] keep;
    private readonly int[] alias;

    /// <param name="choices">Each value with its weight, at least 0; the weights need not sum to anything.</param>
    /// <exception cref="ArgumentException">There is no value with a weight above 0.</exception>
    public Weighted(IEnumerable<(T Value, double Weight)> choices)
    {
        var list = choices.ToArray();
        var total = list.Sum(c => c.Weight);
        if (total <= 0)
        {
            throw new ArgumentException("There must be a weight above 0.", nameof(choices));
        }
        values = [.. list.Select(c => c.Value)];
        keep = [.. list.Select(c => c.Weight * list.Length / total)];
        alias = [.. Enumerable.Range(0, list.Length)];
        var small = new Stack<int>(alias.Where(i => keep[i] < 1));
        var large = new Stack<int>(alias.Where(i => keep[i] >= 1));
        while (small.Count > 0 && large.Count > 0)
        {
            var (poor, rich) = (small.Pop(), large.Peek());
            alias[poor] = rich;
            keep[rich] -= 1 - keep[poor];
            if (keep[rich] < 1)
            {
                small.Push(large.Pop());
            }
        }
    }

    /// <summary>One value.</summary>
    public T Draw(ref Seeded seeded)
    {
        var i = seeded.Below(values.Length);
        return alias[i] == i || seeded.Chance(keep[i]) ? values[i] : values[alias[i]];
    }
}
