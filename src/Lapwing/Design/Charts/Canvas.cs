using System.Globalization;
using System.Xml.Linq;

namespace Lapwing.Design.Charts;

/// <summary>The sheet that charts are drawn on: shapes, words, and fills that differ in pattern as well as in colour.</summary>
internal sealed class Canvas
{
    public const int Width = 760, Styles = 6;
    private const string Font = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif", Ink = "#0b0c0c", Quiet = "#484949";
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly string[] Colours = ["#0b5a5e", "#8a4b08", "#54319f", "#1a65a6", "#ca3535", "#3a3d40"];
    private static readonly string?[] Lines = [null, "M-2 2l4-4M0 8l8-8M6 10l4-4", "M0 4h8", "M4 0v8", "M0 0l8 8M8 0l-8 8", "M2 2h3v3h-3z"];

    private static readonly string[] Dashes = ["none", "9 5", "2 5", "12 4 3 4", "5 3", "16 6"];
    private static readonly string[] Marks = ["", "M-5-5h10v10h-10z", "M0-6L6 5H-6z", "M0-7L6 0 0 7-6 0z", "M-5-5h10v10h-10z", "M0 6L6-5H-6z"];

    private readonly XElement root;
    private readonly string id;

    public Canvas(Chart chart, double height)
    {
        id = chart.Id;
        root = new XElement(Svg + "svg",
            new XAttribute("role", "img"), new XAttribute("aria-labelledby", $"{id}-title {id}-desc"),
            new XAttribute("viewBox", $"0 0 {Width} {Number(height)}"), new XAttribute("width", Width), new XAttribute("height", Number(height)),
            new XAttribute("font-family", Font), new XAttribute("font-size", 15), new XAttribute("fill", Ink),
            new XElement(Svg + "title", new XAttribute("id", id + "-title"), CleanText.Of(chart.Title)),
            new XElement(Svg + "desc", new XAttribute("id", id + "-desc"), CleanText.Of(chart.Described)),
            new XElement(Svg + "defs", Enumerable.Range(0, chart.Series.Count).Select(Pattern), Hatch()));
        Add("rect", ("width", Width), ("height", height), ("fill", "#ffffff"));
    }

    public override string ToString() => root.ToString(SaveOptions.DisableFormatting);

    public void Bar(double x, double y, double width, double height, int style) =>
        Add("rect", ("x", x), ("y", y), ("width", width), ("height", height), ("fill", FillOf(style)), ("stroke", Colours[style]), ("stroke-width", 1.5));

    /// <summary>The first is plain, which a word processor that knows no patterns draws too.</summary>
    private string FillOf(int style) => style == 0 ? Colours[0] : $"url(#{id}-fill-{style})";

    /// <summary>The sign for a withheld figure: always of one size, so that it tells nothing.</summary>
    public void Gap(double x, double y, double width, double height) =>
        Add("rect", ("x", x), ("y", y), ("width", width), ("height", height), ("fill", $"url(#{id}-gap)"), ("stroke", Quiet), ("stroke-dasharray", "3 3"));

