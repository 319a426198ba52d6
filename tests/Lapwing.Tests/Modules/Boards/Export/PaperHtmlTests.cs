using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Lapwing.Modules.Boards.Export;

namespace Lapwing.Tests.Modules.Boards.Export;

public sealed class PaperHtmlTests
{
    private static readonly HtmlParser s_strict = new(new HtmlParserOptions { IsStrictMode = true });
    private static readonly string s_html = PaperHtml.Whole(InventedPaper.Whole, PaperStyle.Css);
    private static readonly IHtmlDocument s_page = s_strict.ParseDocument(s_html);

    [Fact]
    public void The_file_says_its_language_its_marking_and_its_title()
    {
        Assert.Equal("en-GB", s_page.DocumentElement.GetAttribute("lang"));
        Assert.Equal($"RESTRICTED: {InventedPaper.Title}", s_page.Title);
        Assert.Equal(["RESTRICTED", "RESTRICTED"], s_page.QuerySelectorAll(".lapwing-sheet > .lapwing-marking > span").Select(m => m.TextContent));
        Assert.Equal(InventedPaper.Title, Assert.Single(s_page.QuerySelectorAll("main h1")).TextContent);
    }

    [Fact]
    public void A_draft_and_a_demonstration_say_so_and_an_approved_paper_does_not()
    {
        Assert.Equal(["Demonstration: everybody in here is made up.", "Draft: not yet approved for presentation"], Texts(s_page, ".lapwing-paper__flag"));
        Assert.Contains("\"Draft – Demonstration\"", s_html);
        var approved = PaperHtml.Whole(InventedPaper.Whole with { IsDraft = false, IsDemonstration = false }, PaperStyle.Css);
        Assert.Empty(s_strict.ParseDocument(approved).QuerySelectorAll(".lapwing-paper__flag"));
        Assert.Contains("@bottom-left { content: \"\"", approved);
    }

    [Fact]
    public void Headings_go_down_one_step_at_a_time()
    {
        var levels = s_page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(h => int.Parse(h.LocalName[1..], CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
        Assert.Equal(["How to handle this paper: RESTRICTED", "Summary", "Referrals", "Next steps", "Figures in this paper", "Notes"], Texts(s_page, "h2"));
    }

    [Fact]
    public void Every_table_has_a_caption_and_headings_for_its_columns_and_rows()
    {
        var tables = s_page.QuerySelectorAll("table");
        Assert.Equal(6, tables.Length);
        Assert.All(tables, table =>
        {
            Assert.NotEmpty(table.QuerySelector("caption")!.TextContent);
            Assert.All(table.QuerySelectorAll("thead tr > *"), cell => Assert.Equal(("th", "col"), (cell.LocalName, cell.GetAttribute("scope"))));
            Assert.All(table.QuerySelectorAll("tbody tr"), row => Assert.Equal(("th", "row"), (row.FirstElementChild!.LocalName, row.FirstElementChild.GetAttribute("scope"))));
            Assert.All(table.QuerySelectorAll("tbody tr"), row => Assert.Equal(table.QuerySelectorAll("thead th").Length, row.Children.Length));
        });
    }

    [Fact]
    public void A_table_shows_what_was_let_through_with_its_notes_below()
    {
        var table = s_page.QuerySelectorAll("table").Single(t => t.QuerySelector("caption")!.TextContent == "Referrals received by level of risk");
        Assert.Equal(["Level of risk", "Referrals"], table.QuerySelectorAll("thead th").Select(c => c.TextContent));
        Assert.Equal(InventedPaper.ByLevel.Rows().Select(r => $"{r.Heading.Title} {r.Cells[0].Display}"), table.QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.Children.Select(c => c.TextContent))));
        Assert.Equal("[c]", table.QuerySelector("tbody td")!.TextContent);
        Assert.Equal(InventedPaper.ByLevel.Notes[0], table.ParentElement!.NextElementSibling!.TextContent);
        Assert.Equal(["Police", "Health", "GP practice", "Hospital", "Themselves", "Total"], s_page.QuerySelectorAll("table")[1].QuerySelectorAll("thead th").Skip(1).Select(c => c.TextContent));
    }

