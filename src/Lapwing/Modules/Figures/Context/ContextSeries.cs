using System.Globalization;
using Lapwing.Modules.Directory;
using Lapwing.Time;

namespace Lapwing.Modules.Figures.Context;

/// <summary>
/// An official series that stands beside a partnership's own figures and never mixes with them: by borough and month, with what one must know to read it.
/// </summary>
public sealed class ContextSeries
{
    private readonly Dictionary<(string Area, int Month), long> values;

    private ContextSeries(Dictionary<(string Area, int Month), long> values)
    {
        this.values = values;
        (FirstMonth, LastMonth) = (Day(values.Keys.Min(k => k.Month)), Day(values.Keys.Max(k => k.Month)));
    }

    /// <summary>Police-recorded offences of violence against women and girls in the boroughs of London, January 2014 to February 2026.</summary>
    public static ContextSeries VawgOffences { get; } = new(Load("Data.mps-vawg-offences-by-borough-and-month.csv"))
    {
        Code = "mps-vawg-offences",
        Title = "Police-recorded violence against women and girls offences",
        Unit = "offences",
        Base = "All offences of violence against women and girls, by the borough and month in which they were recorded; not domestic abuse alone, and a count, not a rate.",
        Source = "Metropolitan Police Service, violence against women and girls dashboard, London Datastore",
        Attribution = "Contains Metropolitan Police Service data published on the London Datastore",
        Licence = "Open Government Licence v2",
    };

    /// <summary>A stable code.</summary>
    public required string Code { get; init; }

    /// <summary>What is counted, as a heading.</summary>
    public required string Title { get; init; }

    /// <summary>The unit of a value.</summary>
    public required string Unit { get; init; }

    /// <summary>What the values are counted among, and what they are not.</summary>
    public required string Base { get; init; }

    /// <summary>Who publishes it and where.</summary>
    public required string Source { get; init; }

    /// <summary>The words that the licence demands wherever it is shown.</summary>
    public required string Attribution { get; init; }

    /// <summary>The licence.</summary>
    public required string Licence { get; init; }

    /// <summary>The first day of the first month.</summary>
    public DateOnly FirstMonth { get; }

    /// <summary>The first day of the last month.</summary>
    public DateOnly LastMonth { get; }

    /// <summary>The period, source and licence in one line, for the foot of a table or chart.</summary>
    public string Note => string.Create(CultureInfo.GetCultureInfo("en-GB"), $"{Source}, {FirstMonth:MMMM yyyy} to {LastMonth:MMMM yyyy}. {Attribution}, {Licence}. {Base}");

    /// <summary>A borough's month; null when the series has none.</summary>
    /// <param name="gssCode">The borough's code, for example E09000002.</param>
    /// <param name="month">Any day of the month.</param>
    public long? InMonth(string gssCode, DateOnly month) => values.TryGetValue((gssCode, Index(month)), out var value) ? value : null;

    /// <summary>A borough's quarter; null unless all three months are there, because two months of three would read as a fall.</summary>
    public ContextFigure? In(string gssCode, Quarter quarter) =>
        Sum(gssCode, quarter) is { } value ? new ContextFigure(quarter, value, quarter.Year > Quarter.FirstYear ? Sum(gssCode, quarter.YearBefore) : null) : null;

    /// <summary>A consortium's quarter: the sum of its boroughs; null unless every borough has all three months.</summary>
    public ContextFigure? In(IEnumerable<string> gssCodes, Quarter quarter)
    {
        ArgumentNullException.ThrowIfNull(gssCodes);
        var boroughs = gssCodes.Select(code => In(code, quarter)).ToList();
        return boroughs.Count == 0 || boroughs.Contains(null)
            ? null
            : new ContextFigure(quarter, boroughs.Sum(b => b!.Value), boroughs.All(b => b!.YearBefore is not null) ? boroughs.Sum(b => b!.YearBefore) : null);
    }

    /// <summary>The last quarters up to this one for a chart, oldest first; those that are not complete are left out.</summary>
    public IReadOnlyList<ContextFigure> Last(string gssCode, Quarter quarter, int count) => [.. quarter.Last(count).Select(q => In(gssCode, q)).OfType<ContextFigure>()];

    private long? Sum(string gssCode, Quarter quarter) =>
        InMonth(gssCode, quarter.Start) + InMonth(gssCode, quarter.Start.AddMonths(1)) + InMonth(gssCode, quarter.Start.AddMonths(2));

    private static int Index(DateOnly day) => day.Year * 12 + day.Month - 1;

    private static DateOnly Day(int index) => new(index / 12, index % 12 + 1, 1);

    /// <summary>Reads unit, borough, month, value. "Other" and "Unknown" are no boroughs and belong to nobody's paper.</summary>
    private static Dictionary<(string Area, int Month), long> Load(string resource)
    {
        using var stream = typeof(ContextSeries).Assembly.GetManifestResourceStream(typeof(ContextSeries), resource)
            ?? throw new InvalidOperationException($"The series {resource} is missing from the program.");
        using var reader = new StreamReader(stream);
        var codes = LondonBorough.All.ToDictionary(b => b.Name, b => b.GssCode, StringComparer.Ordinal);
        var values = new Dictionary<(string, int), long>();
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            if (cells[1] is not ("Other" or "Unknown"))
            {
                var month = DateOnly.ParseExact(cells[2] + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
                values.Add((codes[cells[1]], Index(month)), long.Parse(cells[3], NumberStyles.None, CultureInfo.InvariantCulture));
            }
        }
        return values;
    }
}
