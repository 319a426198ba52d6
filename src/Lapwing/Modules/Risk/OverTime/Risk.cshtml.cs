using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design.Charts;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Risk.OverTime;

/// <summary>The risk of one file over time: the level, the criteria for MARAC, when it is assessed again, what others found, and everything that happened.</summary>
[Permit(Permission.WorkCases)]
public sealed class RiskModel(Here here, PartnershipDb db) : PageModel
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    public RiskState State { get; private set; } = null!;
    public IReadOnlyList<RiskLine> Lines { get; private set; } = [];
    public Chart? Levels { get; private set; }
    public Chart? Scores { get; private set; }
    public string Partnership => here.Address;
    public bool IsOfVictim => State.People.File.Side != Side.PersonCausingHarm;

    /// <summary>The page that asks the questions; it belongs to the front door's module, because triage asks the same way.</summary>
    public string AssessUrl => Url(here.Address, Id) + "/assess";
    public string ReceivedUrl => Url(here.Address, Id) + "/received";

    public static new string Url(string partnership, Id<CaseFile> file) => $"/{partnership}/files/{file}/risk";

    public async Task OnGetAsync(CancellationToken ct)
    {
        State = await RiskState.ReadAsync(db, Id, ct);
        (Lines, Levels, Scores) = (RiskTimeline.Of(State, here.Address), RiskTimeline.Levels(State), RiskTimeline.Scores(State));
    }
}
