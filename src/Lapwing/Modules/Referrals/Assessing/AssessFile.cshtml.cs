using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Assessing;

/// <summary>Assesses the person of a file again, by the same form and rules as triage.</summary>
[Permit(Permission.WorkCases)]
public sealed class AssessFileModel(Here here, PartnershipDb db, Once once) : AskingModel(here, db, once)
{
    private readonly PartnershipDb db = db;

    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await IsAssessedAsync(ct))
            return NotFound();
        await ShowAgainAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await IsAssessedAsync(ct) ? await AssessAsync(ct) : NotFound();

    protected override Task<AssessedPerson> PersonAsync(bool toChange, CancellationToken ct) => AssessedPerson.ReadAsync(db, Id, null, toChange, ct);

    /// <summary>The questions are for whoever is harmed: the file of a person causing harm has no such page.</summary>
    private Task<bool> IsAssessedAsync(CancellationToken ct) => db.CaseFiles.AnyAsync(f => f.Id == Id && f.Side != Side.PersonCausingHarm, ct);
}
