using Lapwing.Access;
using Lapwing.Design.Components;

namespace Lapwing.Design;

/// <summary>
/// Where "Exit this page" leads: it forgets the visit as far as a server can, and sends the browser on to somewhere neutral.
/// The history of the browser is not erased, and pages for survivors say so.
/// </summary>
public static class ExitRoute
{
    public const string Path = "/exit";

    /// <summary>Adds the route for everybody: whoever must leave cannot be asked to sign in.</summary>
    public static IEndpointConventionBuilder MapExit(this IEndpointRouteBuilder routes, string neutralSite = ExitThisPage.NeutralSite) =>
        routes.MapGet(Path, (HttpContext http) => Leave(http, neutralSite))
            .WithMetadata(new PermitAttribute(Permission.Public));

    private static IResult Leave(HttpContext http, string neutralSite)
    {
        foreach (var name in http.Request.Cookies.Keys) http.Response.Cookies.Delete(name, new CookieOptions { Path = "/", Secure = http.Request.IsHttps });
        // Not "cache": browsers take seconds over it, and our pages are never stored anyway.
        http.Response.Headers["Clear-Site-Data"] = "\"cookies\", \"storage\"";
        http.Response.Headers.CacheControl = "no-store";
        return Results.Redirect(neutralSite);
    }
}
