using Lapwing.Access;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Referrals.Intake;

/// <summary>The first page for somebody who asks for help themselves. It explains the way out before it asks anything.</summary>
[Permit(Permission.Public)]
public sealed class GetHelpModel(Here here, Starting starting) : PageModel
{
    public string ResumeUrl => GetHelpResumeModel.Url(here.Address);

    public static new string Url(string partnership) => $"/{partnership}/get-help";

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var draft = await starting.StartAsync(WayIn.Survivor, null, HttpContext, ct);
        return Redirect(SurvivorJourneyModel.Url(here.Address, draft.Id, Starting.FirstStep));
    }
}
