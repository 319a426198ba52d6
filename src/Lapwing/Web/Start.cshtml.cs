using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Handovers;
using Lapwing.Modules.Referrals.Support;
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
        if (viewer.May(Permission.WorkCases))
            Tasks.Add(new((await Emergencies.OfMyFilesAsync(db, ct)).Count, "entry in an emergency into a file of your team", "entries in an emergency into files of your team", UrlTo("emergency/looked")));
        if (viewer.May(Permission.ReceiveShared))
            Tasks.Add(new((await Sharings.WithMeAsync(db, ct)).Count(s => s.ReceivedAt is null && s.RecalledAt is null), "file shared with you that nobody has acknowledged", "files shared with you that nobody has acknowledged", UrlTo("shared")));
        if (viewer.May(Permission.ManageTeam))
            Tasks.Add(new((await TakeOverModel.NeededAsync(db, ct)).Count, "person for whom somebody must take over", "people for whom somebody must take over", UrlTo("support/take-over")));
        if (viewer.May(Permission.AllowInEmergency))
            Tasks.Add(new((await Emergencies.WaitingForYesAsync(db, ct)).Count, "colleague who waits for your yes to an address", "colleagues who wait for your yes to an address", UrlTo("emergency/reviews")));
        if (viewer.May(Permission.GuardWalls))
        {
            Tasks.Add(new(await Emergencies.CountToJudgeAsync(db, ct), "entry in an emergency to judge", "entries in an emergency to judge", UrlTo("emergency/reviews")));
            Tasks.Add(new(await Walls.CountAsync(db, WallPart.ToDecide, ct), "wall to decide on", "walls to decide on", UrlTo("walls", "todecide")));
            Tasks.Add(new(await Walls.CountAsync(db, WallPart.ToReview, ct), "wall to look at again", "walls to look at again", UrlTo("walls", "toreview")));
        }
        if (viewer.May(Permission.ManagePartners))
            Tasks.Add(new(await db.Partners.CountAsync(p => p.State == PartnerState.Proposed && p.ProposedBy != me, ct), "partner to confirm", "partners to confirm", UrlTo("partners")));
        if (viewer.May(Permission.ConfirmJobs))
            Tasks.Add(new(await db.JobGrants.CountAsync(g => g.State == GrantState.Proposed && g.ProposedBy != me && g.Member != me, ct),
                "job to confirm", "jobs to confirm", UrlTo("members/grants")));
    }
}
