using Microsoft.Playwright;

namespace Lapwing.BrowserTests;

/// <summary>Referring, by the three ways in.</summary>
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
    public async Task A_survivor_stops_goes_on_elsewhere_with_a_code_and_sends()
    {
        await using var phone = await site.VisitAsync();
        await phone.OpenAsync(Site.Place + "/get-help");
        Assert.Contains("does not delete your browsing history", await phone.MainAsync(), StringComparison.Ordinal);
        await phone.PressAsync("Start");
        await phone.WalkAsync("safe-times", Referring.Few);
        await phone.AnswerAsync(("When", "any"));
        await phone.PressAsync("Save and come back later");
        await phone.PressAsync("Show me a code");
        var code = (await phone.Page.Locator(".govuk-panel__body").InnerTextAsync()).Trim();

        await using var library = await site.VisitAsync();
        await library.OpenAsync(Site.Place + "/get-help/resume");
        await library.AnswerAsync(("Code", "2222-2222-2222"));
        await library.PressAsync("Go on");
        Assert.NotEmpty(await library.ErrorsAsync());
        await library.AnswerAsync(("Code", code));
        await library.PressAsync("Go on");
        await library.WalkAsync(answers: Referring.Few);
        Assert.DoesNotContain("abuse", await library.Page.TitleAsync(), StringComparison.OrdinalIgnoreCase);
        await library.PressAsync("Send");
        Assert.Contains("We have received it", await library.MainAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exit_this_page_leaves_at_once_by_button_and_by_three_times_shift_and_nothing_comes_back()
    {
        foreach (var leave in new Func<Visitor, Task>[]
        {
            visitor => visitor.Page.Locator(".govuk-exit-this-page__button").ClickAsync(),
            async visitor => { for (var i = 0; i < 3; i++) await visitor.Page.Keyboard.PressAsync("Shift"); },
        })
        {
            await using var visitor = await site.VisitAsync();
            await visitor.OpenAsync(Site.Place + "/get-help");
            await visitor.PressAsync("Start");
            await visitor.WalkAsync("safe-times", Referring.Few);
            var draft = visitor.Page.Url;
            await visitor.ExitAsync(() => leave(visitor));
            Assert.Equal("Page not found", await visitor.InAnotherTabAsync(draft));
        }
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
