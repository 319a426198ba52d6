using Lapwing.Modules.Figures.Disclosure;

namespace Lapwing.Tests.Modules.Figures.Disclosure;

/// <summary>Invented records with coded attributes, and tallies counted from them: a quarter of referrals in a town that does not exist.</summary>
internal sealed class Town
{
    public static readonly Dimension Level = Plain("level", 4);
    public static readonly Dimension Source = Plain("source", 9);
    public static readonly Dimension Pathway = Plain("pathway", 7);
    public static readonly Dimension Who = Plain("who", 3);
    public static readonly Dimension Outcome = Plain("outcome", 3);
    public static readonly Dimension Age = Plain("age", 6);
    public static readonly Dimension Ethnicity = Plain("ethnicity", 11);

    /// <summary>Wards in three localities: a hierarchy.</summary>
    public static readonly Dimension Area = new("area", "Area",
        Enumerable.Range(0, 3).SelectMany(l => Enumerable.Range(0, 3).Select(w => new Category($"ward-{l}{w}", $"Ward {l}{w}", $"locality-{l}")).Prepend(new Category($"locality-{l}", $"Locality {l}"))));

    private static readonly Dimension[] s_all = [Level, Source, Pathway, Who, Outcome, Age, Ethnicity, Area];
    private readonly List<(string Quarter, string[] Codes, Guid Id)> _records = [];

    public Town(int seed, int perQuarter, params string[] quarters)
    {
        var random = new Random(seed);
        foreach (var quarter in quarters)
        {
            for (var i = 0; i < perQuarter; i++)
            {
                var id = new byte[16];
                random.NextBytes(id);
                _records.Add((quarter, [.. s_all.Select(d => Pick(d, random))], new Guid(id)));
            }
        }
    }

    /// <summary>A table of one quarter, with any filter already in the measure's name.</summary>
    public Tally Table(string code, string measure, string quarter, Func<Func<Dimension, string>, bool>? only = null, params Dimension[] by) =>
        Count(new TallyBuilder(code, code, measure).Within("quarter", quarter), _records.Where(r => r.Quarter == quarter), only, by);

    /// <summary>A trend: quarters, without a total, by other dimensions.</summary>
    public Tally Trend(string code, string measure, Dimension quarters, params Dimension[] by) =>
        Count(new TallyBuilder(code, code, measure).By(quarters), _records.Where(r => quarters.Categories.Any(c => c.Code == r.Quarter)), null, by, quarters);

    private static Tally Count(TallyBuilder builder, IEnumerable<(string Quarter, string[] Codes, Guid Id)> records, Func<Func<Dimension, string>, bool>? only, Dimension[] by, Dimension? quarters = null)
    {
        foreach (var dimension in by)
            builder.By(dimension);
        foreach (var group in records.Where(r => only is null || only(d => r.Codes[Array.IndexOf(s_all, d)]))
            .GroupBy(r => string.Join('|', by.Select(d => r.Codes[Array.IndexOf(s_all, d)]).Prepend(quarters is null ? "" : r.Quarter))))
        {
            var categories = group.Key.Split('|').Skip(quarters is null ? 1 : 0).ToArray();
            builder.Cell(group.Count(), [.. group.Select(r => r.Id)], categories);
        }
        return builder.Build();
    }

    private static Dimension Plain(string code, int categories) => new(code, code, Enumerable.Range(0, categories).Select(i => new Category($"{code}-{i}", $"{code} {i}")));

    /// <summary>Unequal shares, so that large, small and empty cells all occur.</summary>
    private static string Pick(Dimension dimension, Random random)
    {
        var leaves = dimension.Categories.Where(c => dimension.Categories.All(o => o.Parent != c.Code)).ToList();
        var at = 0;
        while (at < leaves.Count - 1 && random.NextDouble() < 0.62)
            at++;
        return leaves[at].Code;
    }
}
