using System.Globalization;

namespace Lapwing.Design.Charts;

/// <summary>A trend. A withheld figure breaks the line: to draw on across it would be to guess it.</summary>
internal static class LineChart
{
    private const double Left = 64, Height = 300;

    public static string Draw(Chart chart)
    {
        var several = chart.Series.Count > 1;
        var legend = Canvas.LegendHeight(chart);
        var (top, bottom, right) = (legend, legend + Height, Canvas.Width - 30.0);
        var canvas = new Canvas(chart, bottom + 64);
        canvas.Legend(chart, points: true);

        var scale = new Scale(chart.Series.SelectMany(s => s.Cells.Select(c => c.Drawn)), bottom, top + 14);
        foreach (var tick in scale.Ticks)
        {
            canvas.Line(Left, scale.Place(tick), right, scale.Place(tick));
            canvas.Text(Left - 10, scale.Place(tick) + 5, tick.ToString("#,0.##", CultureInfo.InvariantCulture), "end", quiet: true);
        }
        canvas.Line(Left, scale.Place(0), right, scale.Place(0), "#0b0c0c");

        var between = (right - Left - 50) / Math.Max(1, chart.Categories.Count - 1);
        double Across(int i) => chart.Categories.Count == 1 ? (Left + right) / 2 : Left + 25 + i * between;
        Names(canvas, chart.Categories, Across, between, bottom);
        foreach (var (series, style) in chart.Series.Select((s, i) => (s, i)))
        {
            foreach (var run in Runs(series.Cells)) canvas.Path(run.Select(p => (Across(p.Index), scale.Place(p.Value))), style);
            foreach (var (cell, i) in series.Cells.Select((c, i) => (c, i)))
            {
                if (cell.Drawn is { } value)
                {
                    canvas.Point(Across(i), scale.Place(value), style);
                    if (!several && chart.Categories.Count <= 12) canvas.Plate(Across(i), scale.Place(value) - 12, cell.Display);
                }
                // On the ground and of one size, one place for each series.
                else canvas.Gap(Across(i) - 8 * chart.Series.Count + 16 * style, bottom - 18, 16, 16);
            }
        }
        return canvas.ToString();
    }

    /// <summary>Unbroken stretches of shown figures.</summary>
    private static IEnumerable<List<(int Index, double Value)>> Runs(IReadOnlyList<ChartCell> cells)
    {
        var run = new List<(int, double)>();
        for (var i = 0; i <= cells.Count; i++)
        {
            if (i < cells.Count && cells[i].Drawn is { } value)
            {
                run.Add((i, value));
                continue;
            }
            if (run.Count > 1) yield return run;
            run = [];
        }
    }

    /// <summary>As many names as there is room for, the last one always among them.</summary>
    private static void Names(Canvas canvas, IReadOnlyList<string> names, Func<int, double> across, double between, double bottom)
    {
        var lines = names.Select(n => Canvas.Wrap(n, 9)).ToList();
        var every = Math.Max(1, (int)Math.Ceiling((lines.Max(l => l.Max(Canvas.TextWidth)) + 8) / between));
        for (var i = names.Count - 1; i >= 0; i -= every)
        {
            foreach (var (line, n) in lines[i].Select((l, n) => (l, n))) canvas.Text(across(i), bottom + 20 + n * 18, line, "middle");
        }
    }
}
