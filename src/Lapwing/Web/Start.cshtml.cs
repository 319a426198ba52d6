using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Referrals;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Web;

/// <summary>Where a member begins: what waits for them, and where their jobs let them go.</summary>
[Permit(Permission.Member)]
public sealed class StartModel(Here here, PartnershipDb db, EndpointDataSource endpoints) : PageModel
{
    /// <summary>Something to do now, with how much of it there is.</summary>
    public sealed record Task(int Count, string One, string Several, string? Url)
    {
        public string Words => $"{Count} {(Count == 1 ? One : Several)}";
    }

    public IReadOnlyList<Place> Places { get; private set; } = [];
    public List<Task> Tasks { get; } = [];
    public string Partnership => here.Partnership!.Name;
    public string Greeting => here.Viewer.Name;
    public string Jobs => string.Join(", ", Access.Jobs.Each(here.Viewer.Jobs).Select(Access.Jobs.Title));

    public static new string Url(string partnership) => $"/{partnership}";

    public string UrlOf(Place place) => place.UrlIn(here.Address);

    public async System.Threading.Tasks.Task OnGetAsync(CancellationToken ct)
    {
        Places = [.. Place.For(here.Viewer, endpoints)];
        string? UrlTo(string path, string? show = null) => Places.FirstOrDefault(place => place.Path == path) is { } place ? UrlOf(place) + (show is null ? "" : "?show=" + show) : null;
        var (viewer, me) = (here.Viewer, here.Viewer.Member);
        if (viewer.May(Permission.TriageReferrals))
            Tasks.Add(new(await db.Referrals.CountAsync(r => r.Status == ReferralStatus.Waiting, ct), "new referral to triage", "new referrals to triage", UrlTo("worklist")));
        if (viewer.May(Permission.WorkCases))
        {
            var teams = viewer.Teams.ToArray();
            Tasks.Add(new(await db.SupportEpisodes.CountAsync(e => teams.Contains(e.Team) && e.Status == EpisodeStatus.Offered, ct),
                "offer that your team has not answered", "offers that your team has not answered", UrlTo("support")));
            Tasks.Add(new(await db.SupportEpisodes.CountAsync(e => teams.Contains(e.Team) && e.Status == EpisodeStatus.Waiting, ct),
                "person waiting for a worker", "people waiting for a worker", UrlTo("support", "waiting")));
            Tasks.Add(new(await db.SupportEpisodes.CountAsync(e => e.Worker == me && e.Status == EpisodeStatus.Open, ct),
                "person whom you support", "people whom you support", UrlTo("support", "mine")));
        }
        if (viewer.May(Permission.ConfirmJobs))
            Tasks.Add(new(await db.JobGrants.CountAsync(g => g.State == GrantState.Proposed && g.ProposedBy != me && g.Member != me, ct),
                "job to confirm", "jobs to confirm", UrlTo("members/grants")));
    }
}
