using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Referrals.Triage;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Referrals.Support;

/// <summary>What a team has been asked, who waits, who is supported by whom, and how full its services are.</summary>
[Permit(Permission.WorkCases)]
public sealed class SupportModel(Here here, PartnershipDb db, Partnerships partnerships) : PageModel
{
    [BindProperty(Name = "show", SupportsGet = true)]
    public CaseloadPart Part { get; set; }

    [BindProperty(Name = "number", SupportsGet = true)]
    public int Number { get; set; } = 1;

    public CaseloadPage List { get; private set; } = null!;
    public IReadOnlyDictionary<CaseloadPart, int> Counts { get; private set; } = null!;
    public IReadOnlyList<ServiceLoad> Loads { get; private set; } = [];
    public IReadOnlyList<OrderEnding> Orders { get; private set; } = [];
    public DateTime Now => here.Viewer.Now;
    public string Partnership => here.Address;

    public static new string Url(string partnership, CaseloadPart part = CaseloadPart.Offers, int number = 1) =>
        $"/{partnership}/support" + (part == CaseloadPart.Offers && number == 1 ? "" : $"?show={part.ToString().ToLowerInvariant()}") + (number > 1 ? $"&number={number}" : "");

    public string UrlOf(CaseloadPart part, int number = 1) => Url(here.Address, part, number);

    public string UrlOf(CaseloadRow row) => EpisodeModel.Url(here.Address, row.Episode);

    public string CountOf(CaseloadPart part) => Counts[part] >= Caseload.CountLimit ? $"{Caseload.CountLimit - 1}+" : $"{Counts[part]}";

    public static string Title(CaseloadPart part) => part switch
    {
        CaseloadPart.Offers => "Waiting for our answer",
        CaseloadPart.Waiting => "Waiting for a worker",
        CaseloadPart.Mine => "My cases",
        _ => "All open cases",
    };

    /// <summary>The heading of the column that says since when.</summary>
    public string Since => Part switch
    {
        CaseloadPart.Offers => "Asked",
        CaseloadPart.Waiting => "Accepted",
        _ => "Opened",
    };

    /// <summary>Whole days, because weeks matter here and not minutes.</summary>
    public string DaysSince(DateTime at) => (int)(Now - at).TotalDays switch { 0 => "today", 1 => "1 day", var days => $"{days} days" };

    public async Task OnGetAsync(CancellationToken ct)
    {
        var caseload = new Caseload(db);
        List = await caseload.ReadAsync(Part, Number, ct);
        Counts = await caseload.CountAsync(ct);
        Orders = await OrdersEnding.OfMyCasesAsync(here.Db, here.Address, ct);
        Loads = await Triage.Places.OfMyTeamsAsync(partnerships, here.Db, ct);
        // The list shows names: it is written down before it is shown.
        await db.WriteReadAsync(here.Act("list", "support"), null, null, "circle", ct);
    }
}
