using Deque.AxeCore.Playwright;
using Lapwing.Modules.Boards.Export;
using Lapwing.Tests.Modules.Boards.Export;

namespace Lapwing.BrowserTests.Papers;

/// <summary>The HTML file of a paper as somebody opens it who received it.</summary>
public sealed class PaperFileTests(Site site)
{
    [Fact]
    public async Task It_has_no_accessibility_fault_that_axe_can_find()
    {
        var result = await (await OpenAsync(1100)).RunAxe(Visitor.Wcag);
        Assert.True(result.Violations.Length == 0, string.Join("; ", result.Violations.Select(v => $"{v.Id}: {v.Help} ({v.Nodes.FirstOrDefault()?.Html})")));
    }

    [Fact]
    public async Task It_fits_a_phone_without_scrolling_sideways() =>
        Assert.True(await (await OpenAsync(320)).EvaluateAsync<int>("document.documentElement.scrollWidth") <= 320);

    [Fact]
    public async Task It_asks_nobody_for_anything_and_breaks_none_of_its_own_rules()
    {
        var page = await site.Browser.NewPageAsync();
        List<string> asked = [], complaints = [];
        page.Request += (_, request) => asked.Add(request.Url);
        page.Console += (_, message) => complaints.Add(message.Text);
        await page.SetContentAsync(PaperHtml.Whole(InventedPaper.With("<img src=https://elsewhere.example/a.png><script>console.log('run')</script>"), PaperStyle.Css));
        Assert.Empty(asked);
        Assert.Empty(complaints);
    }

    private async Task<Microsoft.Playwright.IPage> OpenAsync(int width)
    {
        var page = await site.Browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
        await page.SetContentAsync(PaperHtml.Whole(InventedPaper.Whole with { Sections = [.. InventedPaper.Whole.Sections, InventedPaper.Large] }, PaperStyle.Css));
        return page;
    }
}
