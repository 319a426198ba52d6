namespace Lapwing.Modules.Figures.Disclosure.Solving;

/// <summary>A protected number and, so far, the fillings in which it is least and greatest.</summary>
internal sealed class Goal(Variable variable, Reader reader)
{
    private static readonly Witness s_truth = new(new Dictionary<int, int>());

    public Variable Variable { get; } = variable;
    public Reader Reader { get; } = reader;
    public Witness Lowest { get; private set; } = s_truth;
    public Witness Highest { get; private set; } = s_truth;
    public int Low => Lowest[Variable];
    public int High => Highest[Variable];
    public bool IsMet => High - Low + 1 >= Reader.Width;

    /// <summary>The earlier releases alone had already narrowed it.</summary>
    public bool KnownBefore { get; set; }

    /// <summary>Keeps a filling if it widens what is possible.</summary>
    public void Offer(Witness witness)
    {
        var value = witness[Variable];
        if (value < Low)
            Lowest = witness;
        if (value > High)
            Highest = witness;
    }

    public (Witness, Witness) Held() => (Lowest, Highest);

    public void Restore((Witness Lowest, Witness Highest) held) => (Lowest, Highest) = held;

    /// <summary>Drops the fillings in which some other number takes a value that the reader can now exclude; says whether there were any.</summary>
    public bool Distrust(int variable, Bounds reckons)
    {
        var low = Lowest.Changed.TryGetValue(variable, out var least) && !reckons.Contains(least);
        var high = Highest.Changed.TryGetValue(variable, out var greatest) && !reckons.Contains(greatest);
        if (low)
            Lowest = s_truth;
        if (high)
            Highest = s_truth;
        return low || high;
    }
}
