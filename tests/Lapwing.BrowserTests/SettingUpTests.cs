using Microsoft.Playwright;

namespace Lapwing.BrowserTests;

/// <summary>What an administrator decides for the partnership, and what its other jobs look at.</summary>
public sealed class SettingUpTests(Site site)
{
    [Fact]
    public async Task An_administrator_changes_a_service_and_its_stage()
    {
        await using var administrator = await site.AsAsync("administrator");
        await administrator.OpenAsync(Site.Place + "/directory");
        await administrator.PressAsync("Refuge outreach");
        await administrator.AnswerAsync(("Input.Capacity", "many"), ("Input.Summary", "A summary that was typed."));
        await administrator.PressAsync("Save");
        Assert.NotEmpty(await administrator.ErrorsAsync());
        Assert.Equal("A summary that was typed.", await administrator.Page.InputValueAsync("[name='Input.Summary']"));
        await administrator.AnswerAsync(("Input.Capacity", "41"));
        await administrator.PressAsync("Save");
        await using var anybody = await site.AsAsync("partner");
        await anybody.OpenAsync(Site.Place + "/services");
        Assert.Contains("A summary that was typed.", await anybody.MainAsync(), StringComparison.Ordinal);
        await administrator.PressAsync("Refuge IDVA service");
        await administrator.Page.Locator(".govuk-summary-list__row", new() { HasText = "Stage" }).GetByRole(AriaRole.Link).ClickAsync();
        await administrator.LookAsync();
    }

    [Fact]
    public async Task An_administrator_adds_an_agency_and_changes_clocks_and_risk_bands()
    {
        await using var administrator = await site.AsAsync("administrator");
        await administrator.OpenAsync(Site.Place + "/directory");
        await administrator.PressAsync("Agencies");
        await administrator.PressAsync("Add an agency");
        await administrator.AnswerAsync(("Name", "Made-up Community Centre"), ("Kind", "VoluntarySector"));
        await administrator.PressAsync("Save");
        Assert.Contains("Made-up Community Centre", await administrator.MainAsync(), StringComparison.Ordinal);
        await administrator.PressAsync("Teams");
        await administrator.PressAsync("Areas");

        await administrator.OpenAsync(Site.Place + "/settings");
        await administrator.PressAsync("Clocks");
        await administrator.AnswerAsync(("Input.OpeningHours", "whenever"));
        await administrator.PressAsync("Save");
        Assert.NotEmpty(await administrator.ErrorsAsync());
        await administrator.AnswerAsync(("Input.OpeningHours", "Mon-Fri 08:00-18:00"), ("Input.TriageHigh", "3"));
        await administrator.PressAsync("Save");
        Assert.Contains("The clocks are saved", await administrator.MainAsync(), StringComparison.Ordinal);

        await administrator.PressAsync("Risk bands");
        await administrator.AnswerAsync(("Input.HighFrom", "13"));
        await administrator.PressAsync("Save");
        Assert.Contains("The risk bands are saved", await administrator.MainAsync(), StringComparison.Ordinal);
    }

    /// <summary>Pages that no journey comes by, each looked at once.</summary>
    [Theory]
    [InlineData("administrator", "/members", "/members/add", "/members/grants", "/settings/risk/load")]
    [InlineData("guardian", "/audit", "/figures/measures")]
    [InlineData("frontdoor", "/import", "/import/mappings", "/import/mapping", "/import/fields")]
    [InlineData("manager", "/members/grants", "/figures")]
    [InlineData("programme", "/papers", "/papers/new", "/settings/papers", "/settings/disclosure")]
    public async Task The_other_pages_of_a_job_are_sound_too(string who, params string[] pages)
    {
        await using var visitor = await site.AsAsync(who);
        foreach (var page in pages)
            await visitor.OpenAsync(Site.Place + page);
    }
}
