using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Lapwing.BrowserTests;

/// <summary>The pages that anybody can open, in a real Chromium.</summary>
public sealed class PublicPagesTests(Site site) : IClassFixture<Site>
{
    public static TheoryData<string> Pages => ["/sign-in", "/testing/get-help", "/testing/outcome", "/nowhere"];

    [Theory, MemberData(nameof(Pages))]
    public async Task A_public_page_has_no_accessibility_fault_that_axe_can_find(string path)
    {
        var page = await OpenAsync(path, 1100);
        var result = await page.RunAxe(Wcag);
        Assert.True(result.Violations.Length == 0, string.Join("; ", result.Violations.Select(v => $"{v.Id}: {v.Help} ({v.Nodes.FirstOrDefault()?.Html})")));
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task A_public_page_fits_a_phone_without_scrolling_sideways(string path)
    {
        var page = await OpenAsync(path, 320);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 320);
    }

    [Fact]
    public async Task A_wrong_password_is_said_at_the_field_and_in_the_summary_and_nothing_runs_inline()
    {
        var page = await OpenAsync("/sign-in", 1100);
        var complaints = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error" && !message.Text.Contains("status of", StringComparison.Ordinal)) complaints.Add(message.Text); };
        await page.FillAsync("[name=Email]", "nobody@testing.example");
        await page.FillAsync("[name=Password]", "not the password");
        await page.ClickAsync("main button[type=submit]");
        await page.WaitForSelectorAsync(".govuk-error-summary");
        Assert.StartsWith("Error: ", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal("nobody@testing.example", await page.InputValueAsync("[name=Email]"));
        Assert.Empty(complaints);
    }

    /// <summary>WCAG 2.2 AA. Axe's own advice beyond it is left out: it would have the exit link, which the design puts before everything, inside a landmark.</summary>
    internal static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    private async Task<IPage> OpenAsync(string path, int width)
    {
        var page = await site.Browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
        await page.GotoAsync(site.Address + path);
        return page;
    }
}
