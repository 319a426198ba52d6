using System.Net;
using System.Text.RegularExpressions;
using Lapwing.Demonstration;

namespace Lapwing.Bench;

/// <summary>Somebody signed in, asking for pages over HTTP as a browser does.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient client;
    private string token = "";

    private Visitor(Uri origin, int connections) => client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseCookies = true, CookieContainer = new(), MaxConnectionsPerServer = connections, PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
    }) { BaseAddress = origin };

    public static async Task<Visitor> SignInAsync(Site site, string who, int connections = 1)
    {
        var visitor = new Visitor(site.Origin, connections);
        await visitor.GetAsync("/sign-in");
        await visitor.PostAsync("/sign-in", new() { ["Email"] = $"{who}@{Site.Partnership}.example", ["Password"] = DemonstrationDirectory.Password }, HttpStatusCode.Redirect);
        return visitor;
    }

    public async Task<string> GetAsync(string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"{address} answered {(int)answer.StatusCode}.");
        if (Token().Match(text) is { Success: true } found)
            token = found.Groups[1].Value;
        return text;
    }

    /// <summary>Posts a form with the token of the page that was read last.</summary>
    public async Task<string> PostAsync(string address, Dictionary<string, string> fields, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var form = new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", token)));
        using var answer = await client.PostAsync(new Uri(address, UriKind.Relative), form);
        return answer.StatusCode == expected ? await answer.Content.ReadAsStringAsync()
            : throw new InvalidOperationException($"{address} answered {(int)answer.StatusCode}, not {(int)expected}.");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    public void Dispose() => client.Dispose();
}
