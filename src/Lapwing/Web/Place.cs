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
        new("Unsafe contacts", "unsafe-contacts", Permission.ManageTeam, "Contact that was not safe and happened: say what was done.", InNavigation: false),
        new("Groups", "groups", Permission.WorkCases, "Group programmes, who waits for them, the groups that run, and their registers."),
        new("My work", "work", Permission.WorkCases, "Your tasks, reviews that are due, drafts that are not signed, and what waits for your approval."),
        new("Assess again", "reassess", Permission.WorkCases, "Whose risk is to be assessed again, of your cases and your team's, the most overdue first.", InNavigation: false),
        new("Counter-allegations", "counter-allegations", Permission.WorkCases, "Where each is said to harm the other, and what still needs a screening or a manager's decision.", InNavigation: false),
        new("Shared places", "places", Permission.SeePlaces, "Places in a programme that several boroughs share: how they are shared, who waits, and what the panel decides.", InNavigation: false),
        new("Search", "search", Permission.WorkCases, "Find a person by name, date of birth, telephone number or reference, among those whom your team may know."),
        new("The same person twice", "same", Permission.WorkCases, "People who are likely in two of the files that you may know: say whether they are the same person.", InNavigation: false),
        new("Import", "import", Permission.ImportReferrals, "Bring in referrals that an agency already has, with every rejected row explained."),
        new("Figures", "figures", Permission.SeeNumbers, "Quarter by quarter: who was referred, what became of it, and how long it took."),
        new("Return on safe accommodation", "figures/returns/safe-accommodation", Permission.SeeNumbers, "The year's evidence for the Greater London Authority, rounded to 10.", InNavigation: false),
        new("Papers", "papers", Permission.ReadPapers, "Draft, freeze, approve and export the quarterly paper."),
        new("Safe accommodation", "accommodation", Permission.WorkCases, "Vacancies today, holds that wait for your answer, enquiries without a name, and your own units.", InNavigation: false),
        new("Places by region", "accommodation/places", Permission.Member, "Where safe accommodation has vacancies, by region and kind, in numbers that give no place away.", InNavigation: false),
        new("Housing pathway", "accommodation/pathway", Permission.Member, "The way from abuse to a safe home, step by step: barriers, changes, and what experts by experience say.", InNavigation: false),
        new("Services", "services", Permission.Member, "Every service: whom it is for, whether it is open, and how full it is."),
        new("Directory", "directory", Permission.EditDirectory, "Keep agencies, teams, areas, services and agency links up to date."),
        new("Members", "members", Permission.ManageMembers, "Invite people, change their jobs and teams, end their access."),
        new("Jobs to confirm", "members/grants", Permission.ConfirmJobs, "Confirm, as the second person, who is given a job with cases.", InNavigation: false),
        new("Shared with you", "shared", Permission.ReceiveShared, "What other teams have shared with yours, and where you say that you have it.", InNavigation: false),
        new("In an emergency", "emergency", Permission.EnterInEmergency, "Enter a file that is not yours when somebody is in danger, by its number or reference.", InNavigation: false),
        new("Looked in an emergency", "emergency/looked", Permission.WorkCases, "Who entered a file of your teams in an emergency, and why.", InNavigation: false),
        new("Somebody must take over", "support/take-over", Permission.ManageTeam, "Support whose worker can no longer give it.", InNavigation: false),
        new("People I know", "people-i-know", Permission.SayWhomIKnow, "Say whom you know, so that their files never open to you.", InNavigation: false),
        new("Settings", "settings", Permission.EditDirectory, "What this partnership decides for itself, such as how soon it promises to act.", InNavigation: false),
        new("Requests for own data", "subject-access", Permission.AnswerSubjectAccess, "Answer somebody who asks what is held about them, with nothing in it that is about anybody else.", InNavigation: false),
        new("Audit", "audit", Permission.ReadAudit, "Who looked at what and why, and whether the trail is whole."),
        new("Partners", "partners", Permission.ManagePartners, "The partnerships to which files may be handed over, and what came from them.", InNavigation: false),
        new("Walls", "walls", Permission.GuardWalls, "Decide on suspicions, look at walls again, and lift one together with another guardian."),
        new("Restricted files", "restricted", Permission.GuardWalls, "Files known to a few by name: numbers, and whether somebody is left.", InNavigation: false),
        new("Entries in an emergency", "emergency/reviews", Permission.AllowInEmergency, "Say yes to an address as the second person; the guardian judges each entry.", InNavigation: false),
        new("Unusual access", "unusual", Permission.GuardWalls, "Who looked without an evident need: the same family name, the same file again, far more than others.", InNavigation: false),
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
