using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Referrals;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Figures.Pages;

/// <summary>From a number to what is behind it: its definition, the cell, and those of its records that this viewer may know.
/// How many there are is shown only as the board may see it; the look is in the read log.</summary>
[Permit(Permission.TraceNumbers)]
public sealed class TraceModel(Here here, FiguresDoor door) : PageModel
{
    /// <summary>How many records a page lists.</summary>
    public const int Most = 100;

    [BindProperty(SupportsGet = true)]
    public string? Breakdown { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Category { get; set; }

    public Quarter Quarter { get; private set; }
    public Measure Measure { get; private set; } = null!;
    public string Display { get; private set; } = "";
    public string CategoryTitle { get; private set; } = "";
    public IReadOnlyList<(string Reference, Id<Referral> Id)> Referrals { get; private set; } = [];
    public int Mine { get; private set; }
    public bool WorksCases => here.Viewer.May(Permission.WorkCases);
    public string CutOff { get; private set; } = "";

    public static new string Url(string partnership, Quarter quarter, string measure, string? breakdown = null, string? category = null) =>
        $"/{partnership}/figures/{quarter.Code}/{measure}" + (breakdown is null || category is null ? "" : $"?breakdown={breakdown}&category={category}");

    public async Task<IActionResult> OnGetAsync(string quarter, string measure, CancellationToken ct)
    {
        var figures = Time.Quarter.TryParse(quarter, out var parsed) && QuarterFigures.CanCount(parsed, here.Viewer.Now) ? await door.QuarterAsync(here.Address, here.Viewer, parsed, "board", [], ct) : null;
        if (figures?.Counting.Slots.FirstOrDefault(s => s.Measure.Code == measure) is not { } slot || slot.Measure.Kind == MeasureKind.Median)
            return NotFound();
        (Quarter, Measure, CutOff) = (parsed, slot.Measure, Spoken.Moment(figures.Counting.KnownAt));
        if (Breakdown is null)
            Display = figures.Shown.Figure(measure).Display;
        else if (slot.Breakdowns.FirstOrDefault(b => b.Code == Breakdown) is { } by && by.Categories.FirstOrDefault(c => c.Code == Category) is { } category)
            (Display, CategoryTitle) = (figures.Shown.Table(QuarterFigures.Table(measure, by.Code))[Category].Display, $"{by.Title}: {category.Title}");
        else
            return NotFound();
        await ListMineAsync(await door.RecordsAsync(here.Address, here.Viewer, parsed, measure, Breakdown, Category, figures.Counting.KnownAt, ct), ct);
        return Page();
    }

    /// <summary>Asks need-to-know for each record: the filter of this viewer's own database.</summary>
    private async Task ListMineAsync(IReadOnlyList<Guid> records, CancellationToken ct)
    {
        if (!WorksCases)
            return;
        var (mine, found) = (0, new List<(string, Id<Referral>)>());
        foreach (var part in records.Chunk(500))
        {
            var referrals = part.Select(id => new Id<Referral>(id)).ToArray();
            var episodes = part.Select(id => new Id<SupportEpisode>(id)).ToArray();
            var behind = await here.Db.SupportEpisodes.AsNoTracking().Where(e => episodes.Contains(e.Id)).Select(e => e.Referral).ToListAsync(ct);
            var wanted = referrals.Concat(behind.Select(id => new Id<Referral>(id))).Distinct().ToArray();
            var seen = await here.Db.Referrals.AsNoTracking().Where(r => wanted.Contains(r.Id)).OrderBy(r => r.Reference).Select(r => new { r.Reference, r.Id }).ToListAsync(ct);
            mine += seen.Count;
            found.AddRange(seen.Take(Most - found.Count).Select(r => (r.Reference, r.Id)));
        }
        (Mine, Referrals) = (mine, found);
    }
}