    public void Line(double x1, double y1, double x2, double y2, string colour = "#cecece") =>
        Add("line", ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2), ("stroke", colour));

    public void Path(IEnumerable<(double X, double Y)> points, int style) => Add("polyline",
        ("points", string.Join(' ', points.Select(p => $"{Number(p.X)},{Number(p.Y)}"))), ("fill", "none"), ("stroke", Colours[style]), ("stroke-width", 3),
        ("stroke-linejoin", "round"), ("stroke-dasharray", Dashes[style]));

    /// <summary>A point whose shape, and not only its colour, tells the series.</summary>
    public void Point(double x, double y, int style)
    {
        if (style == 0) Add("circle", ("cx", x), ("cy", y), ("r", 5), ("fill", Colours[style]));
        else Add("path", ("transform", $"translate({Number(x)} {Number(y)})"), ("fill", style % 2 == 0 ? "#ffffff" : Colours[style]), ("stroke", Colours[style]), ("stroke-width", 2),
            ("d", Marks[style]));
    }

    public void Text(double x, double y, string words, string anchor = "start", bool quiet = false, bool bold = false) =>
        Add("text", ("x", x), ("y", y), ("text-anchor", anchor), ("fill", quiet ? Quiet : Ink), ("font-weight", bold ? "700" : "400")).Add(CleanText.Of(words));

    /// <summary>Words on top of a pattern, on a plate that keeps them legible.</summary>
    public void Plate(double x, double y, string words)
    {
        var width = TextWidth(words) + 6;
        Add("rect", ("x", x - width / 2), ("y", y - 14), ("width", width), ("height", 19), ("rx", 2), ("fill", "#ffffff"));
        Text(x, y, words, "middle");
    }

    /// <summary>Which pattern is which series.</summary>
    public void Legend(Chart chart, bool points)
    {
        foreach (var (name, style, x, y) in LegendPlaces(chart))
        {
            if (style < 0) Gap(x + 1, y, 22, 16);
            else if (!points) Bar(x + 1, y, 22, 16, style);
            else
            {
                Path([(x, y + 8), (x + 24, y + 8)], style);
                Point(x + 12, y + 8, style);
            }
            Text(x + 31, y + 13, name);
        }
    }

    /// <summary>The room that the legend takes; one series without anything withheld needs none.</summary>
    public static double LegendHeight(Chart chart) => LegendPlaces(chart) is { Count: > 0 } places ? places[^1].Y + 34 : 10;

    private static List<(string Name, int Style, double X, double Y)> LegendPlaces(Chart chart)
    {
        var names = chart.Series.Count > 1 || chart.Kind == ChartKind.Line && chart.WithholdsAny ? chart.Series.Select((s, i) => (s.Name, i)).ToList() : [];
        // Lying bars say it beside each sign; where there is no room for that, the legend does.
        if (chart.Kind != ChartKind.Bars && chart.WithholdsAny) names.Add(("Not shown", -1));
        var places = new List<(string, int, double, double)>();
        double x = 0, y = 4;
        foreach (var (name, style) in names)
        {
            var width = TextWidth(name) + 56;
            if (x > 0 && x + width > Width) (x, y) = (0, y + 26);
            places.Add((name, style, x, y));
            x += width;
        }
        return places;
    }

    /// <summary>Near enough to leave room: a server has no font to measure.</summary>
    public static double TextWidth(string words) => words.Length * 8.0;

    /// <summary>Breaks long words of a label into at most three lines of about so many characters.</summary>
    public static IReadOnlyList<string> Wrap(string words, int characters)
    {
        var lines = new List<string> { "" };
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > characters) lines.Add("");
            lines[^1] = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
        }
        return lines.Count <= 3 ? lines : [lines[0], lines[1], lines[2] + "…"];
    }

    public static string Number(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    private XElement Add(string shape, params (string Name, object Value)[] attributes)
    {
        var element = new XElement(Svg + shape, attributes.Select(a => new XAttribute(a.Name, a.Value is double d ? Number(d) : a.Value)));
        root.Add(element);
        return element;
    }

    private XElement Pattern(int style)
    {
        var pattern = new XElement(Svg + "pattern", new XAttribute("id", $"{id}-fill-{style}"), new XAttribute("width", 8), new XAttribute("height", 8),
            new XAttribute("patternUnits", "userSpaceOnUse"), new XElement(Svg + "rect", new XAttribute("width", 8), new XAttribute("height", 8), new XAttribute("fill", style == 0 ? Colours[0] : "#ffffff")));
        if (Lines[style] is { } lines)
        {
            pattern.Add(new XElement(Svg + "path", new XAttribute("d", lines), new XAttribute("stroke", Colours[style]), new XAttribute("stroke-width", 2.5), new XAttribute("fill", "none")));
        }
        return pattern;
    }

    private XElement Hatch() => new(Svg + "pattern", new XAttribute("id", id + "-gap"), new XAttribute("width", 6), new XAttribute("height", 6), new XAttribute("patternUnits", "userSpaceOnUse"),
        new XElement(Svg + "path", new XAttribute("d", "M0 6l6-6"), new XAttribute("stroke", "#b3b4b4"), new XAttribute("stroke-width", 1)));
}
