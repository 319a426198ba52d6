using System.Security.Claims;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Accounts;
using Microsoft.AspNetCore.Diagnostics;

namespace Lapwing.Web;

/// <summary>The first lock. Everyone is denied by default: resolves the partnership and the viewer once per request and lets
/// through only who holds the one permission that the endpoint states.</summary>
public sealed class Door(RequestDelegate next, EndpointDataSource endpoints)
{
    public async Task InvokeAsync(HttpContext context, Here here, Partnerships partnerships, TimeProvider time)
    {
        var now = Storage.Whole(time.GetUtcNow().UtcDateTime);
        var endpoint = context.GetEndpoint();
        var address = context.GetRouteValue("partnership") as string;
        var partnership = address is null ? null : await partnerships.FindAsync(address, context.RequestAborted);
        if (address is not null && partnership is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var (viewer, seen) = partnership is null ? (Viewer.Nobody(now), null) : await ViewerAsync(partnerships, partnership, context, now);
        var db = partnership is null ? null : await partnerships.OpenAsync(partnership.Address, viewer, context.RequestAborted);
        db?.Seen = seen;
        await here.EnterAsync(partnership, viewer, db, context.TraceIdentifier);
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is null)
            context.Features.Set(Place.FrameOf(context, here, endpoints));

        if (endpoint is null)
        {
            await next(context);
            return;
        }
        var permission = endpoint.Metadata.GetMetadata<PermitAttribute>()?.Permission;
        if (permission is null)
            context.Response.StatusCode = StatusCodes.Status404NotFound; // Start checks pages; anything else without a permission is not there.
        else if (permission == Permission.Public)
            await next(context);
        else if (context.User.Identity?.IsAuthenticated != true)
            await KeptForm.ChallengeAsync(context);
        else if (permission != Permission.SignedIn && !viewer.May(permission.Value))
            context.Response.StatusCode = viewer.Jobs == Job.None ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden;
        else if (LacksSecondStep(context, partnership, viewer))
            context.Response.Redirect(AuthenticatorModel.Url(HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : "/"));
        else
            await next(context);
    }

    /// <summary>A password alone opens no real case. In the demonstration everybody is invented, so there it is offered and not asked for.</summary>
    private static bool LacksSecondStep(HttpContext context, Partnership? partnership, Viewer viewer) =>
        partnership is { IsDemonstration: false } && Access.Jobs.NeedSecondStep(viewer.Jobs)
        && !context.User.HasClaim(Authenticators.Claim, Authenticators.WithSecondStep);

    /// <summary>The member of this account here and now, from dated membership: whoever left or moved has lost access at that moment.</summary>
    private static async Task<(Viewer, long? Seen)> ViewerAsync(Partnerships partnerships, Partnership partnership, HttpContext context, DateTime now)
    {
        var publicViewer = Viewer.System("public front door", now);
        if (!Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var account))
            return (publicViewer, null);
        if (await partnerships.AtTheDoorAsync(partnership.Address, account, now, context.RequestAborted) is not { } member)
            return (publicViewer, null);
        var viewer = new Viewer(member.Member, member.Name, member.Agency, member.Jobs, member.Teams, now, Environment.MachineName);
        if (!member.IsInEmergency || !viewer.May(Permission.EnterInEmergency))
            return (viewer, member.Edition);
        await using var db = await partnerships.OpenAsync(partnership.Address, publicViewer, context.RequestAborted);
        var (files, addresses) = await Emergencies.RunningAsync(db, member.Member, now, context.RequestAborted);
        return (files.Count == 0 ? viewer : viewer with { Emergencies = files, EmergencyAddresses = addresses }, member.Edition);
    }
}
