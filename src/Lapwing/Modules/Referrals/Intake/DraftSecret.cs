using System.Security.Cryptography;

namespace Lapwing.Modules.Referrals.Intake;

/// <summary>The secret by which a browser opens the drafts that were started in it: 256 random bits in a cookie that no script reads and that
/// ends with the browser. "Exit this page" deletes it.</summary>
public static class DraftSecret
{
    private const string Name = "lapwing-draft";
    private const int Bytes = 32;

    public static string? Of(HttpContext http) => http.Request.Cookies[NameFor(http)] is { Length: Bytes * 2 } secret ? secret : null;

    public static string OfOrNew(HttpContext http)
    {
        if (Of(http) is { } secret)
            return secret;
        secret = Convert.ToHexString(RandomNumberGenerator.GetBytes(Bytes));
        http.Response.Cookies.Append(NameFor(http), secret, new CookieOptions
        {
            HttpOnly = true, IsEssential = true, Path = "/", SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps,
        });
        return secret;
    }

    /// <summary>The prefix makes browsers refuse a cookie that another site or an unencrypted page planted.</summary>
    private static string NameFor(HttpContext http) => http.Request.IsHttps ? "__Host-" + Name : Name;
}
