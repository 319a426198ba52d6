using System.Globalization;
using System.Xml.Linq;
using CsCheck;
using Lapwing.Design.Charts;
using Xunit;

namespace Lapwing.Tests.Design;

public sealed class ChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<ChartKind> Kinds => [.. Enum.GetValues<ChartKind>()];

    private static ChartCell Cell(int value) => new(value.ToString(CultureInfo.InvariantCulture), value);

    private static Chart Of(ChartKind kind, params ChartSeries[] series) => new()
    {
        Title = "Referrals & <outcomes>", Kind = kind, CategoryName = "Quarter",
        Categories = [.. Enumerable.Range(1, series[0].Cells.Count).Select(i => $"2025/26 Q{i}")], Series = series,
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void IsAnImageWithATitleAndADescription(ChartKind kind)
    {
        var root = XDocument.Parse(Of(kind, new ChartSeries("Police", [Cell(12), ChartCell.Withheld])).ToSvg()).Root!;
        Assert.Equal("img", (string?)root.Attribute("role"));
        var ids = ((string)root.Attribute("aria-labelledby")!).Split(' ');
        Assert.Equal<string>([(string)root.Element(Svg + "title")!.Attribute("id")!, (string)root.Element(Svg + "desc")!.Attribute("id")!], ids);
        Assert.Equal("Referrals & <outcomes>", root.Element(Svg + "title")!.Value);
        Assert.Equal("2025/26 Q1: 12; 2025/26 Q2: suppressed.", root.Element(Svg + "desc")!.Value);
        Assert.DoesNotContain(root.Descendants(), e => e.Attribute("style") is not null || e.Name.LocalName is "script" or "style");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AWithheldFigureLeavesNoTraceInTheDrawing(ChartKind kind) =>
        Gen.Select(Gen.Double[0, 1e6], Gen.Double[0, 1e6]).Sample((one, other) =>
            // Whatever the number behind words that are no number, or behind rounded words, the picture is the same.
            Draw(kind, one) == Draw(kind, other));

    private static string Draw(ChartKind kind, double secret) => Of(kind,
        new ChartSeries("A", [Cell(10), new ChartCell("fewer than 5", secret), Cell(30)]),
        new ChartSeries("B", [new ChartCell("15", secret), Cell(20), ChartCell.Withheld])).ToSvg();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AShownFigureDoesShow(ChartKind kind) =>
        Assert.NotEqual(Of(kind, new ChartSeries("A", [Cell(10), Cell(20)])).ToSvg(), Of(kind, new ChartSeries("A", [Cell(10), Cell(25)])).ToSvg());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void NothingAtAllToShowIsStillAChart(ChartKind kind) =>
        XDocument.Parse(Of(kind, new ChartSeries("A", [ChartCell.Withheld, ChartCell.Withheld]), new ChartSeries("B", [Cell(0), Cell(0)])).ToSvg());

    [Fact]
    public void ALineBreaksWhereAFigureIsWithheld()
    {
        var root = XDocument.Parse(Of(ChartKind.Line, new ChartSeries("A", [Cell(1), Cell(2), ChartCell.Withheld, Cell(3), Cell(4)])).ToSvg()).Root!;
        var plotted = root.Descendants(Svg + "polyline").Select(l => ((string)l.Attribute("points")!).Split(' ').Length).ToList();
        Assert.Equal([2, 2, 2], plotted); // The first is the legend's.
    }

    [Theory]
    [InlineData("1,240", 1240.0)]
    [InlineData("12%", 12.0)]
    [InlineData("£1.5m", 1500000.0)]
    [InlineData("-3", -3.0)]
    [InlineData("14 days", 14.0)]
    [InlineData("fewer than 5", null)]
    [InlineData("<5", null)]
    [InlineData("1 to 4", null)]
    [InlineData("12 of 40", null)]
    [InlineData("suppressed", null)]
    public void OnlyWhatTheWordsSayIsDrawn(string display, double? drawn) => Assert.Equal(drawn, new ChartCell(display, 99).Drawn);

    [Fact]
    public void WordsThatXmlForbidsAreLeftOut()
    {
        var chart = Of(ChartKind.Bars, new ChartSeries("A", [Cell(1)])) with { Title = "a\u0001b\ud800c\U0001F426" };
        Assert.Equal("ab\ufffdc\U0001F426", XDocument.Parse(chart.ToSvg()).Root!.Element(Svg + "title")!.Value);
    }

    [Fact]
    public void TheTableSaysWhatTheChartSays()
    {
        var table = ChartTagHelper.TableOf(Of(ChartKind.Bars, new ChartSeries("A", [Cell(12), ChartCell.Withheld]))).Render().ToString()!;
        Assert.Contains(">12<", table, StringComparison.Ordinal);
        Assert.Contains(">suppressed<", table, StringComparison.Ordinal);
    }

    [Fact]
    public void ATableRowOfTheWrongLengthIsRefused() =>
        Assert.Throws<InvalidOperationException>(() => (Of(ChartKind.Bars, new ChartSeries("A", [Cell(1)])) with { Categories = ["a", "b"] }).ToSvg());
}
