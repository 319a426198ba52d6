using Lapwing.Design.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.Design.TagHelpers;

/// <summary>
/// A table written as plain rows and cells, which get their classes by themselves:
/// <c>&lt;govuk-table caption="Waiting" caption-size="m"&gt;&lt;thead&gt;…&lt;/thead&gt;&lt;tbody&gt;…&lt;/tbody&gt;&lt;/govuk-table&gt;</c>.
/// On a small screen it scrolls inside its own frame, which a keyboard can reach.
/// </summary>
[HtmlTargetElement("govuk-table")]
public sealed class TableTagHelper : TagHelper
{
    internal static readonly object Inside = new();

    public string? Caption { get; set; }

    /// <summary>s, m, l or xl.</summary>
    public string? CaptionSize { get; set; }

    /// <summary>Reads the caption to screen readers only, when a heading above says the same.</summary>
    public bool CaptionHidden { get; set; }

    /// <summary>Less room in each row, for worklists.</summary>
    public bool Small { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[Inside] = true;
        var rows = await output.InnerHtmlAsync();
        var size = CaptionHidden ? "govuk-visually-hidden" : CaptionSize is null ? null : $"govuk-table__caption--{CaptionSize}";
        var table = new Element("table").Class("govuk-table", Small ? "govuk-table--small-text-until-tablet lapwing-table--small" : null, output.PassedClass()).With(output.Passed());
        output.Become(Frame(Caption ?? "Table", table.Add(
            Caption is null ? null : new Element("caption").Class("govuk-table__caption", size).Text(Caption),
            new HtmlString(rows))));
    }

    /// <summary>What a wide table scrolls in.</summary>
    public static Element Frame(string label, IHtmlContent table) =>
        new Element("div").Class("lapwing-scroll").Set("role", "region").Set("aria-label", label).Set("tabindex", "0").Add(table);
}

/// <summary>Rows and cells inside a <see cref="TableTagHelper"/>; elsewhere they are left alone. <c>numeric</c> sets a cell to the right.</summary>
[HtmlTargetElement("thead")]
[HtmlTargetElement("tbody")]
[HtmlTargetElement("tr")]
[HtmlTargetElement("th")]
[HtmlTargetElement("td")]
public sealed class TablePartTagHelper : TagHelper
{
    public bool Numeric { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.ContainsKey(TableTagHelper.Inside)) return;
        var format = Numeric ? "numeric" : null;
        var name = output.TagName switch
        {
            "thead" => "govuk-table__head",
            "tbody" => "govuk-table__body",
            "tr" => "govuk-table__row",
            "th" => Table.ClassOf("header", format),
            _ => Table.ClassOf("cell", format),
        };
        output.Attributes.SetAttribute("class", Outputs.Joined(name, output.PassedClass()));
        // A header that does not say otherwise heads its column.
        if (output.TagName == "th" && !output.Attributes.ContainsName("scope")) output.Attributes.SetAttribute("scope", "col");
    }
}
