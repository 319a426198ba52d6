using Lapwing.Access;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Figures.Pages;

/// <summary>From a number to what is behind it: its definition, the cell, and those of its records that this viewer may know.
/// How many there are is shown only as the board may see it; the look is in the read log.</summary>
[Permit(Permission.TraceNumbers)]
public sealed class TraceModel(Here here, FiguresDoor door) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Breakdown { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Category { get; set; }

    public Quarter Quarter { get; private set; }
    public Measure Measure { get; private set; } = null!;
    public string Display { get; private set; } = "";
    public string CategoryTitle { get; private set; } = "";
    public TracedRecords Records { get; private set; } = TracedRecords.None;
    public string CutOff { get; private set; } = "";

    public static new string Url(string partnership, Quarter quarter, string measure, string? breakdown = null, string? category = null) =>
        $"/{partnership}/figures/{quarter.Code}/{measure}" + (breakdown is null || category is null ? "" : $"?breakdown={breakdown}&category={category}");

    public async Task<IActionResult> OnGetAsync(string quarter, string measure, CancellationToken ct)
    {
        var figures = Time.Quarter.TryParse(quarter, out var parsed) && QuarterFigures.CanCount(parsed, here.Viewer.Now) ? await door.QuarterAsync(here.Address, here.Viewer, parsed, "board", ct) : null;
        if (figures?.Counting.Slots.FirstOrDefault(s => s.Measure.Code == measure) is not { } slot || slot.Measure.Kind == MeasureKind.Median)
            return NotFound();
        (Quarter, Measure, CutOff) = (parsed, slot.Measure, Spoken.Moment(figures.Counting.KnownAt));
        if (Breakdown is null)
            Display = figures.Shown.Figure(measure).Display;
        else if (slot.Breakdowns.FirstOrDefault(b => b.Code == Breakdown) is { } by && by.Categories.FirstOrDefault(c => c.Code == Category) is { } category)
            (Display, CategoryTitle) = (figures.Shown.Table(QuarterFigures.Table(measure, by.Code))[Category].Display, $"{by.Title}: {category.Title}");
        else
            return NotFound();
        Records = await TracedRecords.OfAsync(here.Db, await door.RecordsAsync(here.Address, here.Viewer, parsed, measure, Breakdown, Category, figures.Counting.KnownAt, ct), ct);
        return Page();
    }
}
