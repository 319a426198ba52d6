using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Risk.OverTime;

/// <summary>Records that something changed, so that a new assessment falls due.</summary>
[Permit(Permission.WorkCases)]
public sealed class ChangedModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [BindProperty]
    public RiskEventKind? Kind { get; set; }

    [BindProperty, Display(Name = "The date")]
    public DateOnly? On { get; set; }

    [BindProperty, StringLength(RiskChange.NoteLimit, ErrorMessage = "The note must be 10,000 characters or fewer")]
    public string? Note { get; set; }

    public string Partnership => here.Address;
    public IReadOnlyList<Option> Kinds { get; } = [.. RiskChange.Kinds.Select(k => new Option(k.ToString(), k.Title()))];

    public static new string Url(string partnership, Id<CaseFile> file) => RiskModel.Url(partnership, file) + "/changed";

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Kind is not { } kind || !RiskChange.Kinds.Contains(kind))
            ModelState.AddModelError(nameof(Kind), "Choose what changed");
        if (On is null && ModelState.GetFieldValidationState(nameof(On)) != ModelValidationState.Invalid)
            ModelState.AddModelError(nameof(On), "Enter the date on which it changed, or will change");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("risk.changed", "recording that something changed");
        db.RiskChanges.Add(RiskChange.Record(act, await db.KeyOfAsync(Id, ct), Kind!.Value, On!.Value, Note));
        var shown = await once.SaveAsync(act, RiskModel.Url(here.Address, Id), ct);
        TempData["Done"] = "It is recorded. The page says by when the risk is assessed again.";
        return Redirect(shown);
    }

    public Task ShowAgainAsync(CancellationToken ct) => Task.CompletedTask;
}
