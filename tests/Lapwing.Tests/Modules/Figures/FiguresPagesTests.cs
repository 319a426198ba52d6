using System.Net;
using AngleSharp.Dom;
using Lapwing.Access;
using Lapwing.Modules.Figures;
using Lapwing.Modules.Figures.Disclosure;
using Lapwing.Modules.Figures.Pages;
using Lapwing.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Lapwing.Tests.Modules.Figures;

/// <summary>The figures of a quarter and the catalogue of measures, as the pages show them and to whom.</summary>
public sealed class FiguresPagesTests(Boroughs boroughs)
{
    private static string Figures => FiguresModel.Url(Borough.Address, Borough.Last);

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Case_workers_leads_analysts_and_guardians_see_numbers_and_nobody_else_does(EngineKind engine)
    {
        var borough = await boroughs.OnAsync(engine);
        string[] pages = [Figures, MeasuresModel.Url(Borough.Address), TraceModel.Url(Borough.Address, Borough.Last, "referrals-received")];
        foreach (var (role, may) in ((string, bool)[])[("frontdoor", true), ("caseworker", true), ("manager", true), ("programme", true), ("analyst", true), ("guardian", true), ("marac", false), ("partner", false), ("administrator", false)])
        {
            using var browser = await borough.AsAsync(role);
            foreach (var page in pages)
                Assert.Equal((role, page, may ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (role, page, (await browser.GetAsync(page)).Status));
        }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_quarter_that_is_none_or_has_not_begun_is_not_there(EngineKind engine)
    {
        var borough = await boroughs.OnAsync(engine);
        using var analyst = await borough.AsAsync("analyst");
        foreach (var quarter in (string[])["2023-24-Q5", "2023-25-Q1", "soon", "2023-24-Q3", "2098-99-Q4", "1990-91-Q1"])
        {
            Assert.Equal((quarter, HttpStatusCode.NotFound), (quarter, (await analyst.GetAsync($"/barnet/figures?quarter={quarter}")).Status));
            Assert.Equal((quarter, HttpStatusCode.NotFound), (quarter, (await analyst.GetAsync($"/barnet/figures/{quarter}/referrals-received")).Status));
        }
        Assert.Equal("Figures, 2023/24 Q1", (await analyst.GetAsync("/barnet/figures")).Heading);
        var now = await analyst.GetAsync("/barnet/figures?quarter=2023-24-Q2");
        Assert.Contains("The quarter is not over yet.", now.Text, StringComparison.Ordinal);
        Assert.Null(now.Html.QuerySelector("a[rel=next]"));
        var first = await analyst.GetAsync("/barnet/figures?quarter=1992-93-Q1");
        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Null(first.Html.QuerySelector("a[rel=prev]"));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Every_number_on_the_page_is_one_that_disclosure_control_let_through(EngineKind engine)
    {
        var borough = await boroughs.OnAsync(engine);
        using var analyst = await borough.AsAsync("analyst");
        var page = await analyst.GetAsync(Figures);
        await using var db = await borough.OpenAsync();
        var made = await borough.App.Services.GetRequiredService<FiguresDoor>().QuarterAsync(Borough.Address, db.Viewer, Borough.Last, "board", TestContext.Current.CancellationToken);

        var hidden = 0;
        foreach (var slot in made.Counting.Slots)
            for (var b = 0; b < slot.Breakdowns.Count; b++)
            {
                var table = made.Shown.Table(QuarterFigures.Table(slot.Measure.Code, slot.Breakdowns[b].Code));
                var rows = RowsOf(page, table.Title);
                Assert.Equal(table.FilledRows().Select(r => $"{r.Heading.Title}|{r.Cells[0].Display}"), rows.Select(Line));
                hidden += table.Cells.Count(c => c.Status is CellStatus.Primary or CellStatus.Complementary);
            }
        Assert.True(hidden > 20, $"Only {hidden} numbers are hidden: the borough is too large for this test.");
        var changes = RowsOf(page, "The quarter at a glance, with the change on a year before").Select(Line).ToList();
        foreach (var figure in made.Shown.Figures.Where(f => f.Kind != FigureKind.Change))
            Assert.Contains(changes, line => line.StartsWith($"{figure.Title}|{figure.Display}", StringComparison.Ordinal));

        // The drawings and the tables beside them say the same, and no number travels in an attribute for a script.
        foreach (var slot in made.Counting.Slots.Where(s => s.Breakdowns.Count > 0))
        {
            var trend = made.Shown.Table(QuarterFigures.Trend(slot.Measure.Code)).Rows().Select(row => (row.Heading.Title, row.Cells[0].Display)).ToList();
            var figure = page.Html.QuerySelectorAll("main figure").Single(f => f.QuerySelector("figcaption")?.TextContent == $"{slot.Measure.Title}, quarter by quarter");
            Assert.Equal(trend.Select(t => $"{t.Title}|{t.Display}"), figure.QuerySelectorAll("tbody tr").Select(Line));
            Assert.Equal(string.Join("; ", trend.Select(t => $"{t.Title}: {t.Display}")) + ".", figure.QuerySelector("svg desc")?.TextContent);
        }
        Assert.Empty(page.Html.QuerySelectorAll("main *").SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("data-", StringComparison.Ordinal) && a.Value.Any(char.IsAsciiDigit)).Select(a => a.Name));
        Assert.DoesNotContain("-0%", page.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_catalogue_says_of_each_measure_what_it_is_and_the_figures_lead_to_it(EngineKind engine)
    {
        var borough = await boroughs.OnAsync(engine);
        using var lead = await borough.AsAsync("programme");
        var (figures, measures) = (await lead.GetAsync(Figures), await lead.GetAsync(MeasuresModel.Url(Borough.Address)));
        foreach (var measure in Catalogue.All(new()).Where(m => !m.IsOfPlaces)) // this borough has no pool
        {
            Assert.Contains(figures.Html.QuerySelectorAll("main table a"), a => a.GetAttribute("href") == MeasuresModel.Url(Borough.Address, measure.Code));
            Assert.Equal(measure.Title, measures.Html.GetElementById(measure.Code)?.TextContent);
            foreach (var said in (string[])[measure.Definition, measure.Source, measure.DateBasis])
                Assert.Contains(said, measures.Html.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<IElement> RowsOf(TestPage page, string caption) =>
        page.Html.QuerySelectorAll("main table").Single(t => t.QuerySelector("caption")?.TextContent.Trim() == caption).QuerySelectorAll("tbody tr");

    private static string Line(IElement row) => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim()));
}
