using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Boards.Documents;
using Lapwing.Modules.Boards.Export;
using Lapwing.Settings;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Boards.Pages;

/// <summary>A copy of the paper as a file, marked on every page. The copy is in the reader log before it leaves.</summary>
[Permit(Permission.ReadPapers)]
public sealed class ExportModel(Here here, PartnershipDb db, Typesetter typesetter, Installation installation) : PageModel
{
    public string? WhyNot { get; private set; }
    public string BackUrl { get; private set; } = "";
    public string HtmlUrl { get; private set; } = "";

    public static new string Url(string partnership, Id<Paper> paper, string format) => $"{PaperModel.Url(partnership, paper)}/export/{format}";

    public async Task<IActionResult> OnGetAsync(string paper, string format, CancellationToken ct)
    {
        if (await OpenPaper.FindAsync(db, paper, ct) is not { } open || PaperFormat.Find(format) is not { } wanted)
            return NotFound();
        (BackUrl, HtmlUrl) = (PaperModel.Url(here.Address, open.Paper.Id), Url(here.Address, open.Paper.Id, "html"));
        if (wanted == PaperFormat.Pdf && (WhyNot = PaperPdf.WhyNot(installation)) is not null)
            return Page();
        var document = (await typesetter.SetAsync(db, here.Partnership!, open.Paper, open.Sections, ct)).Document;
        var file = await wanted.WriteAsync(document, installation, ct);
        var act = here.Act("paper.export", "taking a copy of a quarterly paper");
        db.Add(PaperReading.Of(act, open.Paper, $"As {wanted.Name}"));
        await db.SaveAsync(act, ct);
        return File(file, wanted.ContentType, wanted.FileName(document));
    }
}
