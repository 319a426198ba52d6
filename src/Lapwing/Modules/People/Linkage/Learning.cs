namespace Lapwing.Modules.People.Linkage;

/// <summary>A model and how it was learned.</summary>
/// <param name="ByDate">From pairs with the same birth date: everything but the birth date.</param>
/// <param name="ByName">From pairs with the same two names: everything but the names.</param>
public sealed record LearnedModel(LinkageModel Model, Estimated ByDate, Estimated ByName);

/// <summary>Learns a model from a register: what different people have in common from pairs at random, what the same person's records have from two sets
/// of pairs, each chosen by what the other learns.</summary>
internal static class Learning
{
    private const int RandomPairs = 2_000_000;
    private const int MostPairs = 1_500_000;

    /// <summary>With fewer pairs at random than these there is nothing to learn from.</summary>
    private const int FewestRecords = 500;

    private static readonly LinkageField[] AllButDate = [LinkageField.GivenName, LinkageField.FamilyName, LinkageField.Phone, LinkageField.Gender, LinkageField.Area];
    private static readonly LinkageField[] AllButNames = [LinkageField.Born, LinkageField.Phone, LinkageField.Gender, LinkageField.Area];

    public static LearnedModel From(PeopleRegister register, LinkageRecord[] records, NameEntry[] names)
    {
        var nothing = new Estimated([], [], 0, []);
        if (records.Length < FewestRecords)
            return new(LinkageModel.Starting, nothing, nothing);
        var u = Estimation.Different(Count(records, names, AtRandom(records.Length)));
        var dates = new SortedBlock([.. records.Select(r => LinkageBlocks.KeyOf(0, r, names))]);
        var byDate = Estimation.Same(Count(records, names, dates.Sample(MostPairs)), AllButDate, u, LinkageField.GivenName);
        // First names come and go with the years: two people born on one day share one more often than any two.
        Array.Copy(byDate.U, (int)LinkageField.GivenName * Pattern.Levels, u, (int)LinkageField.GivenName * Pattern.Levels, Pattern.Levels);
        var fullNames = new SortedBlock([.. records.Select(r => r.Given == 0 || r.Family == 0 ? 0UL : ((ulong)(uint)r.Given << 32) | (uint)r.Family)]);
        var byName = Estimation.Same(Count(records, names, fullNames.Sample(MostPairs)), AllButNames, u);
        var m = new double[Pattern.Fields * Pattern.Levels];
        for (var i = 0; i < m.Length; i++)
            m[i] = i / Pattern.Levels == (int)LinkageField.Born ? byName.M[i] : byDate.M[i];
        var same = byDate.Share * dates.Pairs() / Math.Max(.1, m[(int)LinkageField.Born * Pattern.Levels + (int)Agreement.Same]);
        var prior = Math.Clamp(same / ((double)records.Length * (records.Length - 1) / 2), 1e-12, .1);
        return new(new(prior, m, u) { GivenByChance = register.GivenByChance }, byDate, byName);
    }

    private static long[] Count(LinkageRecord[] records, NameEntry[] names, IEnumerable<(int One, int Other)> pairs)
    {
        var counts = new long[Pattern.Bound];
        foreach (var (one, other) in pairs)
            counts[Comparison.Of(records[one], records[other], names).Packed]++;
        return counts;
    }

    /// <summary>Pairs by a fixed sequence: not secret, the same each time (a linear congruential generator with Knuth's constants).</summary>
    private static IEnumerable<(int One, int Other)> AtRandom(int of)
    {
        var state = 20_261_128UL;
        for (var n = 0; n < Math.Min(RandomPairs, (long)of * of / 4); n++)
        {
            var (one, other) = (Next(), Next());
            if (one != other)
                yield return (one, other);
        }

        int Next()
        {
            state = state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407;
            return (int)(((state >> 32) * (ulong)of) >> 32);
        }
    }
}
