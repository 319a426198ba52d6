using Lapwing.Access;
using Lapwing.Design;
using Lapwing.Design.Components;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Lapwing.Web;

/// <summary>A part of a partnership that one can go to. The navigation and the start page show those that the member's jobs permit.</summary>
/// <param name="Path">After the partnership's address; without one it is the start page.</param>
/// <param name="Does">What one does there, for the start page.</param>
/// <param name="InNavigation">Shown at the top of every page too.</param>
public sealed record Place(string Title, string Path, Permission Permission, string Does, bool InNavigation = true)
{
    public static IReadOnlyList<Place> All { get; } =
    [
        new("Worklist", "worklist", Permission.TriageReferrals, "See every referral in order of risk and clock, assess it and find the right pathway."),
        new("Refer", "refer", Permission.MakeReferrals, "Refer an adult, a child or a person causing harm to the front door."),
        new("Support", "support", Permission.WorkCases, "Offers to your team, who is waiting, and the people you support."),
        new("Search", "search", Permission.WorkCases, "Find a person by name, date of birth, telephone number or reference, among those whom your team may know."),
        new("The same person twice", "same", Permission.WorkCases, "People who are likely in two of the files that you may know: say whether they are the same person.", InNavigation: false),
        new("Import", "import", Permission.ImportReferrals, "Bring in referrals that an agency already has, with every rejected row explained."),
        new("Figures", "figures", Permission.SeeNumbers, "Quarter by quarter: who was referred, what became of it, and how long it took."),
        new("Papers", "papers", Permission.ReadPapers, "Draft, freeze, approve and export the quarterly paper."),
        new("Services", "services", Permission.Member, "Every service: whom it is for, whether it is open, and how full it is."),
        new("Directory", "directory", Permission.EditDirectory, "Keep agencies, teams, areas, services and agency links up to date."),
        new("Members", "members", Permission.ManageMembers, "Invite people, change their jobs and teams, end their access."),
        new("Jobs to confirm", "members/grants", Permission.ConfirmJobs, "Confirm, as the second person, who is given a job with cases.", InNavigation: false),
        new("Settings", "settings", Permission.EditDirectory, "What this partnership decides for itself, such as how soon it promises to act.", InNavigation: false),
        new("Audit", "audit", Permission.ReadAudit, "Who looked at what and why, and whether the trail is whole."),
    ];

    public string UrlIn(string partnership) => $"/{partnership}/{Path}";

    /// <summary>What this viewer may go to, of what this version has pages for.</summary>
    public static IEnumerable<Place> For(Viewer viewer, EndpointDataSource endpoints)
    {
        var there = PathsOf(endpoints);
        return All.Where(place => viewer.May(place.Permission) && there.Contains(place.Path));
    }

    /// <summary>Where this version has pages, after the partnership's address.</summary>
    public static IReadOnlySet<string> PathsOf(EndpointDataSource endpoints) =>
        endpoints.Endpoints.OfType<RouteEndpoint>().Select(endpoint => PathOf(endpoint.RoutePattern)).ToHashSet();

    private static string PathOf(RoutePattern pattern) => (pattern.RawText ?? "").Trim('/') is var text && text.StartsWith("{partnership}/", StringComparison.Ordinal)
        ? text["{partnership}/".Length..] : "";

    /// <summary>What stands around the page of this request.</summary>
    public static Frame FrameOf(HttpContext context, Here here, EndpointDataSource endpoints)
    {
        var signedIn = context.User.Identity is { IsAuthenticated: true, Name: var email } ? email : null;
        var isMember = here.IsPartnership && here.Viewer.Jobs != Job.None;
        return new()
        {
            Partnership = here.Partnership?.Name, IsDemonstration = here.Partnership?.IsDemonstration ?? false,
            Home = isMember ? $"/{here.Address}" : "/",
            Places = isMember ? [.. For(here.Viewer, endpoints).Where(place => place.InNavigation).Select(place => ItemOf(place, context, here.Address))] : [],
            SignedInAs = isMember ? here.Viewer.Name : signedIn, SignOutUrl = signedIn is null ? null : "/sign-out",
        };
    }

    private static NavigationItem ItemOf(Place place, HttpContext context, string partnership)
    {
        var url = place.UrlIn(partnership);
        return new() { Text = place.Title, Href = url, Current = context.Request.Path == url, Active = context.Request.Path.StartsWithSegments(url) };
    }
}
