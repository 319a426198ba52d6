using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Boards.Pages;

/// <summary>Changes how a paper is handled.</summary>
[Permit(Permission.WritePapers)]
public sealed class MarkModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    /// <summary>Leaves room for the marking's own name in the history.</summary>
    public const int ReasonLimit = Paper.ReasonLimit - PaperSettings.LabelLimit - 2;

    [BindProperty(SupportsGet = true, Name = "paper")]
    public string Route { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "Choose the marking")]
    public string? Marking { get; set; }

    [BindProperty, Required(ErrorMessage = "Say why"), StringLength(ReasonLimit, ErrorMessage = "The reason must be 938 characters or less")]
    public string? Reason { get; set; }

    public OpenPaper Open { get; private set; } = null!;
    public IReadOnlyList<Option> Markings { get; private set; } = [];
    public string BackUrl => PaperModel.Url(here.Address, Open.Paper.Id);

    public static new string Url(string partnership, Id<Paper> paper) => $"{PaperModel.Url(partnership, paper)}/marking";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
            return NotFound();
        await ShowAgainAsync(ct);
        Marking = Open.Paper.Marking;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
            return NotFound();
        var settings = await PaperSettings.ReadAsync(db, ct);
        if (Marking is not null && settings.Markings.All(m => m.Code != Marking))
            ModelState.AddModelError(nameof(Marking), "Choose the marking");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("paper.mark", "changing the marking of a paper");
        db.Add(Open.Paper.Mark(act, Marking!, Reason!.Trim(), settings));
        var shown = await once.SaveAsync(act, BackUrl, ct);
        TempData["Done"] = $"The paper is marked {settings[Marking!].Label}";
        return Redirect(shown);
    }

    public async Task ShowAgainAsync(CancellationToken ct) =>
        Markings = [.. (await PaperSettings.ReadAsync(db, ct)).Markings.Select(m => new Option(m.Code, m.Label, m.Rules[0]))];

    private async Task<bool> FindAsync(CancellationToken ct) => await OpenPaper.FindAsync(db, Route, ct) is { } open && (Open = open) is not null;
}
