using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Notes;
using Lapwing.Modules.Casework.Plans;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Working;

/// <summary>What one worker has to do: tasks with what is overdue first, reviews that are due, drafts that are not signed, and for a manager what waits for a yes.</summary>
[Permit(Permission.WorkCases)]
public sealed class WorkModel(Here here, PartnershipDb db) : PageModel
{
    /// <summary>More than anybody works through; what is due first is shown.</summary>
    private const int Most = 100;

    /// <summary>A review is shown this many days before it is due.</summary>
    public const int DaysAhead = 7;

    public sealed record Line(string Url, string Name, string Words, DateOnly? Due, bool IsOverdue);

    public IReadOnlyList<Line> Tasks { get; private set; } = [];
    public IReadOnlyList<Line> Reviews { get; private set; } = [];
    public IReadOnlyList<Line> Drafts { get; private set; } = [];
    public IReadOnlyList<Line> ToApprove { get; private set; } = [];
    public IReadOnlyList<Line> ToConfirm { get; private set; } = [];
    public bool IsManager => here.Viewer.May(Permission.ManageTeam);
    public string TeamUrl => TeamModel.Url(here.Address);

    public static new string Url(string partnership) => $"/{partnership}/work";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (me, today, teams) = (here.Viewer.Member, LondonTime.DateOf(here.Viewer.Now), here.Viewer.Teams.ToArray());
        var soon = today.AddDays(DaysAhead);
        var tasks = await db.CaseTasks.AsNoTracking().Where(t => t.Owner == me && t.DoneAt == null).OrderBy(t => t.DueOn).Take(Most).ToListAsync(ct);
        var reviews = await db.Plans.AsNoTracking().Where(p => p.Owner == me && p.ReviewOn != null && p.ReviewOn <= soon).OrderBy(p => p.ReviewOn).Take(Most).ToListAsync(ct);
        var drafts = await db.NoteDrafts.AsNoTracking().Where(d => d.By == me && d.SignedAs == null).OrderByDescending(d => d.SavedAt).Take(Most).ToListAsync(ct);
        var approve = IsManager ? await db.Plans.AsNoTracking().Where(p => teams.Contains(p.Team) && p.State == PlanState.Submitted && p.Owner != me && p.SubmittedBy != me).OrderBy(p => p.SubmittedAt).Take(Most).ToListAsync(ct) : [];
        var confirm = IsManager ? await db.SupportEpisodes.AsNoTracking().Where(e => teams.Contains(e.Team) && e.Status == EpisodeStatus.Open && e.EndAskedAt != null && e.EndAskedBy != me && e.Worker != me).OrderBy(e => e.EndAskedAt).Take(Most).ToListAsync(ct) : [];
        Id<CaseFile>[] files = [.. tasks.Select(t => t.CaseFile), .. reviews.Select(p => p.CaseFile), .. drafts.Select(d => d.CaseFile), .. approve.Select(p => p.CaseFile), .. confirm.Select(e => e.CaseFile)];
        var keys = await db.KeysOfAsync(files, ct);
        var names = await FileNames.OfAsync(db, files, keys, ct);
        string Name(Id<CaseFile> file) => names.GetValueOrDefault(file, "Case file");
        Tasks = [.. tasks.Where(t => keys.ContainsKey(t.CaseFile)).Select(t => new Line(TaskModel.Url(here.Address, t.CaseFile, t.Id), Name(t.CaseFile), keys[t.CaseFile].Reveal(t.Title), t.DueOn, t.DueOn < today))];
        Reviews = [.. reviews.Select(p => new Line(PlanModel.Url(here.Address, p.CaseFile), Name(p.CaseFile), PlanSection.TitleOf(p.Kind), p.ReviewOn, p.ReviewOn < today))];
        Drafts = [.. drafts.Select(d => new Line(WriteModel.Url(here.Address, d.CaseFile, d.Id), Name(d.CaseFile), "Saved " + Spoken.Moment(d.SavedAt), null, false))];
        ToApprove = [.. approve.Select(p => new Line(PlanModel.Url(here.Address, p.CaseFile), Name(p.CaseFile), PlanSection.TitleOf(p.Kind), null, false))];
        ToConfirm = [.. confirm.Select(e => new Line($"/{here.Address}/support/{e.Id}", Name(e.CaseFile), "End of support: " + e.EndReason!.Value.Title().ToLowerInvariant(), null, false))];
        // The list shows names: it is written down before it is shown.
        await db.WriteReadAsync(here.Act("list", "my work"), null, null, "circle", ct);
    }
}
