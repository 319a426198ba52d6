using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Lapwing.Demonstration;
using Microsoft.Playwright;

namespace Lapwing.BrowserTests;

/// <summary>One person at one browser. Whatever page they come to is looked at: by axe, on a screen 320 pixels wide, and at what the browser complains about.</summary>
public sealed partial class Visitor : IAsyncDisposable
{
    /// <summary>WCAG 2.2 AA. Axe's own advice beyond it is left out: it would have the exit link, which the design puts before everything, inside a landmark.</summary>
    internal static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    private readonly Site site;
    private readonly IBrowserContext context;
    private readonly bool looks;
    private readonly List<string> complaints = [];

    internal Visitor(Site site, IBrowserContext context, bool javaScript) => (this.site, this.context, looks) = (site, context, javaScript);

    public IPage Page { get; private set; } = null!;

    public async Task<string> HeadingAsync() => (await Page.Locator("h1").First.InnerTextAsync()).Trim();

    public async Task<string> MainAsync() => await Page.Locator("main").InnerTextAsync();

    /// <summary>The messages of the error summary.</summary>
    public async Task<IReadOnlyList<string>> ErrorsAsync() => await Page.Locator(".govuk-error-summary__list li").AllInnerTextsAsync();

    public async Task OpenAsync(string path)
    {
        await ReadyAsync();
        await Page.GotoAsync(site.Address + path);
        await LookAsync();
    }

    /// <summary>Presses the button, or follows the link, that is called so: on the page itself, or else in what stands around it.</summary>
    public async Task PressAsync(string name)
    {
        var named = Named(Page.Locator("main, .govuk-back-link, .govuk-breadcrumbs"), name);
        if (await named.CountAsync() == 0)
            named = Named(Page.Locator("body"), name);
        await LeaveAsync(() => named.First.ClickAsync());
        await LookAsync();
    }

    private static ILocator Named(ILocator within, string name) =>
        within.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).Or(within.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }));

    /// <summary>Does what leads to another page, and waits for it.</summary>
    public async Task LeaveAsync(Func<Task> go)
    {
        if (looks)
            await Page.EvaluateAsync("() => { window.stillHere = true; }");
        await go();
        if (looks)
            await Page.WaitForFunctionAsync("() => !window.stillHere && document.readyState === 'complete'");
        else
            await Page.WaitForLoadStateAsync();
    }

    /// <summary>Does what leads out of this site at once; nothing of the world outside is really asked.</summary>
    public Task ExitAsync(Func<Task> go) =>
        Page.RunAndWaitForRequestAsync(go, request => !request.Url.StartsWith(site.Address, StringComparison.Ordinal));

    /// <summary>The heading that the same browser shows for an address in another tab.</summary>
    public async Task<string> InAnotherTabAsync(string url)
    {
        var tab = await context.NewPageAsync();
        await tab.GotoAsync(url);
        return (await tab.Locator("h1").First.InnerTextAsync()).Trim();
    }

    /// <summary>The cable is pulled.</summary>
    public Task OfflineAsync() => context.SetOfflineAsync(true);

    /// <summary>Chooses and types, by the names of the fields; several values of one field are separated by <c>|</c>.</summary>
    public async Task AnswerAsync(params (string Field, string Value)[] answers)
    {
        foreach (var (field, value) in answers)
        {
            var all = Page.Locator($"main [name=\"{field}\"]");
            switch (await all.First.GetAttributeAsync("type"))
            {
                case "radio" or "checkbox":
                    foreach (var part in value.Split('|'))
                        await Page.Locator($"main [name=\"{field}\"][value=\"{part}\"]").CheckAsync();
                    break;
                case null when await all.First.EvaluateAsync<string>("field => field.tagName") == "SELECT":
                    var wanted = all.Locator("option").Filter(new() { HasText = value }).Or(all.Locator($"option[value=\"{value}\"]")).First;
                    await all.First.SelectOptionAsync(await wanted.GetAttributeAsync("value") ?? "");
                    break;
                default:
                    await all.First.FillAsync(value);
                    break;
            }
        }
    }

    public async Task SignInAsync(string email, string password = DemonstrationDirectory.Password)
    {
        await OpenAsync("/sign-in");
        await AnswerAsync(("Email", email), ("Password", password));
        await PressAsync("Sign in");
    }

    public Task<string> SessionAsync() => context.StorageStateAsync();

    /// <summary>Presses Tab until the field, link or button of this name has the focus, which must be seen at every stop.</summary>
    public async Task TabToAsync(string name)
    {
        for (var stops = 0; stops < 60; stops++)
        {
            await Page.Keyboard.PressAsync("Tab");
            var stop = await Page.EvaluateAsync<string[]>("""
                () => { const at = document.activeElement, style = getComputedStyle(at), label = at.labels && at.labels[0];
                  return [(label ? label.innerText : at.innerText || '').trim(), String(style.outlineStyle !== 'none' || style.boxShadow !== 'none')]; }
                """);
            Assert.True(stop[1] == "true", $"The focus on \"{stop[0]}\" cannot be seen.");
            if (stop[0] == name)
                return;
        }
        Assert.Fail($"The keyboard does not come to \"{name}\".");
    }

    /// <summary>Nobody may be shut out of a page, lose it on a small screen, or be shown one that the browser complains about.</summary>
    public async Task LookAsync()
    {
        Assert.Empty(complaints);
        // A professional with a link and one who is signed in are shown the same questions.
        var kind = Ids().Replace(new Uri(Page.Url).AbsolutePath, "/*").Replace("/refer/as-agency/", "/refer/", StringComparison.Ordinal) + (await Page.Locator(".govuk-error-summary").CountAsync() > 0 ? " with errors" : "");
        Assert.False(await Page.Locator("h1").CountAsync() == 0, $"{kind} has no heading.");
        if (!looks || !site.LookedAt.TryAdd(kind, true))
            return;
        var faults = (await Page.RunAxe(Wcag)).Violations.Where(violation => !IsTheDesignSystems(violation)).ToList();
        Assert.True(faults.Count == 0, $"{kind}: " + string.Join("; ", faults.Select(v => $"{v.Id}: {v.Help} ({v.Nodes.FirstOrDefault()?.Html})")));
        await Page.SetViewportSizeAsync(320, 900);
        var width = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        await Page.SetViewportSizeAsync(1100, 900);
        Assert.True(width <= 320, $"{kind} is {width} pixels wide on a screen of 320.");
    }

    /// <summary>Two things that GOV.UK Frontend does on purpose, after tests with people who use screen readers: a radio that opens a further question says so by
    /// aria-expanded (alphagov/govuk-frontend, issue 979), and the button of a file field is called by its label and its own words.</summary>
    private static bool IsTheDesignSystems(AxeResultItem violation) => violation.Nodes.All(node => violation.Id switch
    {
        "aria-allowed-attr" => node.Html.Contains("govuk-radios__input", StringComparison.Ordinal) && node.Html.Contains("aria-expanded", StringComparison.Ordinal),
        "label-content-name-mismatch" => node.Html.Contains("govuk-file-upload-button", StringComparison.Ordinal),
        _ => false,
    });

    private async Task ReadyAsync()
    {
        if (Page is not null)
            return;
        Page = await context.NewPageAsync();
        Page.SetDefaultTimeout(20_000);
        Page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("status of", StringComparison.Ordinal))
                complaints.Add(message.Text);
        };
        Page.PageError += (_, fault) => complaints.Add(fault);
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    [GeneratedRegex("/[0-9a-f]{32}")]
    private static partial Regex Ids();
}
