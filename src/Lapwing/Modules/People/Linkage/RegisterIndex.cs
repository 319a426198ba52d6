namespace Lapwing.Modules.People.Linkage;

/// <summary>A register made ready for asking about one person at a time.</summary>
public sealed class RegisterIndex
{
    private readonly PeopleRegister register;
    private readonly LinkageRecord[] records;
    private readonly NameEntry[] names;
    private readonly SortedBlock[] blocks;

    internal RegisterIndex(PeopleRegister register, LinkageRecord[] records, NameEntry[] names, SortedBlock[] blocks) =>
        (this.register, this.records, this.names, this.blocks) = (register, records, names, blocks);

    /// <summary>Whoever is likely the same as this person, the likeliest first. Names that nobody of the register has must be in the book before the register is made.</summary>
    public IReadOnlyList<LikelyMatch> LikelyTheSame(LinkageRecord person, LinkageModel model)
    {
        var seen = new HashSet<int>();
        var (found, least, weights) = (new List<LikelyMatch>(), model.WeightFor(LinkageModel.LikelyFrom), PeopleRegister.Weights(model));
        for (var kind = 0; kind < blocks.Length; kind++)
        {
            foreach (var place in blocks[kind].With(LinkageBlocks.KeyOf(kind, person, names)))
            {
                if (!seen.Add(place))
                    continue;
                var agrees = Comparison.Of(person, records[place], names);
                var weight = register.WeightOf(agrees, place, weights, model);
                if (weight >= least)
                    found.Add(new(place, place, agrees, weight));
            }
        }
        return [.. found.OrderByDescending(f => f.Weight).ThenBy(f => f.Other)];
    }
}
