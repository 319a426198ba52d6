namespace Lapwing.Modules.People.Linkage;

/// <summary>Names that stand for one another: Liz and Elizabeth, Mohamed and Muhammad (from sdglinkage, MIT licence; see Data/name-variants.txt).
/// Names are folded as <see cref="PlainName"/> folds them.</summary>
public static class NameVariants
{
    private static readonly Lazy<Dictionary<string, string[]>> Table = new(Read);

    /// <summary>The names that stand for this one; none when there are none, or it is no name of the table.</summary>
    public static IReadOnlyList<string> Of(string part) => Table.Value.GetValueOrDefault(part, []);

    /// <summary>Whether one stands for the other.</summary>
    public static bool Are(string one, string other) => Array.IndexOf(Table.Value.GetValueOrDefault(one, []), other) >= 0;

    /// <summary>Both ways round: whoever is looked for as Liz may be kept as Elizabeth, and the other way.</summary>
    private static Dictionary<string, string[]> Read()
    {
        using var stream = typeof(Person).Assembly.GetManifestResourceStream(typeof(Person), "Data.name-variants.csv")
            ?? throw new InvalidOperationException("The variants of names are missing from the program.");
        using var reader = new StreamReader(stream);
        var both = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var names = line.Split(',');
            foreach (var variant in names.AsSpan(1))
            {
                Add(names[0], variant);
                Add(variant, names[0]);
            }
        }
        return both.ToDictionary(b => b.Key, b => b.Value.Order(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

        void Add(string one, string other)
        {
            if (!both.TryGetValue(one, out var set))
                both[one] = set = new(StringComparer.Ordinal);
            set.Add(other);
        }
    }
}
