namespace Lapwing.BrowserTests;

/// <summary>Somebody asks for help for themselves, and may have to leave at any moment.</summary>
public sealed class SurvivorTests(Site site)
{
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
}
