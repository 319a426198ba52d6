using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Boards.Documents;
using Lapwing.Modules.Figures;
using Lapwing.Modules.Figures.Snapshots;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Boards.Pages;

/// <summary>Which numbers of a frozen paper have other records behind them today.</summary>
[Permit(Permission.ReadPapers)]
public sealed class RestatementModel(Here here, PartnershipDb db, Typesetter typesetter, FiguresDoor door) : PageModel
{
    public OpenPaper Open { get; private set; } = null!;
    public string FrozenAt { get; private set; } = "";
    public IReadOnlyList<(UsedFigure Figure, string? Url, string Why)> Lines { get; private set; } = [];
    public string BackUrl => PaperModel.Url(here.Address, Open.Paper.Id);

    public static new string Url(string partnership, Id<Paper> paper) => $"{PaperModel.Url(partnership, paper)}/restatement";

    public async Task<IActionResult> OnGetAsync(string paper, CancellationToken ct)
    {
        if (await OpenPaper.FindAsync(db, paper, ct) is not { } open || await Typesetter.SnapshotAsync(db, open.Paper, ct) is not { } snapshot)
            return NotFound();
        (Open, FrozenAt) = (open, Spoken.Moment(snapshot.KnownAt));
        var figures = await typesetter.FiguresAsync(db, here.Partnership!, open.Paper, ct);
        var restatement = await door.RestateAsync(here.Address, here.Viewer, snapshot, ct);
        Lines = [.. figures.All.Where(f => f.From.Measure is not null && f.From.Quarter == open.Paper.Period)
            .Select(f => (Figure: f, Changed: restatement.Of(f.From.Measure!, f.From.Breakdown, f.From.Category)))
            .Where(f => f.Changed != Changed.None)
            .Select(f => (f.Figure, here.Viewer.May(Permission.TraceNumbers) ? FigureModel.Url(here.Address, open.Paper.Id, f.Figure.From.Code) : null, FigureModel.Explain(f.Changed)))];
        return Page();
    }
}
