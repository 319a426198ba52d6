using Microsoft.Playwright;

namespace Lapwing.BrowserTests;

/// <summary>Professionals refer: by an agency's link, and signed in.</summary>
public sealed class ReferringTests(Site site)
{
    [Fact]
    public async Task A_professional_refers_by_the_link_that_an_administrator_made_and_sees_what_became_of_it()
    {
        await using var administrator = await site.AsAsync("administrator");
        await administrator.OpenAsync(Site.Place + "/directory");
        await administrator.PressAsync("Agencies");
        await administrator.PressAsync("Healthy Schools Partnership");
        await administrator.PressAsync("Links by which this agency refers without accounts");
        await administrator.AnswerAsync(("Days", "30"));
        await administrator.PressAsync("Make a link");
        var link = new Uri(await administrator.Page.Locator("#link").InnerTextAsync()).AbsolutePath;

        await using var teacher = await site.VisitAsync();
        await teacher.OpenAsync(link);
        await teacher.PressAsync("Start now");
        await teacher.PressAsync("Continue");
        Assert.Equal(["Choose who you are referring"], await teacher.ErrorsAsync());
        await teacher.WalkAsync();
        await teacher.PressAsync("Send the referral");
        var reference = await teacher.Page.Locator(".govuk-panel strong").InnerTextAsync();
        var code = await teacher.Page.Locator("p.govuk-\\!-font-size-24").InnerTextAsync();

        await teacher.OpenAsync(Site.Place + "/outcome");
        await teacher.AnswerAsync(("Reference", reference), ("Code", code));
        await teacher.PressAsync("Continue");
        Assert.Contains(reference, await teacher.MainAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Ashdown", await teacher.MainAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_refers_keeps_what_was_typed_in_spite_of_a_mistake_and_goes_back_to_change_an_answer()
    {
        await using var partner = await site.AsAsync("partner");
        await partner.OpenAsync(Site.Place + "/refer");
        await partner.PressAsync("Start now");
        await partner.WalkAsync("name");
        await partner.AnswerAsync(("IsNamed", "true"), ("GivenName", new string('x', 300)), ("FamilyName", "Keptfamily"));
        await partner.PressAsync("Continue");
        Assert.NotEmpty(await partner.ErrorsAsync());
        Assert.StartsWith("Error: ", await partner.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal("Keptfamily", await partner.Page.InputValueAsync("[name=FamilyName]"));
        await partner.AnswerAsync(("GivenName", "Testina"));
        await partner.PressAsync("Continue");
        await partner.WalkAsync();
        await partner.Page.Locator(".govuk-summary-list__row", new() { HasText = "Keptfamily" }).GetByRole(AriaRole.Link).ClickAsync();
        await partner.Page.Locator("[name=FamilyName]").WaitForAsync();
        await partner.AnswerAsync(("FamilyName", "Otherfamily"));
        await partner.PressAsync("Continue");
        Assert.Contains("Testina Otherfamily", await partner.MainAsync(), StringComparison.Ordinal);
        await partner.PressAsync("Send the referral");
        Assert.Contains("Referral received", await partner.MainAsync(), StringComparison.Ordinal);

        await using var door = await site.AsAsync("frontdoor");
        await door.OpenAsync(Site.Place + "/worklist");
        Assert.Contains("Testina Otherfamily", await door.MainAsync(), StringComparison.Ordinal);
    }
}
