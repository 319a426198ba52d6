using Lapwing.Access;
using Lapwing.Design.Charts;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Figures.Context;
using Lapwing.Modules.Figures.Disclosure;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Figures.Pages;

/// <summary>The figures of one quarter as the board may see them, each with its trend, its breakdowns and its definition.</summary>
[Permit(Permission.SeeNumbers)]
public sealed class FiguresModel(Here here, FiguresDoor door) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Quarter { get; set; }

    public Quarter Shown { get; private set; }
    public QuarterFigures Figures { get; private set; } = null!;
    public IReadOnlyList<ContextFigure> Offences { get; private set; } = [];
    public IReadOnlyList<Area> Areas { get; private set; } = [];
    public IReadOnlyList<(Service Service, string Open, string Waiting)> Capacity { get; private set; } = [];

    public static new string Url(string partnership, Quarter? quarter = null) => $"/{partnership}/figures" + (quarter is { } q ? $"?quarter={q.Code}" : "");

    public Disclosed Disclosed => Figures.Shown;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Quarter is null)
            Shown = Time.Quarter.Of(here.Viewer.Now).Previous;
        else if (Time.Quarter.TryParse(Quarter, out var asked) && QuarterFigures.CanCount(asked, here.Viewer.Now))
            Shown = asked;
        else
            return NotFound();
        Figures = await door.QuarterAsync(here.Address, here.Viewer, Shown, "board", ct);
        Areas = await here.Db.Areas.AsNoTracking().OrderBy(a => a.Number).ToListAsync(ct);
        Offences = [.. Shown.Last(QuarterFigures.TrendLength).Select(q => ContextSeries.VawgOffences.In(Areas.Select(a => a.GssCode), q)).OfType<ContextFigure>()];
        var services = await here.Db.Services.AsNoTracking().OrderBy(s => s.Number).ToListAsync(ct);
        var (open, waiting) = (Disclosed.Table(QuarterFigures.Table("episodes-open", "service")), Disclosed.Table(QuarterFigures.Table("people-waiting", "service")));
        Capacity = [.. services.Select(s => (s, open[$"s{s.Number}"].Display, waiting[$"s{s.Number}"].Display))];
        return Page();
    }

    public bool IsOver => Shown.EndUtc <= here.Viewer.Now;
    public Quarter? Before => QuarterFigures.CanCount(Shown.Previous, here.Viewer.Now) ? Shown.Previous : null;
    public Quarter? After => QuarterFigures.CanCount(Shown.Next, here.Viewer.Now) ? Shown.Next : null;

    /// <summary>Every figure with the measure that it is and its change on a year before; one that is worked out of others is no measure.</summary>
    public IEnumerable<(DisclosedFigure Figure, Measure? Measure, DisclosedFigure? Change)> Glance =>
        from figure in Disclosed.Figures.Where(figure => figure.Kind != FigureKind.Change)
        select (figure, Figures.Counting.Slots.FirstOrDefault(slot => slot.Measure.Code == figure.Code)?.Measure, Disclosed.Figures.FirstOrDefault(change => change.Code == figure.Code + "-change"));

    internal IEnumerable<Counting.Slot> BrokenDown => Figures.Counting.Slots.Where(slot => slot.Breakdowns.Count > 0);

    /// <summary>What the marks among the figures mean.</summary>
    public IEnumerable<string> Marks
    {
        get
        {
            var policy = Disclosed.Policy;
            if (Disclosed.Figures.Any(figure => figure.Status == CellStatus.Complementary))
                yield return $"“{policy.WithheldText}”: withheld so that nobody can be identified; it may be a small or a large number.";
            if (Disclosed.Figures.Any(figure => figure.Status == CellStatus.LowBase))
                yield return $"“{policy.LowBaseText}”: too few for a percentage (fewer than {Math.Ceiling(policy.PercentageBase)}) or for a median (fewer than {Math.Ceiling(policy.MedianBase)}).";
        }
    }

    public Chart TrendOf(Measure measure) => ShownCharts.Of(Disclosed.Table(QuarterFigures.Trend(measure.Code)), ChartKind.Line) with { Title = $"{measure.Title}, quarter by quarter" };

    public static string WithUnit(DisclosedFigure figure) => figure.Value is null ? figure.Display : $"{figure.Display} {figure.Unit}";

    /// <summary>A change says which way it went.</summary>
    public static string Signed(DisclosedFigure? change) => change?.Value > 0 ? "+" + change.Display : change?.Display ?? "";

    public Chart OffenceChart => ShownCharts.Of(ContextSeries.VawgOffences, Offences);
}
