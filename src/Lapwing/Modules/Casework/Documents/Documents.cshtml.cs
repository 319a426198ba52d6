using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Documents;

/// <summary>The documents of a file that this viewer may know. They are only ever downloaded, and never taken away from a page.</summary>
[Permit(Permission.WorkCases)]
public sealed class DocumentsModel(Here here, PartnershipDb db) : PageModel
{
    private const int Most = 500;

    public sealed record Line(string Url, string Title, string Kind, long Length, string By, DateTime At, DocumentSeal Seal);

    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public string AddUrl => AddDocumentModel.Url(here.Address, CaseFile);

    public static new string Url(string partnership, Id<CaseFile> file) => $"/{partnership}/files/{file}/documents";

    public static string SizeOf(long length) => length < 1024 * 1024 ? $"{Math.Max(1, length / 1024)} KB" : $"{length / 1024d / 1024:0.0} MB";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var key = await db.KeyOfAsync(CaseFile, ct);
        var found = (await ReadAsync(db.Documents, ct)).Select(d => (d, DocumentSeal.None)).Concat((await ReadAsync(db.HealthDocuments, ct)).Select(d => (d, DocumentSeal.Health)))
            .Concat((await ReadAsync(db.LegalDocuments, ct)).Select(d => (d, DocumentSeal.LegalDisclosure))).OrderByDescending(d => d.d.At).ToList();
        var names = await MemberNames.OfAsync(db, found.Select(d => d.d.By), ct);
        Lines = [.. found.Select(d => new Line(DownloadModel.Url(here.Address, CaseFile, d.d.Id), key.Reveal(d.d.Title), d.d.Kind, d.d.Length, names[d.d.By], d.d.At, d.Item2))];
    }

    private async Task<IEnumerable<DocumentRecord>> ReadAsync<T>(IQueryable<T> documents, CancellationToken ct) where T : DocumentRecord =>
        await documents.AsNoTracking().Where(d => d.CaseFile == CaseFile).OrderByDescending(d => d.At).Take(Most).ToListAsync(ct);
}
