using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Net.Http.Headers;

namespace Lapwing.Design;

/// <summary>
/// Tells browsers to trust nothing but our own files, to tell nobody where a visitor came from, and to keep no copy of a page.
/// Scripts and styles are files of their own, so the policy needs no nonce and no exception.
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private const string PermissionsPolicy =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), " +
        "publickey-credentials-create=(self), publickey-credentials-get=(self)";

    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        // At the last moment, because what an error page or a file sends is only known then.
        context.Response.OnStarting(() =>
        {
            Add(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static void Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = PermissionsPolicy;

        // Only files from wwwroot, which are the same for everybody, may be kept, and a browser asks each time whether they changed.
        // An attachment comes from an endpoint, so it is never stored whatever headers it brings.
        var isOurFile = context.GetEndpoint() is not { } endpoint
            ? headers.ContainsKey(HeaderNames.ETag)
            : endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
        if (!isOurFile) headers.CacheControl = "no-store";
        else if (!headers.ContainsKey(HeaderNames.CacheControl)) headers.CacheControl = "no-cache";
    }
}

public static class SecurityHeadersExtensions
{
    /// <summary>Belongs before everything that answers, error pages included.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.UseMiddleware<SecurityHeaders>();
}
