using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Boards.Documents;
using Lapwing.Modules.Figures;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Boards.Pages;

/// <summary>Makes a paper's figures stand for good.</summary>
[Permit(Permission.WritePapers)]
public sealed class FreezeModel(Here here, PartnershipDb db, Typesetter typesetter, FiguresDoor door) : PageModel
{
    public OpenPaper Open { get; private set; } = null!;
    public string BackUrl => PaperModel.Url(here.Address, Open.Paper.Id);

    public static new string Url(string partnership, Id<Paper> paper) => $"{PaperModel.Url(partnership, paper)}/freeze";

    public async Task<IActionResult> OnGetAsync(string paper, CancellationToken ct) => await FindAsync(paper, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string paper, CancellationToken ct)
    {
        if (!await FindAsync(paper, ct))
            return NotFound();
        if (Open.Paper.State != PaperState.Draft)
            throw new RuleBroken("frozen", "The figures of this paper are frozen already.");
        var set = await typesetter.SetAsync(db, here.Partnership!, Open.Paper, Open.Sections, ct);
        if (set.Problems.Count > 0)
            throw new RuleBroken("unresolved", $"The text refers to figures that are not there. {string.Join(" ", set.Problems)}");
        var snapshot = await door.FreezeAsync(here.Address, here.Viewer, Open.Paper.Period, Open.Paper.Audience, ct);
        var act = here.Act("paper.freeze", "freezing the figures of a quarterly paper");
        db.Add(snapshot);
        db.Add(Open.Paper.Freeze(act, snapshot));
        try
        {
            await db.SaveAsync(act, ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Two releases with one number: the other was made while this one was counted and is not respected by it.
            throw new RuleBroken("released-meanwhile", "Another paper's figures were frozen at the same moment. Freeze these again, so that the two fit together.");
        }
        TempData["Done"] = $"The figures are frozen as known on {Spoken.Moment(snapshot.KnownAt)}";
        return Redirect(BackUrl);
    }

    private async Task<bool> FindAsync(string paper, CancellationToken ct) => await OpenPaper.FindAsync(db, paper, ct) is { } open && (Open = open) is not null;
}
