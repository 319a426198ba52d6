namespace Lapwing.Modules.Directory;

/// <summary>A borough of London, or the City. Codes and names: Office for National Statistics, Open Government Licence v3.0.</summary>
/// <param name="GssCode">Its Government Statistical Service code, for example E09000002.</param>
/// <param name="Name">Its name, for example Barking and Dagenham.</param>
/// <param name="CommandUnit">The basic command unit of the Metropolitan Police; empty for the City.</param>
public sealed record LondonBorough(string GssCode, string Name, string CommandUnit)
{
    /// <summary>All 33 in the order of their codes.</summary>
    public static IReadOnlyList<LondonBorough> All { get; } = Load();

    /// <summary>The borough with a code; null when there is none.</summary>
    public static LondonBorough? OfCode(string? gssCode) => All.FirstOrDefault(b => b.GssCode == gssCode);

    /// <summary>The borough with a name, whatever its case; null when there is none.</summary>
    public static LondonBorough? OfName(string? name) => All.FirstOrDefault(b => b.Name.Equals(name?.Trim(), StringComparison.OrdinalIgnoreCase));

    private static List<LondonBorough> Load()
    {
        using var stream = typeof(LondonBorough).Assembly.GetManifestResourceStream(typeof(LondonBorough), "Data.london-boroughs.csv")
            ?? throw new InvalidOperationException("The boroughs are missing from the program.");
        using var reader = new StreamReader(stream);
        List<LondonBorough> boroughs = [];
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            boroughs.Add(new LondonBorough(cells[0], cells[1], cells[2]));
        }
        return boroughs;
    }
}
