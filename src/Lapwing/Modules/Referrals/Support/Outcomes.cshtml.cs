using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Casework.Measuring;
using Lapwing.Modules.Casework.Settings;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Support;

/// <summary>How things are for the person in each area, at the start of support, at a review or at its end. What was measured is never changed.</summary>
[Permit(Permission.WorkCases)]
public sealed class OutcomesModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "episode")]
    public Id<SupportEpisode> Id { get; set; }

    [BindProperty(Name = "at", SupportsGet = true)]
    public OutcomePoint At { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public Dictionary<string, int?> Scores { get; set; } = [];

    public OpenEpisode Case { get; private set; } = null!;
    public IReadOnlyList<OutcomeRecord> Before { get; private set; } = [];
    public string Partnership => here.Address;
    public OutcomePack Pack { get; private set; } = OutcomePack.Shipped;
    public IEnumerable<OutcomeArea> Open => Pack.Areas.Where(a => !Before.Any(o => o.Point == At && o.Area == a.Code && SupportEpisode.IsSamePoint(At, o.At, here.Viewer.Now)));

    public static new string Url(string partnership, Id<SupportEpisode> episode, OutcomePoint at) =>
        EpisodeModel.Url(partnership, episode) + $"/outcomes?at={at.ToString().ToLowerInvariant()}";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Pack = await CaseworkSettings.PackAsync(db, ct);
        var scores = Scores.Where(s => s.Value is not null).ToDictionary(s => s.Key, s => s.Value!.Value);
        if (scores.Count == 0)
            ModelState.AddModelError($"Scores[{Pack.Areas[0].Code}]", "Choose a number for at least one area");
        foreach (var (area, score) in scores)
            if (score is < OutcomeRecord.Lowest or > OutcomeRecord.Highest || Pack.Areas.All(a => a.Code != area))
                ModelState.AddModelError("", "Choose numbers from 1 to 5 for the areas on this page");
        if (!ModelState.IsValid)
        {
            await ShowAgainAsync(ct);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        Case = await OpenEpisode.TakeAsync(db, Id, ct);
        Case.MustBeMineAndAsSeen(here.Viewer, Version);
        var act = here.Act("support.outcomes", "recording outcomes of support");
        var before = await db.Outcomes.AsNoTracking().Where(o => o.Episode == Id).ToListAsync(ct);
        db.Outcomes.AddRange(Case.Episode.Measure(act, At, scores, before));
        return Redirect(await once.SaveAsync(act, EpisodeModel.Url(here.Address, Id), ct));
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Case = await OpenEpisode.ReadAsync(db, Id, ct);
        Pack = await CaseworkSettings.PackAsync(db, ct);
        Before = await db.Outcomes.AsNoTracking().Where(o => o.Episode == Id).ToListAsync(ct);
    }
}
