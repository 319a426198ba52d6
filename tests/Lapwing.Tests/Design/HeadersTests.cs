using System.Net;
using Lapwing.Design;
using Lapwing.Design.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Xunit;

namespace Lapwing.Tests.Design;

public sealed class HeadersTests(DesignHost host) : IClassFixture<DesignHost>
{
    [Theory]
    [InlineData("Content-Security-Policy", SecurityHeaders.ContentSecurityPolicy)]
    [InlineData("X-Content-Type-Options", "nosniff")]
    [InlineData("X-Frame-Options", "DENY")]
    [InlineData("Referrer-Policy", "no-referrer")]
    [InlineData("Cross-Origin-Opener-Policy", "same-origin")]
    [InlineData("Cache-Control", "no-store")]
    public async Task EveryPageSaysIt(string header, string value)
    {
        foreach (var path in new[] { "/form", "/nowhere.txt/at/all/there" })
        {
            var response = await host.Client.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal([value], response.Headers.GetValues(header));
        }
    }

    [Fact]
    public void ThePolicyAllowsNothingInlineAndNobodyElse()
    {
        Assert.DoesNotContain("unsafe", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none';", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "no-cache")]
    [InlineData(true, "no-store")]
    public async Task OnlyAFileOfOursMayBeKept(bool fromEndpoint, string expected)
    {
        var context = new DefaultHttpContext();
        var starting = new Starting();
        context.Features.Set<IHttpResponseFeature>(starting);
        if (fromEndpoint) context.SetEndpoint(new Endpoint(null, null, "attachment"));
        await new SecurityHeaders(_ => Task.CompletedTask).InvokeAsync(context);
        context.Response.Headers.ETag = "\"1\"";
        await starting.FireAsync();
        Assert.Equal(expected, context.Response.Headers.CacheControl);
    }

    [Fact]
    public async Task ExitForgetsTheVisitAndLeavesForSomewhereNeutral()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, ExitRoute.Path);
        request.Headers.Add("Cookie", "lapwing=secret; lapwing-form=x");
        var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(ExitThisPage.NeutralSite, response.Headers.Location!.OriginalString);
        Assert.Equal(2, response.Headers.GetValues("Set-Cookie").Count(c => c.Contains("1970", StringComparison.Ordinal)));
    }

    private sealed class Starting : HttpResponseFeature
    {
        private readonly List<(Func<object, Task> Callback, object State)> callbacks = [];

        public override void OnStarting(Func<object, Task> callback, object state) => callbacks.Add((callback, state));

        public async Task FireAsync()
        {
            foreach (var (callback, state) in callbacks) await callback(state);
        }
    }
}
