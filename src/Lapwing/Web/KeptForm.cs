using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Lapwing.Web;

/// <summary>What somebody had typed when their session had ended: carried through sign-in under seal, bound to the same account,
/// and offered again when they are back. Nothing is stored on the server or in the browser.</summary>
public sealed record KeptForm(string Path, Guid Account, Dictionary<string, string[]> Fields)
{
    public const string FieldName = "KeptForm";
    private static readonly TimeSpan Life = TimeSpan.FromHours(2);

    /// <summary>Sends a signed-out visitor to sign in. A posted form goes along: the sign-in page is shown in its place.</summary>
    public static async Task ChallengeAsync(HttpContext context)
    {
        var path = context.Request.Path + context.Request.QueryString;
        if (HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType && !IsUpload(context) && ExpiredAccount(context) is { } account)
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            var kept = new KeptForm(path, account, form.Where(f => f.Key != "__RequestVerificationToken")
                .ToDictionary(f => f.Key, f => f.Value.Select(v => v ?? "").ToArray()));
            context.Items[FieldName] = Protector(context).Protect(JsonSerializer.Serialize(kept), Life);
            return;
        }
        context.Response.Redirect("/sign-in?next=" + Uri.EscapeDataString(HttpMethods.IsGet(context.Request.Method) ? path : "/"));
    }

    /// <summary>Runs before routing: when the door kept a form, the request goes on as the sign-in page.</summary>
    public static async Task ShowSignInAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (Carried(context) is null || context.Response.HasStarted || context.Request.Path == "/sign-in")
            return;
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        (context.Request.Method, context.Request.Path, context.Request.QueryString) = (HttpMethods.Get, "/sign-in", QueryString.Empty);
        await next(context);
    }

    /// <summary>The sealed form that this request carries to the sign-in page, if any.</summary>
    public static string? Carried(HttpContext context) => context.Items[FieldName] as string;

    /// <summary>Opens a kept form for the account that typed it; for anybody else, or when altered or too old, there is nothing.</summary>
    public static KeptForm? Open(HttpContext context, string? sealedForm, Guid account)
    {
        if (string.IsNullOrEmpty(sealedForm))
            return null;
        try
        {
            var kept = JsonSerializer.Deserialize<KeptForm>(Protector(context).Unprotect(sealedForm));
            return kept?.Account == account ? kept : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>A file is not kept: reading it here would put it on the disk in the clear.</summary>
    private static bool IsUpload(HttpContext context) => context.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;

    private static ITimeLimitedDataProtector Protector(HttpContext context) =>
        context.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector(FieldName).ToTimeLimitedDataProtector();

    /// <summary>Who was signed in, from a cookie that is no longer good for anything else.</summary>
    private static Guid? ExpiredAccount(HttpContext context)
    {
        var options = context.RequestServices.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var cookie = options.CookieManager.GetRequestCookie(context, options.Cookie.Name!);
        var ticket = cookie is null ? null : options.TicketDataFormat.Unprotect(cookie);
        return Guid.TryParse(ticket?.Principal.FindFirstValue(ClaimTypes.NameIdentifier), out var account) ? account : null;
    }
}
