using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accommodation.Pathway;

/// <summary>The housing pathway of the pilot: every step with its barrier, its change, who owns it, and what experts by experience say of it.</summary>
[Permit(Permission.Member)]
public sealed class PathwayModel(Here here, PartnershipDb db) : PageModel
{
    public IReadOnlyList<(PathwayStep Step, IReadOnlyList<StepSignOff> SignOffs)> Steps { get; private set; } = [];
    public int Experts { get; private set; }
    public bool MayEdit => here.Viewer.May(Permission.EditDirectory);
    public string Partnership => here.Address;

    public static new string Url(string partnership) => $"/{partnership}/accommodation/pathway";

    public async Task OnGetAsync(CancellationToken ct)
    {
        // A pathway has a handful of steps; more than its numbers there cannot be.
        var steps = await db.PathwaySteps.AsNoTracking().OrderBy(s => s.Number).Take(PathwayStep.LastNumber).ToListAsync(ct);
        var signed = (await db.StepSignOffs.AsNoTracking().OrderByDescending(s => s.On).Take(1_000).ToListAsync(ct)).ToLookup(s => s.Step);
        Steps = [.. steps.Select(s => (s, (IReadOnlyList<StepSignOff>)[.. signed[s.Id]]))];
        Experts = signed.SelectMany(s => s).Select(s => s.Alias).Distinct(StringComparer.OrdinalIgnoreCase).Count();
    }
}
