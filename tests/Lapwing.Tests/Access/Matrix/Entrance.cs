using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lapwing.Tests.Access.Matrix;

/// <summary>One way into the running program: an address, a method, and the button on the page that sends there.</summary>
internal sealed partial record Entrance(string Route, string Method, string? Button)
{
    /// <summary>The address with the button, whatever the method.</summary>
    public string Place => Button is null ? Route : $"{Route}#{Button}";

    public IReadOnlyList<string> Parameters { get; } = [.. Parameter().Matches(Route).Select(match => match.Groups[1].Value)];

    public string UrlWith(IReadOnlyDictionary<string, string> values) =>
        Parameter().Replace(Route, match => values[match.Groups[1].Value]) + (Button is null ? "" : "?handler=" + Button);

    public override string ToString() => $"{Method} {Place}";

    /// <summary>Every one that the program answers to, as it says itself: a new page is here by being there. What ends something comes last.</summary>
    public static IReadOnlyList<Entrance> All(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var all = new List<Entrance>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var route = "/" + endpoint.RoutePattern.RawText!.Trim('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
            {
                all.AddRange((endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]).Select(method => new Entrance(route, method, null)));
                continue;
            }
            var buttons = loader.LoadAsync(page, EndpointMetadataCollection.Empty).GetAwaiter().GetResult().HandlerMethods.Where(handler => handler.Name is not null);
            all.AddRange([new(route, "GET", null), new(route, "POST", null), .. buttons.Select(handler => new Entrance(route, handler.HttpMethod.ToUpperInvariant(), handler.Name))]);
        }
        return [.. all.DistinctBy(entrance => entrance.ToString()).OrderBy(entrance => entrance.Button == "End" || entrance.Place == "/sign-out").ThenBy(entrance => entrance.ToString(), StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
