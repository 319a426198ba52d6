using System.Collections.Concurrent;

namespace Lapwing.Modules.People.Linkage;

/// <summary>People to be compared with each other, in memory: finds all that are likely the same person, and whoever is likely the same as one more.
/// Built once, then read by any number of threads.</summary>
public sealed class PeopleRegister
{
    private readonly NameEntry[] names;
    private readonly LinkageRecord[] records;
    private readonly int[] givenBearers, familyBearers;
    private readonly int givenOf, familyOf;

    /// <param name="records">Everybody.</param>
    /// <param name="book">Their names.</param>
    public PeopleRegister(LinkageRecord[] records, NameBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        (this.records, names) = (records, book.ToArray());
        (givenBearers, familyBearers) = (new int[names.Length], new int[names.Length]);
        foreach (var record in records)
        {
            givenBearers[record.Given]++;
            familyBearers[record.Family]++;
        }
        (givenOf, familyOf) = (records.Length - givenBearers[0], records.Length - familyBearers[0]);
    }

    /// <summary>How often two of them drawn at random have the same first name.</summary>
    internal double GivenByChance => givenOf == 0 ? 0 : givenBearers.Skip(1).Sum(bearers => Math.Pow(bearers / (double)givenOf, 2));

    /// <summary>How many there are.</summary>
    public int Count => records.Length;

    /// <summary>How two agree.</summary>
    public Pattern Compare(int one, int other) => Comparison.Of(records[one], records[other], names);

    /// <summary>Learns from these people what agreement tells.</summary>
    public LearnedModel Learn() => Learning.From(this, records, names);

    /// <summary>All pairs that are likely the same person under a model, in the order of their places.</summary>
    public IReadOnlyList<LikelyMatch> FindAll(LinkageModel model, CancellationToken ct = default)
    {
        var (found, least) = (new List<LikelyMatch>(), model.WeightFor(LinkageModel.LikelyFrom));
        var weights = Weights(model);
        var keys = new ulong[LinkageBlocks.Count][];
        for (var kind = 0; kind < LinkageBlocks.Count; kind++)
        {
            ct.ThrowIfCancellationRequested();
            keys[kind] = KeysOf(kind);
            var block = new SortedBlock(keys[kind]);
            var (before, bag) = (keys[..kind], new ConcurrentBag<List<LikelyMatch>>());
            block.EachPair((one, other, mine) =>
            {
                foreach (var earlier in before)
                    if (earlier[one] == earlier[other] && earlier[one] != 0)
                        return;
                var agrees = Comparison.Of(records[one], records[other], names);
                var weight = WeightOf(agrees, one, weights, model);
                if (weight >= least)
                    mine.Add(new(Math.Min(one, other), Math.Max(one, other), agrees, weight));
            }, bag, ct);
            found.AddRange(bag.SelectMany(part => part));
        }
        found.Sort((a, b) => (a.One, a.Other).CompareTo((b.One, b.Other)));
        return found;
    }

    /// <summary>The sum of the weights of a pattern, with how common the names are that are the same.</summary>
    public double WeightOf(Pattern agrees, int one, LinkageModel model) => WeightOf(agrees, one, Weights(model), model);

    /// <summary>How many bear this one's first name and family name, and of how many.</summary>
    public (int Given, int OfGiven, int Family, int OfFamily) BearersOf(int one) =>
        (givenBearers[records[one].Given], givenOf, familyBearers[records[one].Family], familyOf);

    /// <summary>Ready for asking about one person at a time.</summary>
    public RegisterIndex Index() => new(this, records, names, [.. Enumerable.Range(0, LinkageBlocks.Count).Select(kind => new SortedBlock(KeysOf(kind)))]);

    internal double WeightOf(Pattern agrees, int one, double[] weights, LinkageModel model)
    {
        var sum = 0d;
        for (var field = 0; field < Pattern.Fields; field++)
        {
            var agreement = agrees[(LinkageField)field];
            sum += agreement == Agreement.Same && field == (int)LinkageField.GivenName ? model.WeightOfSame(LinkageField.GivenName, givenBearers[records[one].Given], givenOf)
                : agreement == Agreement.Same && field == (int)LinkageField.FamilyName ? model.WeightOfSame(LinkageField.FamilyName, familyBearers[records[one].Family], familyOf)
                : weights[field * Pattern.Levels + (int)agreement];
        }
        return sum;
    }

    internal static double[] Weights(LinkageModel model) =>
        [.. Enumerable.Range(0, Pattern.Fields * Pattern.Levels).Select(i => model.WeightOf((LinkageField)(i / Pattern.Levels), (Agreement)(i % Pattern.Levels)))];

    private ulong[] KeysOf(int kind)
    {
        var keys = new ulong[records.Length];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = LinkageBlocks.KeyOf(kind, records[i], names);
        return keys;
    }
}
