using System.Globalization;

namespace Lapwing.Bench;

/// <summary>What to measure and on what. Everything has a default, so that <c>make bench</c> needs nothing.</summary>
/// <param name="Referrals">Referrals of the one partnership; made on the first run and kept for the next.</param>
/// <param name="Folder">Where the data is made. Nothing of it is needed afterwards.</param>
/// <param name="Postgres">A connection to PostgreSQL; without one only SQLite is measured.</param>
/// <param name="Parts">Which measurements, by name; all when empty.</param>
internal sealed record Options(int Referrals, string Folder, string? Postgres, IReadOnlySet<string> Parts, string? Report)
{
    public const string Usage = """
        Lapwing.Bench [--referrals N] [--folder DIR] [--postgres CONNECTION] [--only sqlite|postgres] [--parts pages,search,figures,recording,claims,import,linkage,matching]
                      [--search "full name"] [--connections 1,16,64] [--people N] [--report FILE]
        """;

    /// <summary>How many made-up people are searched for those who are there twice; in memory alone.</summary>
    public int People { get; private init; } = 1_000_000;

    /// <summary>Whether anything is measured that needs a partnership with its database.</summary>
    public bool NeedsSite => Parts.Count == 0 || Parts.Any(part => part != "linkage");

    private bool OnSqlite { get; init; } = true;

    /// <summary>The one kind of search that is measured; all when not given.</summary>
    public string? Search { get; init; }

    /// <summary>On how many connections referrals are recorded; on every number when empty.</summary>
    public IReadOnlySet<int> Connections { get; init; } = new HashSet<int>();

    /// <summary>Nothing stands for SQLite.</summary>
    public IEnumerable<string?> Engines => ((string?[])[OnSqlite ? "" : null, Postgres]).OfType<string>().Select(engine => engine.Length == 0 ? null : engine);

    public static Options Parse(string[] args)
    {
        var given = args.Chunk(2).ToDictionary(pair => pair[0], pair => pair.Length == 2 ? pair[1] : throw new ArgumentException(Usage));
        if (given.Keys.Except(["--referrals", "--folder", "--postgres", "--only", "--parts", "--report", "--search", "--connections", "--people"]).Any())
            throw new ArgumentException(Usage);
        var postgres = given.GetValueOrDefault("--postgres") ?? Environment.GetEnvironmentVariable("LAPWING_BENCH_POSTGRES");
        var only = given.GetValueOrDefault("--only");
        return new(int.Parse(given.GetValueOrDefault("--referrals", "100000"), CultureInfo.InvariantCulture),
            Path.GetFullPath(given.GetValueOrDefault("--folder", Path.Combine(Path.GetTempPath(), "lapwing-bench"))),
            only == "sqlite" || string.IsNullOrEmpty(postgres) ? null : postgres,
            given.GetValueOrDefault("--parts", "").Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(), given.GetValueOrDefault("--report"))
        {
            OnSqlite = only != "postgres", Search = given.GetValueOrDefault("--search"), People = int.Parse(given.GetValueOrDefault("--people", "1000000"), CultureInfo.InvariantCulture),
            Connections = given.GetValueOrDefault("--connections", "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToHashSet(),
        };
    }

    public bool Has(string part) => Parts.Count == 0 || Parts.Contains(part);
}
