using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Boards.Pages;

/// <summary>Takes an approval back, with the reason, so that the text can be mended.</summary>
[Permit(Permission.ApprovePapers)]
public sealed class ReopenModel(Here here, PartnershipDb db, Once once) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "paper")]
    public string Route { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "Say why"), StringLength(Paper.ReasonLimit, ErrorMessage = "The reason must be 1,000 characters or less")]
    public string? Reason { get; set; }

    public OpenPaper Open { get; private set; } = null!;
    public string BackUrl => PaperModel.Url(here.Address, Open.Paper.Id);

    public static new string Url(string partnership, Id<Paper> paper) => $"{PaperModel.Url(partnership, paper)}/reopen";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
            return NotFound();
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("paper.reopen", "taking the approval of a paper back");
        db.Add(Open.Paper.Reopen(act, Reason!.Trim()));
        var shown = await once.SaveAsync(act, BackUrl, ct);
        TempData["Done"] = "The approval is taken back";
        return Redirect(shown);
    }

    private async Task<bool> FindAsync(CancellationToken ct) => await OpenPaper.FindAsync(db, Route, ct) is { } open && (Open = open) is not null;
}
