using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.TestHost;

namespace Lapwing.Tests;

/// <summary>One page as it came back.</summary>
public sealed record TestPage(HttpStatusCode Status, string Address, IHtmlDocument Html, string Text, HttpResponseMessage Response)
{
    public string? Location => Response.Headers.Location?.OriginalString;

    /// <summary>The messages of the error summary.</summary>
    public IReadOnlyList<string> Errors => [.. Html.QuerySelectorAll(".govuk-error-summary__list li").Select(e => e.TextContent.Trim())];

    public string Heading => Html.QuerySelector("h1")?.TextContent.Trim() ?? "";
}

/// <summary>Reads and submits pages the way a browser without JavaScript does: cookies, hidden fields, whole forms.</summary>
public sealed class TestBrowser(HttpClient client, TestServer server) : IDisposable
{
    private readonly CookieContainer cookies = new();
    private static readonly Uri Origin = new("http://localhost");

    public CookieContainer Cookies => cookies;

    public Task<TestPage> GetAsync(string address) => SendAsync(new(HttpMethod.Get, address));

    /// <summary>Submits the page's form (the one with <paramref name="formSelector"/>) with everything already in it, changed by <paramref name="fields"/>.</summary>
    public Task<TestPage> SubmitAsync(TestPage page, Dictionary<string, string> fields, string formSelector = "main form[method=post]") =>
        SendAsync(new(HttpMethod.Post, ActionOf(page, formSelector)) { Content = new FormUrlEncodedContent(FieldsOf(page, fields, formSelector)) });

    /// <summary>Submits the page's form and follows the redirect that a good answer gives.</summary>
    public async Task<TestPage> SubmitAndFollowAsync(TestPage page, Dictionary<string, string> fields, string formSelector = "main form[method=post]")
    {
        var answer = await SubmitAsync(page, fields, formSelector);
        Assert.True(answer.Location is not null, $"Expected a redirect, got {(int)answer.Status}: {string.Join("; ", answer.Errors)}");
        return await GetAsync(answer.Location!);
    }

    /// <summary>What the browser would send: the form's fields with their values, changed by <paramref name="fields"/>; several values of one name are separated by <c>|</c>.</summary>
    public static List<KeyValuePair<string, string>> FieldsOf(TestPage page, Dictionary<string, string> fields, string formSelector = "main form[method=post]")
    {
        var form = page.Html.QuerySelector<IHtmlFormElement>(formSelector)
            ?? throw new InvalidOperationException($"No form {formSelector} on {page.Address} ({(int)page.Status}): {page.Heading}");
        var sent = new List<KeyValuePair<string, string>>();
        foreach (var element in form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || fields.ContainsKey(name) || element.HasAttribute("disabled"))
                continue;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when box.IsChecked:
                    sent.Add(new(name, box.Value));
                    break;
                case IHtmlInputElement { Type: not ("checkbox" or "radio" or "submit" or "file") } input:
                    sent.Add(new(name, input.Value));
                    break;
                case IHtmlTextAreaElement area:
                    sent.Add(new(name, area.Value));
                    break;
                case IHtmlSelectElement select:
                    sent.Add(new(name, select.Value ?? ""));
                    break;
            }
        }
        foreach (var (name, value) in fields)
            sent.AddRange(value.Split('|').Select(part => new KeyValuePair<string, string>(name, part)));
        return sent;
    }

    public async Task<TestPage> SendAsync(HttpRequestMessage request)
    {
        request.RequestUri = new Uri(Origin, request.RequestUri!);
        if (cookies.GetCookieHeader(request.RequestUri) is { Length: > 0 } header)
            request.Headers.Add("Cookie", header);
        var response = await client.SendAsync(request);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var cookie in set)
                cookies.SetCookies(request.RequestUri, cookie);
        var text = await response.Content.ReadAsStringAsync();
        var document = (IHtmlDocument)await BrowsingContext.New(Configuration.Default)
            .OpenAsync(answer => answer.Content(text).Address(request.RequestUri));
        return new(response.StatusCode, request.RequestUri.PathAndQuery, document, text, response);
    }

    private static string ActionOf(TestPage page, string formSelector)
    {
        var action = page.Html.QuerySelector(formSelector)?.GetAttribute("action");
        return string.IsNullOrEmpty(action) ? page.Address : action;
    }

    public void Dispose()
    {
        client.Dispose();
        GC.KeepAlive(server);
    }
}
