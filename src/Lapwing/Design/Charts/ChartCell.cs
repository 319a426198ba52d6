using System.Globalization;
using System.Text.RegularExpressions;

namespace Lapwing.Design.Charts;

/// <summary>
/// One figure of a chart: the words a reader sees, and the number behind them, which is null when it is withheld.
/// The drawing is made from <see cref="Display"/> and never from <see cref="Value"/>: a bar can then say nothing that the words do not,
/// even when a caller rounds the words and forgets to round the number.
/// </summary>
public sealed partial record ChartCell(string Display, double? Value)
{
    public static ChartCell Withheld { get; } = new("suppressed", null);

    public bool IsWithheld => Drawn is null;

    /// <summary>The number to draw; null when it is withheld, or when the words are no number ("fewer than 5").</summary>
    public double? Drawn => Value is null ? null : Read(Display);

    private static double? Read(string display)
    {
        var match = Number().Match(display.Trim());
        if (!match.Success) return null;
        var number = double.Parse(match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return number * match.Groups["unit"].Value switch { "k" => 1e3, "m" or "million" => 1e6, _ => 1 } * (match.Groups["minus"].Success ? -1 : 1);
    }

    /// <summary>A number with at most a pound sign before and a percent sign, a magnitude or one word such as "days" after.</summary>
    [GeneratedRegex(@"^(?<minus>[-−])?£?(?<number>\d[\d,]*(\.\d+)?)\s*(?<unit>%|k|m|[a-z]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}

/// <summary>Figures that belong together, one for each category.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<ChartCell> Cells);
