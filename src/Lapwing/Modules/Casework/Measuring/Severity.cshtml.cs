using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Measuring;

/// <summary>Grades how severe each kind of abuse is at intake, review or exit. What was graded is never changed.</summary>
[Permit(Permission.WorkCases)]
public sealed class SeverityModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    [FromRoute(Name = "episode")]
    public Id<SupportEpisode> Id { get; set; }

    [BindProperty(Name = "at", SupportsGet = true)]
    public OutcomePoint At { get; set; }

    [BindProperty]
    public Dictionary<GridAbuse, SeverityLevel?> Levels { get; set; } = [];

    public SupportEpisode Episode { get; private set; } = null!;
    public IReadOnlyList<GridAbuse> Open { get; private set; } = [];
    public string OutcomesUrl => FileOutcomesModel.Url(here.Address, CaseFile);

    public static new string Url(string partnership, Id<CaseFile> file, Id<SupportEpisode> episode, OutcomePoint at) =>
        $"{FileOutcomesModel.Url(partnership, file)}/{episode}/severity?at={at.ToString().ToLowerInvariant()}";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var levels = Levels.Where(l => l.Value is not null).ToDictionary(l => l.Key, l => l.Value!.Value);
        if (levels.Count == 0)
            ModelState.AddModelError($"Levels[{GridAbuse.Physical}]", "Choose a level for at least one kind of abuse");
        if (levels.Any(l => !Enum.IsDefined(l.Key) || !Enum.IsDefined(l.Value)))
            ModelState.AddModelError("", "Choose levels that are on this page");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        Episode = await db.SupportEpisodes.SingleAsync(e => e.Id == Id, ct);
        if (!here.Viewer.Teams.Contains(Episode.Team))
            throw new RuleBroken("not-your-team", "Only the team that gives this support grades it.");
        var act = here.Act("support.severity", "grading the severity of abuse");
        db.AddRange(Episode.Grade(act, At, levels, await db.Severities.AsNoTracking().Where(s => s.Episode == Id).ToListAsync(ct)));
        return Redirect(await once.SaveAsync(act, OutcomesUrl, ct));
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Episode = await db.SupportEpisodes.AsNoTracking().SingleAsync(e => e.Id == Id, ct);
        var before = await db.Severities.AsNoTracking().Where(s => s.Episode == Id).ToListAsync(ct);
        Open = [.. Enum.GetValues<GridAbuse>().Where(a => !before.Any(s => s.Abuse == a && s.Point == At && SupportEpisode.IsSamePoint(At, s.At, here.Viewer.Now)))];
    }
}
