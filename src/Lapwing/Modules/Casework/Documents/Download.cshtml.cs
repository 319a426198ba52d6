using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Documents;

/// <summary>Sends a document as a download under a name that says nothing; it is never shown inside a page of ours.</summary>
[Permit(Permission.WorkCases)]
public sealed class DownloadModel(PartnershipDb db) : PageModel
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    [FromRoute(Name = "document")]
    public Id<DocumentRecord> Id { get; set; }

    public static new string Url(string partnership, Id<CaseFile> file, Id<DocumentRecord> document) => $"{DocumentsModel.Url(partnership, file)}/{document}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        DocumentRecord? document = await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == Id, ct);
        document ??= await db.HealthDocuments.AsNoTracking().SingleOrDefaultAsync(d => d.Id == Id, ct);
        document ??= await db.LegalDocuments.AsNoTracking().SingleOrDefaultAsync(d => d.Id == Id, ct);
        if (document is null)
            return NotFound();
        var key = document.Open(db.Session.Keys, await db.KeyOfAsync(document.CaseFile, ct));
        return new FileStreamResult(new DocumentContent(db, document, key), DocumentCheck.ContentTypes[document.Kind]) { FileDownloadName = $"document-{document.Id.ToString()[^8..]}.{document.Kind}" };
    }
}
