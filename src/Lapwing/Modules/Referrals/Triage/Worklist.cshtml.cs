using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Referrals.Triage;

/// <summary>The one worklist of the front door: every referral that waits for a decision, the most dangerous and the latest first.</summary>
[Permit(Permission.TriageReferrals)]
public sealed class WorklistModel(Here here, PartnershipDb db) : PageModel
{
    [BindProperty(Name = "show", SupportsGet = true)]
    public WorklistPart Part { get; set; }

    [BindProperty(Name = "number", SupportsGet = true)]
    public int Number { get; set; } = 1;

    public WorklistPage List { get; private set; } = null!;
    public IReadOnlyDictionary<WorklistPart, int> Counts { get; private set; } = null!;

    public static new string Url(string partnership, WorklistPart part = WorklistPart.Waiting, int number = 1) =>
        $"/{partnership}/worklist?show={part.ToString().ToLowerInvariant()}" + (number > 1 ? $"&number={number}" : "");

    public string UrlOf(WorklistPart part, int number = 1) => Url(here.Address, part, number);

    public string UrlOf(WorklistRow row) => ReferralModel.Url(here.Address, row.Referral);

    public string CountOf(WorklistPart part) => Counts[part] >= Worklist.CountLimit ? $"{Worklist.CountLimit - 1}+" : $"{Counts[part]}";

    public static string Title(WorklistPart part) => part switch
    {
        WorklistPart.Mine => "Claimed by me",
        WorklistPart.Overdue => "Overdue",
        WorklistPart.Offered => "Waiting for a service",
        _ => "Waiting for triage",
    };

    public async Task OnGetAsync(CancellationToken ct)
    {
        var worklist = new Worklist(db, await ClockSettings.ReadAsync(db, ct));
        List = await worklist.ReadAsync(Part, Number, ct);
        Counts = await worklist.CountAsync(ct);
        // The list shows names: it is written down before it is shown.
        await db.WriteReadAsync(here.Act("list", "worklist"), null, null, "circle", ct);
    }
}
