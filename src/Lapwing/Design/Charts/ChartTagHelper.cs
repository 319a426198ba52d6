using Lapwing.Design.Components;
using Lapwing.Design.TagHelpers;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.Design.Charts;

/// <summary>
/// A chart with its figures in a table beside it: <c>&lt;chart data="Model.Trend" /&gt;</c>. The table opens on demand,
/// or stands below with <c>table-below</c>, as a printed paper needs it.
/// </summary>
[HtmlTargetElement("chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChartTagHelper : TagHelper
{
    public required Chart Data { get; set; }
    public bool TableBelow { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(Figure(Data, TableBelow));
    }

    /// <summary>The same without a page, for what is written to a file.</summary>
    public static IHtmlContent Figure(Chart chart, bool tableBelow)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var table = TableTagHelper.Frame(chart.Title, TableOf(chart).Render());
        return new Element("figure").Class("lapwing-chart").Add(
            new Element("figcaption").Class("govuk-heading-s").Text(chart.Title),
            new Element("div").Class("lapwing-chart__frame").Raw(chart.ToSvg()),
            string.IsNullOrEmpty(chart.Note) ? null : new Element("p").Class("govuk-body-s", "lapwing-chart__note").Text(chart.Note),
            tableBelow ? table : new Details { SummaryText = "Show these figures in a table", Html = table.ToString() }.Render());
    }

    public static Table TableOf(Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return new Table
        {
            Caption = chart.Title, CaptionClasses = "govuk-visually-hidden", FirstCellIsHeader = true,
            Head = [new TableCell { Text = chart.CategoryName }, .. chart.Series.Select(s => new TableCell { Text = s.Name, Format = "numeric" })],
            Rows = [.. chart.Categories.Select((category, i) => (IReadOnlyList<TableCell>)
                [new TableCell { Text = category }, .. chart.Series.Select(s => new TableCell { Text = s.Cells[i].Display, Format = "numeric" })])],
        };
    }
}
