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

    /// <summary>Threat case 16. Leaving is stopped at the door here, so that each page can be looked at as it is while the browser is still on its way out.</summary>
    [Fact]
    public async Task Every_page_for_survivors_is_blank_as_soon_as_exit_is_pressed_and_has_exit_among_its_first_stops()
    {
        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync(Site.Place + "/get-help");
        await visitor.Page.Context.RouteAsync("**/exit", route => route.FulfillAsync(new() { Status = 204 }));
        await LookAsync();
        foreach (var apart in new[] { "/get-help/resume", "/outcome" })
        {
            await visitor.OpenAsync(Site.Place + apart);
            await LookAsync();
        }
        await visitor.OpenAsync(Site.Place + "/get-help");
        await visitor.PressAsync("Start");
        for (var steps = 0; Referring.StepOf(visitor) != "check" && steps < 30; steps++)
        {
            await LookAsync();
            await visitor.AnswerAsync(Referring.Few.GetValueOrDefault(Referring.StepOf(visitor)) ?? []);
            await visitor.PressAsync("Continue");
        }
        Assert.Equal("check", Referring.StepOf(visitor));
        await LookAsync();

        async Task LookAsync()
        {
            var stops = await visitor.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href], button, input')].slice(0, 2).map(stop => stop.innerText.trim())");
            Assert.Contains("Exit this page", stops);
            var left = visitor.Page.WaitForRequestAsync("**/exit");
            var (blank, title) = (await visitor.Page.EvaluateAsync<bool>("""
                () => { document.querySelector('.govuk-exit-this-page__button').click();
                  const over = document.querySelector('.govuk-exit-this-page-overlay'), style = over && getComputedStyle(over);
                  return !!over && style.position === 'fixed' && over.getBoundingClientRect().width >= innerWidth && document.body.classList.contains('govuk-exit-this-page-hide-content'); }
                """), await visitor.Page.TitleAsync());
            Assert.True(blank, $"{visitor.Page.Url} is still to be seen after exit was pressed.");
            Assert.DoesNotContain("Lapwing", title, StringComparison.Ordinal);
            await (await left).ResponseAsync();
            await visitor.Page.GotoAsync(visitor.Page.Url);
        }
    }

    [Fact]
    public async Task Exit_works_without_javascript_and_back_shows_nothing()
    {
        await using var visitor = await site.VisitAsync(javaScript: false);
        await visitor.OpenAsync(Site.Place + "/get-help");
        await visitor.PressAsync("Start");
        await visitor.WalkAsync("safe-times", Referring.Few);
        await visitor.ExitAsync(() => visitor.Page.Locator(".govuk-exit-this-page__button").ClickAsync());
        await visitor.Page.GoBackAsync();
        Assert.Equal("Page not found", await visitor.HeadingAsync());
    }
}
