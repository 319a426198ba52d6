using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Lapwing.Tests.Access.Matrix;

/// <summary>What came back.</summary>
internal sealed record Came(HttpStatusCode Status, string? Location, string Headers, string Text)
{
    /// <summary>What the answer tells, or null when it is none that anybody should ever get.</summary>
    public Answer? Answer => Status switch
    {
        HttpStatusCode.Redirect when Location!.StartsWith("/sign-in?next=", StringComparison.Ordinal) => Matrix.Answer.SignIn,
        HttpStatusCode.Forbidden => Matrix.Answer.NotYourJob,
        HttpStatusCode.NotFound => Matrix.Answer.NotThere,
        HttpStatusCode.OK or HttpStatusCode.Accepted or HttpStatusCode.Redirect or HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity or HttpStatusCode.MethodNotAllowed => Matrix.Answer.Page,
        _ => null,
    };

    /// <summary>A page was shown, with what is on it: not a redirect and not a refusal.</summary>
    public bool ShowsPage => Status is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity;
}

/// <summary>One role with its session and its form token, knocking at every entrance by bare requests.</summary>
internal sealed partial class Knocker(Role role, HttpClient client, string cookies, string token)
{
    public Role Role => role;

    public static async Task<Knocker> SignInAsync(MatrixWorld world, Role role)
    {
        var browser = role.IsSignedIn ? await world.App.SignInAsync(MatrixWorld.EmailOf(role)) : world.App.Browser();
        var page = await browser.GetAsync(role.IsSignedIn ? "/account" : "/sign-in");
        return new(role, world.App.Client(), browser.Cookies.GetCookieHeader(new("http://localhost/")), Token().Match(page.Text).Groups[1].Value);
    }

    /// <summary>A form that is sent carries a valid token and hardly anything else: what matters is who may send it.</summary>
    public async Task<Came> KnockAsync(string url, string method, IEnumerable<KeyValuePair<string, string>> form)
    {
        using var request = new HttpRequestMessage(new(method), url);
        if (cookies.Length > 0)
            request.Headers.Add("Cookie", cookies);
        if (method != "GET")
            request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. form]);
        using var response = await client.SendAsync(request);
        var text = Token().Replace(await response.Content.ReadAsStringAsync(), "");
        var headers = string.Join('\n', response.Headers.Concat(response.Content.Headers).Where(header => header.Key is not ("Set-Cookie" or "Content-Length"))
            .OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")).Replace(Uri.EscapeDataString(url), "(what was asked for)", StringComparison.Ordinal);
        return new(response.StatusCode, response.Headers.Location?.OriginalString, headers, text);
    }

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="([^"]+)""")]
    private static partial Regex Token();
}