    [Fact]
    public void Every_chart_is_an_image_with_its_words_and_its_table_below()
    {
        var charts = s_page.QuerySelectorAll("figure");
        Assert.Equal(2, charts.Length);
        Assert.All(charts, chart =>
        {
            var image = chart.QuerySelector("svg")!;
            Assert.Equal("img", image.GetAttribute("role"));
            Assert.All(image.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.NotEmpty(s_page.GetElementById(id)!.TextContent));
            Assert.NotNull(chart.QuerySelector("svg")!.ParentElement!.NextElementSibling);
            Assert.NotNull(chart.QuerySelector("table"));
            Assert.Null(chart.QuerySelector("details"));
        });
    }

    [Fact]
    public void Nothing_in_the_file_runs_and_nothing_is_fetched()
    {
        Assert.Empty(s_page.QuerySelectorAll("script, link, iframe, object, embed, form, base, [src], [href], [style]"));
        Assert.DoesNotContain("url(/", s_html);
        Assert.DoesNotContain("@import", s_html);
        Assert.DoesNotContain("://", s_page.Body!.OuterHtml.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal));
        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'; img-src data:", s_page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"));
    }

    [Fact]
    public void Styles_cannot_fetch_anything_or_end_the_element_that_they_stand_in()
    {
        var page = s_strict.ParseDocument(PaperHtml.Whole(InventedPaper.Whole, "@import 'http://elsewhere.example/a.css'; a { background: URL( \"http://elsewhere.example/x\" ), url('data:image/png;base64,AA') } </style><script>1</script>"));
        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.DoesNotContain("elsewhere", page.QuerySelector("style")!.TextContent);
        Assert.Contains("url('data:image/png;base64,AA')", page.QuerySelector("style")!.TextContent);
    }

    [Fact]
    public void A_number_leads_to_its_records_where_the_reader_may_follow_it()
    {
        var body = s_strict.ParseDocument($"<!DOCTYPE html><title>x</title>{Html(from => from.Measure is null ? null : $"/m/figures/trace?measure={from.Measure}&quarter={from.Quarter.Code}")}").Body!;
        var links = body.QuerySelectorAll("a.govuk-link");
        Assert.Equal(["119", "119", "97"], links.Select(a => a.TextContent));
        Assert.Equal("/m/figures/trace?measure=referrals-received&quarter=2025-26-Q3", links[0].GetAttribute("href"));
        Assert.Equal("strong", links[0].ParentElement!.LocalName);
        Assert.Contains("against 1,204 offences", body.TextContent);
        Assert.Empty(s_strict.ParseDocument($"<!DOCTYPE html><title>x</title>{Html(null)}").QuerySelectorAll("a"));
    }

    [Theory]
    [MemberData(nameof(Hostile.Words), MemberType = typeof(Hostile))]
    public void Whatever_is_typed_stays_words(string words)
    {
        var page = s_strict.ParseDocument(PaperHtml.Whole(InventedPaper.With(words), PaperStyle.Css));
        Assert.Empty(page.QuerySelectorAll("script, img, a"));
        var kept = Hostile.Kept(words);
        Assert.Equal(kept, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(kept + kept, page.QuerySelector("h2 + p")!.TextContent);
        Assert.Equal(kept, page.QuerySelector("figcaption")!.TextContent);
        Assert.Equal($"RESTRICTED: {kept}", page.QuerySelector("title")!.TextContent);
    }

    private static string Html(Func<Lapwing.Modules.Boards.Documents.FigureSource, string?>? link)
    {
        using var writer = new StringWriter();
        PaperHtml.Body(InventedPaper.Whole, link).WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }

    private static IEnumerable<string> Texts(IParentNode page, string selector) => page.QuerySelectorAll(selector).Select(e => e.TextContent);
}
