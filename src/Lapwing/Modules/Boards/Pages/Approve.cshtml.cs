using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Boards.Documents;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Boards.Pages;

/// <summary>The second person's yes to a paper.</summary>
[Permit(Permission.ApprovePapers)]
public sealed class ApproveModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true, Name = "paper")]
    public string Route { get; set; } = "";

    [BindProperty]
    public bool Checked { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public OpenPaper Open { get; private set; } = null!;
    public bool HadAHand { get; private set; }
    public IReadOnlyList<(string Heading, IReadOnlyList<string> Numbers)> Typed { get; private set; } = [];
    public string Partnership => here.Address;
    public string BackUrl => PaperModel.Url(here.Address, Open.Paper.Id);

    public static new string Url(string partnership, Id<Paper> paper) => $"{PaperModel.Url(partnership, paper)}/approve";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
            return NotFound();
        await ShowAgainAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
            return NotFound();
        if (!Checked)
            ModelState.AddModelError(nameof(Checked), "Confirm that you have read the paper and that nobody can be identified by it");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("paper.approve", "approving a quarterly paper");
        db.Add(Open.Paper.Approve(act, await Open.HandsAsync(db, ct)));
        db.Expect(Open.Paper, Version);
        var shown = await once.SaveAsync(act, BackUrl, ct);
        TempData["Done"] = "The paper is approved";
        return Redirect(shown);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        HadAHand = (await Open.HandsAsync(db, ct)).Contains(here.Viewer.Member);
        Typed = [.. Open.Sections.Select(s => (s.Heading, Numbers: PaperText.TypedNumbers(s.Text))).Where(s => s.Numbers.Count > 0)];
    }

    private async Task<bool> FindAsync(CancellationToken ct) => await OpenPaper.FindAsync(db, Route, ct) is { } open && (Open = open) is not null;
}
