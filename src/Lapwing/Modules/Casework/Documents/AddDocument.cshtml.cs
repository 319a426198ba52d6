using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Settings;
using Lapwing.Settings;
using Lapwing.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Lapwing.Modules.Casework.Documents;

/// <summary>Takes a document in, sealed as it streams: it is never on a disk in the clear, and too large a one is refused before it is all here.
/// What it is is found out from its content. Nothing can take it away again from a page.</summary>
[Permit(Permission.WorkCases)]
[IgnoreAntiforgeryToken] // The token is checked below, before the file is read.
[NoFormBinding]
public sealed class AddDocumentModel(Here here, PartnershipDb db, Once once, Installation installation, IAntiforgery antiforgery) : PageModel
{
    private const int FieldLimit = 8_192;

    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    public string? Title { get; set; }
    public DocumentSeal Seal { get; set; }

    /// <summary>Only names the field: the file itself never becomes part of a form.</summary>
    public string? Upload { get; set; }
    public int LargestMegabytes { get; private set; }
    public string DocumentsUrl => DocumentsModel.Url(here.Address, CaseFile);

    private Guid? form;

    public static new string Url(string partnership, Id<CaseFile> file) => $"{DocumentsModel.Url(partnership, file)}/add";

    public Task OnGetAsync(CancellationToken ct) => SettingsAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await SettingsAsync(ct);
        if (!MediaTypeHeaderValue.TryParse(Request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and < 200 } boundary)
            return Again("Choose a file");
        var reader = new MultipartReader(boundary, Request.Body);
        var isOurs = false;
        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            var about = section.GetContentDispositionHeader();
            if (about is null)
                continue;
            if (about.IsFileDisposition())
            {
                if (!isOurs)
                    return BadRequest();
                if (about.Name == nameof(Upload) && Path.GetFileName(about.FileName.Value?.Trim('"')) is { Length: > 0 } name)
                    return await KeepAsync(name, section.Body, ct);
                continue;
            }
            var value = await TextAsync(section.Body, ct);
            if (about.Name == "__RequestVerificationToken")
            {
                Request.Headers["RequestVerificationToken"] = value;
                isOurs = await antiforgery.IsRequestValidAsync(HttpContext);
            }
            else if (!isOurs)
            {
                return BadRequest();
            }
            else
            {
                Take(about.Name.Value, value);
            }
        }
        return isOurs ? Again("Choose a file") : BadRequest();
    }

    private void Take(string? field, string value)
    {
        if (field == nameof(Title))
            Title = value;
        else if (field == nameof(Seal) && Enum.TryParse<DocumentSeal>(value, out var seal) && Enum.IsDefined(seal))
            Seal = seal;
        else if (field == Web.Once.Field && Guid.TryParse(value, out var number))
            form = number;
    }

    private async Task<IActionResult> KeepAsync(string name, Stream body, CancellationToken ct)
    {
        if (form is { } number)
        {
            ModelState.SetModelValue(Web.Once.Field, number.ToString("N"), number.ToString("N"));
            ModelState.MarkFieldSkipped(Web.Once.Field); // kept to be shown again; an unjudged entry would make the form invalid
        }
        if (await once.DoneAsync(form, ct) is { } done)
            return Redirect(done);
        if (string.IsNullOrWhiteSpace(Title) || Title.Length > DocumentRecord.TitleLimit)
            ModelState.AddModelError(nameof(Title), string.IsNullOrWhiteSpace(Title) ? "Say what the document is" : "The title must be 200 characters or fewer");
        if (!ModelState.IsValid)
            return Again("Choose the file again");
        var file = await db.KeyOfAsync(CaseFile, ct);
        var path = Path.Combine(installation.DataFolder, "uploads", here.Address, $"{Guid.CreateVersion7():N}.sealed");
        using var passing = DataKey.Create(Guid.CreateVersion7());
        try
        {
            await SealedFile.WriteAsync(path, passing, body, LargestMegabytes * 1024L * 1024, ct);
            await using var content = SealedFile.Open(path, passing);
            var kind = await DocumentCheck.KindAsync(content, name, ct);
            if (Seal != DocumentSeal.None && !await IsOpenToMeAsync(ct))
                return Again(null, "Your team is not on the list of this seal, so you could not see the document yourself. Ask whoever leads the file to add it.");
            var act = here.Act("document.add", "adding a document");
            var (document, parts) = await DocumentRecord.KeepAsync(act, db.Session.Keys, file, Seal, Title!, kind, content, ct);
            db.Add(document);
            db.AddRange(parts);
            var url = await once.SaveAsync(act, form, DocumentsUrl, ct);
            TempData["Done"] = "The document is added.";
            return Redirect(url);
        }
        catch (RuleBroken refused) when (refused.Code is "large-file" or "document-refused")
        {
            return Again(refused.Code == "large-file" ? $"The file is larger than {LargestMegabytes} MB. Make it smaller, for example by scanning at a lower resolution, or split it." : refused.Message);
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    private async Task<bool> IsOpenToMeAsync(CancellationToken ct) =>
        await Circles.MayUnsealAsync(db, CaseFile, Seal == DocumentSeal.Health ? Access.Seal.Health : Access.Seal.LegalDisclosure, ct);

    private PageResult Again(string? file, string? seal = null)
    {
        if (file is not null)
            ModelState.AddModelError(nameof(Upload), file);
        if (seal is not null)
            ModelState.AddModelError(nameof(Seal), seal);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task SettingsAsync(CancellationToken ct) => LargestMegabytes = (await CaseworkSettings.ReadAsync(db, ct)).LargestDocumentMegabytes;

    private static async Task<string> TextAsync(Stream body, CancellationToken ct)
    {
        using var text = new StreamReader(body);
        var buffer = new char[FieldLimit];
        return new(buffer, 0, await text.ReadBlockAsync(buffer, ct));
    }
}
