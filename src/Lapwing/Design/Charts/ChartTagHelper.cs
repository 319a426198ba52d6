using Lapwing.Design.Components;
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
        var table = new Element("div").Class("lapwing-scroll").Set("role", "region").Set("aria-label", Data.Title).Set("tabindex", "0").Add(TableOf(Data).Render());
        output.TagName = null;
        output.Content.SetHtmlContent(new Element("figure").Class("lapwing-chart").Add(
            new Element("figcaption").Class("govuk-heading-s").Text(Data.Title),
            new Element("div").Class("lapwing-chart__frame").Raw(Data.ToSvg()),
            string.IsNullOrEmpty(Data.Note) ? null : new Element("p").Class("govuk-body-s", "lapwing-chart__note").Text(Data.Note),
            TableBelow ? table : new Details { SummaryText = "Show these figures in a table", Html = table.ToString() }.Render()));
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
