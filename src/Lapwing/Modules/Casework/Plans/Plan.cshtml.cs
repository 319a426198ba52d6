using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Plans;

/// <summary>One plan as it holds now.</summary>
public sealed record PlanView(Plan Plan, IReadOnlyDictionary<string, string> Words, string Owner, string WrittenBy, DateTime WrittenAt, string? DecidedBy, string? SentBackWhy, string? WhyNotDecide);

/// <summary>The support plan, the safety plan and the tasks of a file, with a manager's approval.</summary>
[Permit(Permission.WorkCases)]
public sealed class PlanModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    private const int MostTasks = 200;

    public sealed record TaskLine(CaseTask Task, string Title, string Owner, string Url, bool IsOverdue);

    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    [BindProperty]
    public PlanKind Kind { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public IReadOnlyDictionary<PlanKind, PlanView> Plans { get; private set; } = new Dictionary<PlanKind, PlanView>();
    public IReadOnlyList<TaskLine> Open { get; private set; } = [];
    public IReadOnlyList<TaskLine> Over { get; private set; } = [];
    public DateOnly Today => LondonTime.DateOf(here.Viewer.Now);
    public string AddTaskUrl => AddTaskModel.Url(here.Address, CaseFile);

    public static new string Url(string partnership, Id<CaseFile> file) => $"/{partnership}/files/{file}/plan";

    public string WriteUrl(PlanKind kind) => WritePlanModel.Url(here.Address, CaseFile, kind);

    public string HistoryUrl(PlanKind kind) => PlanHistoryModel.Url(here.Address, CaseFile, kind);

    public bool MayDecide(PlanView view) => view.Plan.State == PlanState.Submitted && here.Viewer.Jobs.HasFlag(Job.TeamManager) && here.Viewer.Teams.Contains(view.Plan.Team);

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public Task<IActionResult> OnPostSubmitAsync(CancellationToken ct) =>
        MoveAsync("plan.submit", "asking a manager to approve a plan", "The plan waits for a manager's approval.", (plan, act, _, _) => plan.Submit(act), ct);

    public Task<IActionResult> OnPostApproveAsync(CancellationToken ct) =>
        MoveAsync("plan.approve", "approving a plan", "The plan is approved.", (plan, act, _, authors) => plan.Approve(act, authors), ct);

    public Task<IActionResult> OnPostSendBackAsync(CancellationToken ct) =>
        MoveAsync("plan.send-back", "sending a plan back", "The plan is back with its worker.", (plan, act, key, authors) => plan.SendBack(act, key, authors, Why), ct);

    private async Task<IActionResult> MoveAsync(string code, string purpose, string done, Action<Plan, Act, FileKey, IReadOnlyCollection<Id<Member>>> move, CancellationToken ct)
    {
        if (Why?.Length > Plan.ReasonLimit)
            ModelState.AddModelError(nameof(Why), "The reason must be 2,000 characters or fewer");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var plan = await db.Plans.SingleOrDefaultAsync(p => p.CaseFile == CaseFile && p.Kind == Kind, ct) ?? throw new RuleBroken("no-plan", "There is no such plan yet. Write it first.");
        if (plan.Version != Version)
            throw new RuleBroken(PartnershipDb.ChangedMeanwhile, "Somebody changed this plan while you were looking at it. Read it again, below, before you decide.");
        var act = here.Act(code, purpose);
        move(plan, act, await db.KeyOfAsync(CaseFile, ct), await AuthorsAsync(plan, ct));
        await db.SaveAsync(act, ct);
        TempData["Done"] = done;
        return Redirect(Url(here.Address, CaseFile));
    }

    /// <summary>Who wrote any version since the last one that was approved.</summary>
    private async Task<IReadOnlyCollection<Id<Member>>> AuthorsAsync(Plan plan, CancellationToken ct)
    {
        var (id, approved) = (plan.Id, plan.Approved);
        return await db.PlanEditions.Where(e => e.Plan == id && e.Number > approved).Select(e => e.By).Distinct().ToListAsync(ct);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var key = await db.KeyOfAsync(CaseFile, ct);
        var views = new Dictionary<PlanKind, PlanView>();
        foreach (var plan in await db.Plans.AsNoTracking().Where(p => p.CaseFile == CaseFile).ToListAsync(ct))
        {
            var edition = await db.PlanEditions.AsNoTracking().SingleAsync(e => e.Plan == plan.Id && e.Number == plan.Current, ct);
            var names = await MemberNames.OfAsync(db, new[] { plan.Owner, edition.By, plan.DecidedBy ?? edition.By }, ct);
            views[plan.Kind] = new(plan, edition.Open(key), names[plan.Owner], names[edition.By], edition.At, plan.DecidedBy is { } by ? names[by] : null, key.RevealIfAny(plan.SentBackWhy),
                plan.WhyNotDecide(here.Viewer, await AuthorsAsync(plan, ct)));
        }
        Plans = views;
        var tasks = await db.CaseTasks.AsNoTracking().Where(t => t.CaseFile == CaseFile).OrderBy(t => t.DoneAt != null).ThenBy(t => t.DueOn).Take(MostTasks).ToListAsync(ct);
        var owners = await MemberNames.OfAsync(db, tasks.Select(t => t.Owner), ct);
        var lines = tasks.Select(t => new TaskLine(t, key.Reveal(t.Title), owners[t.Owner], TaskModel.Url(here.Address, CaseFile, t.Id), t.IsOpen && t.DueOn < Today)).ToList();
        (Open, Over) = ([.. lines.Where(l => l.Task.IsOpen)], [.. lines.Where(l => !l.Task.IsOpen).OrderByDescending(l => l.Task.DoneAt)]);
    }
}
