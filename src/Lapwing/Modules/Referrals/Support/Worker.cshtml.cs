using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Casework;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Support;

/// <summary>Opens support with a worker, or hands it to another one of the same team.</summary>
[Permit(Permission.WorkCases)]
public sealed class WorkerModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    /// <summary>More than any team has.</summary>
    private const int Most = 500;

    [FromRoute(Name = "episode")]
    public Id<SupportEpisode> Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public Id<Member>? Worker { get; set; }

    public OpenEpisode Case { get; private set; } = null!;
    public IReadOnlyList<Option> Workers { get; private set; } = [];
    public string Partnership => here.Address;
    public bool IsHandingOver => Case.Episode.Status == EpisodeStatus.Open;

    public static new string Url(string partnership, Id<SupportEpisode> episode) => EpisodeModel.Url(partnership, episode) + "/worker";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Case = await OpenEpisode.TakeAsync(db, Id, ct);
        await ChoicesAsync(ct);
        if (Worker is null || Workers.All(w => w.Value != Worker.Value.ToString()))
            ModelState.AddModelError(nameof(Worker), "Choose a worker of your team");
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        Case.MustBeMineAndAsSeen(here.Viewer, Version);
        await Sides.RefuseAsync(db, Case.Episode.CaseFile, [Worker!.Value], ct);
        var act = IsHandingOver ? here.Act("support.hand", "handing support to another worker") : here.Act("support.open", "opening support");
        if (IsHandingOver)
            Case.Episode.HandTo(act, Worker!.Value);
        else
            Case.Episode.Open(act, Worker!.Value);
        await Case.KeepTeamInAsync(db, act, ct);
        await db.SaveAsync(act, ct);
        return Redirect(EpisodeModel.Url(here.Address, Id));
    }

    /// <summary>The team as it is today, without whoever stands behind a wall of this file.</summary>
    private async Task ChoicesAsync(CancellationToken ct)
    {
        var (team, now) = (Case.Episode.Team, here.Viewer.Now);
        var members = await db.TeamMemberships.AsNoTracking().Where(t => t.Team == team && t.From <= now && (t.Until == null || now < t.Until))
            .Join(db.Members, t => t.Member, m => m.Id, (t, m) => m).Where(m => m.From <= now && (m.Until == null || now < m.Until))
            .OrderBy(m => m.Name).Take(Most).Select(m => new { m.Id, m.Name, m.Jobs }).ToListAsync(ct);
        var able = members.Where(m => m.Jobs.Allows(Permission.WorkCases)).ToList();
        var free = await Circles.WithoutWallAsync(db, Case.Episode.CaseFile, [.. able.Select(m => m.Id)], ct);
        Workers = [.. able.Where(m => free.Contains(m.Id) && m.Id != Case.Episode.Worker).OrderBy(m => m.Id != here.Viewer.Member)
            .DistinctBy(m => m.Id).Select(m => new Option(m.Id.ToString(), m.Id == here.Viewer.Member ? $"{m.Name} (you)" : m.Name))];
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Case = await OpenEpisode.ReadAsync(db, Id, ct);
        await ChoicesAsync(ct);
    }
}
