using System.Globalization;

namespace Lapwing.Design.Charts;

/// <summary>Lying bars: names of services and agencies are long, and beside a lying bar there is room for them.</summary>
internal static class BarChart
{
    private const double Left = 230, Right = Canvas.Width - 90, Thick = 24, Between = 16, GapWidth = 30;

    public static string Draw(Chart chart)
    {
        var stacked = chart.Kind == ChartKind.Stacked;
        var rows = chart.Categories.Select((_, i) => chart.Series.Select(s => s.Cells[i]).ToList()).ToList();
        var thickness = stacked ? Thick + 6 : Thick * chart.Series.Count;
        var wrapped = chart.Categories.Select(c => Canvas.Wrap(c, 27)).ToList();
        var heights = wrapped.Select(lines => Math.Max(thickness, lines.Count * 18.0)).ToList();
        var legend = Canvas.LegendHeight(chart);
        var canvas = new Canvas(chart, legend + heights.Sum(h => h + Between) + 34);
        canvas.Legend(chart, points: false);

        var scale = new Scale(stacked ? rows.Select(r => (double?)r.Sum(c => c.Drawn ?? 0)) : rows.SelectMany(r => r.Select(c => c.Drawn)), Left, Right);
        var (top, bottom) = (legend, legend + heights.Sum(h => h + Between));
        foreach (var tick in scale.Ticks)
        {
            canvas.Line(scale.Place(tick), top, scale.Place(tick), bottom);
            canvas.Text(scale.Place(tick), bottom + 20, tick.ToString("#,0.##", CultureInfo.InvariantCulture), "middle", quiet: true);
        }

        var y = top + Between / 2;
        foreach (var (row, i) in rows.Select((r, i) => (r, i)))
        {
            var middle = y + heights[i] / 2;
            foreach (var (line, n) in wrapped[i].Select((l, n) => (l, n)))
            {
                canvas.Text(Left - 12, middle + 5 + (n - (wrapped[i].Count - 1) / 2.0) * 18, line, "end");
            }
            if (stacked) Stack(canvas, scale, row, middle - thickness / 2, thickness);
            else Beside(canvas, scale, row, middle - thickness / 2);
            y += heights[i] + Between;
        }
        canvas.Line(scale.Place(0), top, scale.Place(0), bottom, "#0b0c0c");
        return canvas.ToString();
    }

    private static void Beside(Canvas canvas, Scale scale, List<ChartCell> row, double y)
    {
        foreach (var (cell, style) in row.Select((c, i) => (c, i)))
        {
            if (cell.Drawn is { } value)
            {
                var (from, to) = (scale.Place(Math.Min(0, value)), scale.Place(Math.Max(0, value)));
                canvas.Bar(from, y + 1, to - from, Thick - 2, style);
                canvas.Text(to + 8, y + 17, cell.Display, bold: true);
            }
            else
            {
                canvas.Gap(scale.Place(0), y + 1, GapWidth, Thick - 2);
                canvas.Text(scale.Place(0) + GapWidth + 8, y + 17, cell.Display, quiet: true);
            }
            y += Thick;
        }
    }

    /// <summary>Known parts first, then one sign for all that is withheld: where it stands and how wide it is depend on nothing withheld.</summary>
    private static void Stack(Canvas canvas, Scale scale, List<ChartCell> row, double y, double thickness)
    {
        var sum = 0.0;
        foreach (var (cell, style) in row.Select((c, i) => (c, i)).Where(p => p.c.Drawn > 0))
        {
            var (from, to) = (scale.Place(sum), scale.Place(sum + cell.Drawn!.Value));
            canvas.Bar(from, y, to - from, thickness, style);
            if (to - from > Canvas.TextWidth(cell.Display) + 10) canvas.Plate((from + to) / 2, y + thickness / 2 + 5, cell.Display);
            sum += cell.Drawn.Value;
        }
        if (row.Any(c => c.IsWithheld)) canvas.Gap(scale.Place(sum) + 3, y, GapWidth, thickness);
    }
}
