using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Boards.Documents;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Boards.Pages;

/// <summary>The paper as its readers see it. Every number leads to what is behind it; the reading is in the reader log.</summary>
[Permit(Permission.ReadPapers)]
public sealed class ReadModel(Here here, PartnershipDb db, Typesetter typesetter) : PageModel
{
    private Paper paper = null!;

    public PaperDocument Document { get; private set; } = null!;
    public string BackUrl => PaperModel.Url(here.Address, paper.Id);

    public static new string Url(string partnership, Id<Paper> paper) => $"{PaperModel.Url(partnership, paper)}/read";

    /// <summary>Where a number leads; an official series is followed to its source in the notes.</summary>
    public string? LinkOf(FigureSource figure) => figure.Measure is null || !here.Viewer.May(Permission.TraceNumbers) ? null : FigureModel.Url(here.Address, paper.Id, figure.Code);

    public async Task<IActionResult> OnGetAsync(string paper, CancellationToken ct)
    {
        if (await OpenPaper.FindAsync(db, paper, ct) is not { } open)
            return NotFound();
        this.paper = open.Paper;
        Document = (await typesetter.SetAsync(db, here.Partnership!, open.Paper, open.Sections, ct)).Document;
        var act = here.Act("paper.read", "reading a quarterly paper");
        db.Add(PaperReading.Of(act, open.Paper, "On the page"));
        await db.SaveAsync(act, ct);
        return Page();
    }
}
