using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Accounts.Audit;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Accounts.LookBack;

/// <summary>Who looked without an evident need, for the guardian to ask about. The guardian's look is in the trail too.</summary>
[Permit(Permission.GuardWalls)]
public sealed class UnusualModel(Here here, PartnershipDb db) : PageModel
{
    public IReadOnlyList<UnusualLine> Lines { get; private set; } = [];

    public static new string Url(string partnership) => $"/{partnership}/unusual";

    public string TrailOf(UnusualLine line) => $"{AuditModel.Url(here.Address)}?member={line.Member}" + (line.File is { } file ? $"&casenumber={file:N}" : "");

    public async Task OnGetAsync(CancellationToken ct)
    {
        Lines = await UnusualAccess.ReadAsync(db, ct);
        await db.WriteReadAsync(here.Act("unusual.read", "guardian's look at unusual access"), null, null, "job", ct);
    }
}
