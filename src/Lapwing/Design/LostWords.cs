using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Lapwing.Design;

/// <summary>What somebody had typed and the page that refuses it does not show again, because the form is gone: a colleague was faster, or it is not theirs any more.
/// Every page gives it back, so that no page has to think of it. Complaint 8 of the field: a long note lost to a conflict or a timeout.</summary>
public static class LostWords
{
    /// <summary>Never shown again, whatever they hold.</summary>
    private static readonly HashSet<string> Secret = new(StringComparer.OrdinalIgnoreCase) { "Password", "Current", "New", "Code", "__RequestVerificationToken", "KeptForm" };

    /// <summary>Everything of several words that was sent and does not stand in the page.</summary>
    public static IReadOnlyList<string> Of(HttpContext http, IHtmlContent? page)
    {
        ArgumentNullException.ThrowIfNull(http);
        var request = http.Request;
        if (page is null || http.Response.StatusCode is not (StatusCodes.Status400BadRequest or StatusCodes.Status422UnprocessableEntity) || !HttpMethods.IsPost(request.Method)
            || request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true || http.User.Identity?.IsAuthenticated != true)
            return [];
        string[] typed = [.. request.Form.Where(field => !Secret.Contains(field.Key)).SelectMany(field => field.Value).OfType<string>().Select(Plain).Where(text => text.Any(char.IsWhiteSpace)).Distinct()];
        if (typed.Length == 0)
            return [];
        using var text = new StringWriter();
        page.WriteTo(text, HtmlEncoder.Default);
        var shown = Plain(WebUtility.HtmlDecode(text.ToString()));
        return [.. typed.Where(words => !shown.Contains(words, StringComparison.Ordinal))];
    }

    private static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();
}
