using System.Runtime.CompilerServices;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Import;

/// <summary>The rejected rows of one import as a CSV file, formulas in it made harmless. Whoever fetches it is in the audit trail.</summary>
[Permit(Permission.ImportReferrals)]
public sealed class RejectsModel(Here here, PartnershipDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromRoute] string run, CancellationToken ct)
    {
        if (!Id<ImportRun>.TryParse(run, null, out var id) || !await db.Set<ImportRun>().AnyAsync(r => r.Id == id, ct))
            return NotFound();
        await db.WriteReadAsync(here.Act("import.rejects", "Downloading the rejected rows of an import"), null, id.Value, "permission", ct);
        var file = new MemoryStream();
        await RejectFile.WriteAsync(file, RowsAsync(id, ct), withFile: false, ct);
        file.Position = 0;
        Response.Headers.CacheControl = "no-store";
        return File(file, "text/csv; charset=utf-8", "rejected-rows.csv");
    }

    private async IAsyncEnumerable<(string?, Rejection)> RowsAsync(Id<ImportRun> id, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var rejection in StoredRejections.OfAsync(db, id, ct))
            yield return (null, rejection);
    }
}
