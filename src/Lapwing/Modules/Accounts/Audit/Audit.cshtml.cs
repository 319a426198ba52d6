using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accounts.Audit;

/// <summary>The guardian's page: who did what, when and why, by member or by case file. It shows numbers and never a case;
/// the guardian's own looks are in the trail like everybody's.</summary>
[Permit(Permission.ReadAudit)]
public sealed class AuditModel(Here here, PartnershipDb db) : PageModel
{
    /// <summary>More than a partnership has.</summary>
    private const int MostMembers = 2_000;

    /// <summary>Opaque ids may stand in an address; nothing about a person does.</summary>
    [BindProperty(SupportsGet = true)]
    public Id<Member>? Member { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? CaseNumber { get; set; }

    [BindProperty(Name = "at", SupportsGet = true)]
    public int Number { get; set; } = 1;

    public ReadLogPage? Found { get; private set; }
    public IReadOnlyList<Option> Members { get; private set; } = [];
    public (DateTime At, long Entries)? Checkpoint { get; private set; }

    public static new string Url(string partnership) => $"/{partnership}/audit";

    public string UrlOf(int number) => $"{Url(here.Address)}?member={Member}&casenumber={Uri.EscapeDataString(CaseNumber?.Trim() ?? "")}&at={number}";

    public string UrlOfFile(Guid file) => $"{Url(here.Address)}?casenumber={file:N}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Members = await db.Members.AsNoTracking().OrderBy(m => m.Name).Take(MostMembers).Select(m => new Option(m.Id.ToString(), m.Name, null)).ToListAsync(ct);
        Checkpoint = await ReadLog.LastCheckpointAsync(db, ct);
        var file = Guid.TryParse(CaseNumber?.Trim(), out var typed) ? typed : (Guid?)null;
        if (!string.IsNullOrWhiteSpace(CaseNumber) && file is null)
            ModelState.AddModelError(nameof(CaseNumber), "Enter the case number as it stands on the file's page: 32 letters and numbers");
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        if (file is null && Member is null)
            return Page();
        Found = await ReadLog.ForGuardianAsync(db, Member, file, Number, ct);
        await db.WriteReadAsync(here.Act("audit.read", "guardian's look at the trail"), file is { } number ? new Id<CaseFile>(number) : null, Member?.Value, "job", ct);
        return Page();
    }
}
