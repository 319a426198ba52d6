using Lapwing.Design;
using Lapwing.Design.Charts;
using Lapwing.Design.Components;
using Lapwing.Design.TagHelpers;
using Lapwing.Modules.Boards.Documents;
using Microsoft.AspNetCore.Html;

namespace Lapwing.Modules.Boards.Export;

/// <summary>A paper as HTML: what stands inside the page, and one file that needs nothing else.</summary>
public static class PaperHtml
{
    private static readonly Dictionary<string, string?> Auto = new() { ["dir"] = "auto" };

    /// <summary>Everything from the title down; the markings, whose paper it is and whether it is a draft belong to the sheet around it.</summary>
    /// <param name="link">Where a number leads that can be followed to its records; null leaves it as words.</param>
    public static IHtmlContent Body(PaperDocument document, Func<FigureSource, string?>? link = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new HtmlParts([
            new Element("h1").Class("govuk-heading-xl").Set("dir", "auto").Text(document.Title),
            new Element("p").Class("govuk-body-l").Text($"{document.Quarter.Title}, {document.Quarter.Months}. {document.Standing}"),
            Rules(document.Marking),
            new SummaryList { Rows = [.. PaperWords.Facts(document).Select(fact => new SummaryRow { Key = new Phrase { Text = fact.Name }, Value = new Phrase { Text = fact.Value } })] }.Render(),
            .. document.Sections.SelectMany(section => section.Blocks.Select(block => Of(block, link)).Prepend(Heading(2, section.Heading))),
            .. Appendix(document, link)]);
    }

    /// <summary>One file that can be kept, sent and printed: no scripts, and nothing is fetched from anywhere.</summary>
    /// <param name="css">The design's styles, such as <see cref="PaperStyle.Css"/>.</param>
    public static string Whole(PaperDocument document, string css)
    {
        ArgumentNullException.ThrowIfNull(document);
        var page = new Element("html").Set("lang", "en-GB").Class("govuk-template").Add(
            new Element("head").Add(
                new Element("meta").Set("charset", "utf-8"),
                new Element("meta").Set("http-equiv", "Content-Security-Policy").Set("content", "default-src 'none'; style-src 'unsafe-inline'; img-src data:"),
                new Element("title").Text(PaperWords.TitleOf(document)),
                new Element("meta").Set("name", "viewport").Set("content", "width=device-width, initial-scale=1"),
                new Element("meta").Set("name", "robots").Set("content", "noindex"),
                new Element("style").Raw(PaperStyle.Inline(css)).Raw(PaperStyle.EdgesOf(document))),
            new Element("body").Class("govuk-template__body", "lapwing-paper").Add(
                new Element("div").Class("lapwing-sheet").Add(
                    PaperSheet.Marking(document.Marking.Label, "top"),
                    new Element("div").Class("lapwing-sheet__body").Add(
                        new Element("div").Class("govuk-width-container").Add(
                            new Element("main").Class("govuk-main-wrapper").Set("id", "main-content").Add(
                                PaperSheet.Head(PaperWords.From(document), document.IsDemonstration, document.IsDraft),
                                Body(document)))),
                    PaperSheet.Marking(document.Marking.Label, "bottom"))));
        return $"<!DOCTYPE html>\n{page}\n";
    }

    private static Element Rules(Marking marking) =>
        new Element("div").Class("govuk-inset-text", "lapwing-paper__rules").Add(
            new Element("h2").Class("govuk-heading-s").Text(PaperWords.RulesOf(marking)),
            new Element("ul").Class("govuk-list", "govuk-list--bullet").AddAll(marking.Rules.Select(rule => new Element("li").Text(rule))));

    private static IHtmlContent Of(Block block, Func<FigureSource, string?>? link) => block switch
    {
        Paragraph paragraph => new Element("p").Class("govuk-body", "lapwing-as-typed").Set("dir", "auto").AddAll(paragraph.Runs.Select(run => Of(run, link))),
        Subheading subheading => Heading(3, subheading.Text),
        Points points => new Element(points.Numbered ? "ol" : "ul").Class("govuk-list", points.Numbered ? "govuk-list--number" : "govuk-list--bullet")
            .AddAll(points.Items.Select(item => new Element("li").Class("lapwing-as-typed").Set("dir", "auto").AddAll(item.Select(run => Of(run, link))))),
        FigureTable figures => Of(PaperTable.Of(figures.Table), link),
        FigureChart figures => ChartTagHelper.Figure(figures.Chart, tableBelow: true),
        _ => throw new NotSupportedException($"A paper has no way to show a {block.GetType().Name}."),
    };

    private static IHtmlContent Of(Run run, Func<FigureSource, string?>? link)
    {
        IHtmlContent words = new HtmlString(Element.Encode(run.Text));
        if (run.Figure is { } figure && link?.Invoke(figure) is { Length: > 0 } address) words = new Element("a").Class("govuk-link").Set("href", address).Add(words);
        if (run.Italic) words = new Element("em").Add(words);
        return run.Bold ? new Element("strong").Add(words) : words;
    }

    private static Element Of(PaperTable table, Func<FigureSource, string?>? link) => new Element("div").Class("lapwing-paper__table").Add(
        TableTagHelper.Frame(table.Caption, new Table
        {
            Classes = table.IsWide ? "lapwing-table--wide" : null, Caption = table.Caption, CaptionClasses = "govuk-table__caption--s", FirstCellIsHeader = true,
            Head = [.. table.Columns.Select(column => new TableCell { Text = column.Heading, Format = column.Numeric ? "numeric" : null })],
            Rows = [.. table.Rows.Select(row => (IReadOnlyList<TableCell>)[.. row.Cells.Select((cell, i) => new TableCell
            {
                Html = Of(cell, link).ToString(), Attributes = Auto,
                Format = table.Columns[i].Numeric ? "numeric" : null, Classes = i == 0 && row.Depth > 0 ? $"lapwing-depth-{Math.Min(row.Depth, 2)}" : table.Columns[i].Unbroken ? "lapwing-nowrap" : null,
            })])],
        }.Render()))
        .AddAll(table.Notes.Select(note => new Element("p").Class("govuk-body-s").Text(note)));

    private static IEnumerable<IHtmlContent> Appendix(PaperDocument document, Func<FigureSource, string?>? link)
    {
        if (document.Figures.Count > 0)
        {
            yield return Heading(2, PaperWords.Appendix);
            yield return Of(PaperTable.Numbers(document), link);
            yield return Of(PaperTable.Meanings(document), link);
        }
        if (document.Notes.Count > 0)
        {
            yield return Heading(2, PaperWords.Notes);
            yield return new Element("ul").Class("govuk-list", "govuk-list--bullet").AddAll(document.Notes.Select(note => new Element("li").Text(note)));
        }
    }

    private static Element Heading(int level, string words) => new Element($"h{level}").Class(level == 2 ? "govuk-heading-l" : "govuk-heading-m").Set("dir", "auto").Text(words);
}
