using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Accounts.Shared;

/// <summary>What other teams have shared with the viewer's, with the button that says "we have it".</summary>
[Permit(Permission.ReceiveShared)]
public sealed class SharedModel(Here here, PartnershipDb db, Once once, SharedOutcomes outcomes) : PageModel, IShowAgain
{
    [BindProperty]
    public Id<Sharing>? Sharing { get; set; }

    public IReadOnlyList<SharedWithMe> Items { get; private set; } = [];
    /// <summary>How far those are of which an outcome is shared.</summary>
    public IReadOnlyDictionary<Id<CaseFile>, string> Outcomes { get; private set; } = new Dictionary<Id<CaseFile>, string>();
    public string Partnership => here.Address;

    public static new string Url(string partnership) => $"/{partnership}/shared";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Sharing is not { } id)
        {
            ModelState.AddModelError("", "Choose what you have received from the list");
            return await this.AgainAsync(ct);
        }
        var act = here.Act("sharing.received", "saying that a sharing arrived");
        await Sharings.ReceiveAsync(db, act, id, ct);
        var shown = await once.SaveAsync(act, Url(here.Address), ct);
        TempData["Done"] = "The other team sees that you have it.";
        return Redirect(shown);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Items = await Sharings.WithMeAsync(db, ct);
        Outcomes = await outcomes.OfAsync([.. Items.Where(item => item is { Depth: Depth.Outcome, Stands: true }).Select(item => item.File).Distinct()], ct);
    }
}
