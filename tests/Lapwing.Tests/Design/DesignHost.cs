using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Lapwing.Design;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Lapwing.Tests.Design;

/// <summary>A small server with the test pages, the layouts and the headers, and nothing else of the product.</summary>
public sealed class DesignHost : IAsyncLifetime
{
    private WebApplication app = null!;

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(DesignHost).Assembly.GetName().Name });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddRazorPages().WithRazorPagesAtContentRoot().AddLapwingDesign();
        app = builder.Build();
        app.UseSecurityHeaders();
        app.MapRazorPages();
        app.MapExit();
        await app.StartAsync();
        Client = app.GetTestClient();
    }

    public async Task<IHtmlDocument> GetAsync(string path) => Parse(await Client.GetAsync(path));

    public async Task<IHtmlDocument> PostAsync(params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create("Input." + f.Name, f.Value)));
        return Parse(await Client.PostAsync("/form", form));
    }

    private static IHtmlDocument Parse(HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        using var stream = response.Content.ReadAsStream();
        return new HtmlParser().ParseDocument(stream);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
