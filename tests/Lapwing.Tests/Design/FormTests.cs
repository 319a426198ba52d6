using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace Lapwing.Tests.Design;

/// <summary>Fields bound to a page: names, errors, and what was typed.</summary>
public sealed class FormTests(DesignHost host) : IClassFixture<DesignHost>
{
    [Fact]
    public async Task AFieldIsNamedLabelledAndDescribed()
    {
        var page = await host.GetAsync("/form");
        var input = page.QuerySelector<IHtmlInputElement>("#Input_FirstName")!;
        Assert.Equal(("Input.FirstName", "off"), (input.Name, input.GetAttribute("autocomplete")));
        Assert.Equal("First name", page.QuerySelector("label[for=Input_FirstName]")!.TextContent);
        Assert.Equal("As they like to be called", page.GetElementById(input.GetAttribute("aria-describedby")!)!.TextContent);
        Assert.Equal("Tell us – Lapwing", page.Title);
        Assert.Null(page.QuerySelector(".govuk-error-summary"));
    }

    [Fact]
    public async Task ErrorsAreListedInTheOrderOfThePageAndLeadToTheirControls()
    {
        var page = await host.PostAsync(("Safe", ""));
        var links = page.QuerySelectorAll<IHtmlAnchorElement>(".govuk-error-summary a").ToList();
        Assert.Equal(["Enter a first name", "Enter a date of birth", "Say whether it is safe to ring"], links.Select(l => l.TextContent));
        Assert.All(links, l => Assert.IsAssignableFrom<IHtmlInputElement>(page.GetElementById(l.Hash[1..])));
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);

        var input = page.GetElementById("Input_FirstName")!;
        Assert.Contains("Input_FirstName-error", input.GetAttribute("aria-describedby")!, StringComparison.Ordinal);
        Assert.Contains("Enter a first name", page.GetElementById("Input_FirstName-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingTypedIsLost()
    {
        var page = await host.PostAsync(("Phone", "07 \"<b>\""), ("Safe", "yes"), ("Level", "VeryHigh"), ("Needs", "home"), ("Needs", "money"),
            ("Agency", "b"), ("Notes", "\nsecond line"), ("Born.Day", "31"), ("Born.Month", "x"), ("Born.Year", "20"));
        Assert.Equal("07 \"<b>\"", page.QuerySelector<IHtmlInputElement>("#Input_Phone")!.Value);
        Assert.Equal(["yes", "VeryHigh", "home", "money"], page.QuerySelectorAll<IHtmlInputElement>("input:checked").Select(i => i.Value));
        Assert.Equal("b", page.QuerySelector<IHtmlSelectElement>("#Input_Agency")!.Value);
        Assert.Equal("\nsecond line", page.QuerySelector<IHtmlTextAreaElement>("#Input_Notes")!.Value);
        Assert.Equal(["31", "x", "20"], page.QuerySelectorAll<IHtmlInputElement>(".govuk-date-input input").Select(i => i.Value));
        Assert.DoesNotContain("--hidden", page.GetElementById("conditional-Input_Safe")!.ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APasswordIsNeverPrintedBack()
    {
        var page = await host.PostAsync(("Password", "correct horse"));
        Assert.DoesNotContain("correct horse", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("31", "2", "2020", "Date of birth must be a real date", "Input_Born", 3)]
    [InlineData("1", "1", "20", "Date of birth must be a real date", "Input_Born", 3)]
    [InlineData("1", "", "2020", "Date of birth must include a month", "Input_Born_Month", 1)]
    [InlineData("", "", "2020", "Date of birth must include a day and month", "Input_Born", 2)]
    [InlineData("", "", "", "Enter a date of birth", "Input_Born", 3)]
    public async Task AWrongDateSaysWhatIsWrongWithIt(string day, string month, string year, string message, string leadsTo, int marked)
    {
        var page = await host.PostAsync(("FirstName", "Wren"), ("Safe", "no"), ("Born.Day", day), ("Born.Month", month), ("Born.Year", year));
        var link = Assert.Single(page.QuerySelectorAll<IHtmlAnchorElement>(".govuk-error-summary a"));
        Assert.Equal((message, "#" + leadsTo), (link.TextContent, link.GetAttribute("href")));
        Assert.Equal(marked, page.QuerySelectorAll(".govuk-date-input .govuk-input--error").Length);
    }

    [Theory]
    [InlineData("1", "2", "2020")]
    [InlineData("01", "February", "2020")]
    [InlineData(" 1 ", "feb", "2020")]
    public async Task ARightDateIsTakenAndWhatWasDoneIsSaidOnce(string day, string month, string year)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Input.FirstName"] = "Wren", ["Input.Safe"] = "no", ["Input.Born.Day"] = day, ["Input.Born.Month"] = month, ["Input.Born.Year"] = year,
        });
        var response = await host.Client.PostAsync("/form", form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);

        using var next = new HttpRequestMessage(HttpMethod.Get, "/form");
        next.Headers.Add("Cookie", response.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        var shown = await (await host.Client.SendAsync(next, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Sent, born 2020-02-01", shown, StringComparison.Ordinal);
        Assert.Null((await host.GetAsync("/form")).QuerySelector(".govuk-notification-banner"));
    }

    [Fact]
    public async Task AnEnumOffersItsMembersByName()
    {
        var page = await host.GetAsync("/form");
        var labels = page.QuerySelectorAll<IHtmlInputElement>("input[name='Input.Level']").Select(i => (i.Value, page.QuerySelector($"label[for={i.Id}]")!.TextContent));
        Assert.Equal([("Standard", "Standard"), ("VeryHigh", "Very high"), ("Marac", "Heard at MARAC")], labels);
    }

    [Fact]
    public async Task TableCellsGetTheirClassesAndOtherTablesAreLeftAlone()
    {
        var page = await host.GetAsync("/form");
        Assert.Equal("3", page.QuerySelector("td.govuk-table__cell--numeric")!.TextContent);
        Assert.Equal("col", page.QuerySelector("th.govuk-table__header--numeric")!.GetAttribute("scope"));
        Assert.Equal("<td>untouched</td>", page.QuerySelector("#plain td")!.OuterHtml);
    }

    [Fact]
    public async Task ThePageHoldsNothingThatThePolicyForbids()
    {
        var page = await host.GetAsync("/form");
        Assert.All(page.QuerySelectorAll("script"), s => Assert.Equal(("", true), (s.TextContent, s.HasAttribute("src"))));
        Assert.Empty(page.QuerySelectorAll("[style], style, [onclick], [onload]"));
    }
}
