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
        var now = Time.Quarter.Of(here.Viewer.Now);
        if (Quarter is not null && !Time.Quarter.TryParse(Quarter, out _))
            return NotFound();
        Shown = Quarter is null ? now.Previous : Time.Quarter.Parse(Quarter);
        Figures = await door.QuarterAsync(here.Address, here.Viewer, Shown, "board", [], ct);
        Areas = await here.Db.Areas.AsNoTracking().OrderBy(a => a.Number).ToListAsync(ct);
        Offences = [.. Shown.Last(QuarterFigures.TrendLength).Select(q => ContextSeries.VawgOffences.In(Areas.Select(a => a.GssCode), q)).OfType<ContextFigure>()];
        var services = await here.Db.Services.AsNoTracking().OrderBy(s => s.Number).ToListAsync(ct);
        var (open, waiting) = (Disclosed.Table(QuarterFigures.Table("episodes-open", "service")), Disclosed.Table(QuarterFigures.Table("people-waiting", "service")));
        Capacity = [.. services.Select(s => (s, open[$"s{s.Number}"].Display, waiting[$"s{s.Number}"].Display))];
        return Page();
    }

    public Chart TrendOf(string measure) => ShownCharts.Of(Disclosed.Table(QuarterFigures.Trend(measure)), ChartKind.Line);

    public Chart OffenceChart => new()
    {
        Title = ContextSeries.VawgOffences.Title, Kind = ChartKind.Line, CategoryName = "Quarter", Note = ContextSeries.VawgOffences.Note,
        Categories = [.. Offences.Select(o => o.Quarter.Title)],
        Series = [new("Offences", [.. Offences.Select(o => new ChartCell(o.Value.ToString("N0", System.Globalization.CultureInfo.GetCultureInfo("en-GB")), o.Value))])],
    };

    /// <summary>Empty rows say nothing and make a table long: categories without a single referral are left out, where a zero may be shown.</summary>
    public static IEnumerable<DisclosedRow> RowsOf(DisclosedTable table) =>
        table.Rows().Where(row => row.Heading.Category is null || row.Cells[0].Status != CellStatus.Zero);
}
