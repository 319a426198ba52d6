using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Jobs;
using Lapwing.Settings;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Lapwing.Modules.Referrals.Import;

/// <summary>Takes a file in, sealed as it streams: the framework's own forms would put a large file on the disk in the clear. Shows the imports so far.</summary>
[Permit(Permission.ImportReferrals)]
[IgnoreAntiforgeryToken] // The token is checked below, before the file is read.
[NoFormBinding]
public sealed class UploadModel(Here here, PartnershipDb db, Installation installation, IAntiforgery antiforgery) : PageModel
{
    private const int PageSize = 20, FieldLimit = 8_192;

    public sealed record Run(string Url, string Name, string When, string State, int Rows, int Received, int Rejected, int Duplicate);

    public string? Mapping { get; set; }

    /// <summary>Only names the field: the file itself never becomes part of a form.</summary>
    public string? Upload { get; set; }
    public IReadOnlyList<Option> Mappings { get; private set; } = [];
    public IReadOnlyList<Run> Runs { get; private set; } = [];
    public int Number { get; private set; } = 1;
    public int Pages { get; private set; }
    public string MappingsUrl => MappingsModel.Url(here.Address);
    public string FieldsUrl => FieldsModel.Url(here.Address);

    public static new string Url(string partnership) => $"/{partnership}/import";

    public string UrlOf(int number) => $"{Url(here.Address)}?number={number}";

    public Task OnGetAsync(CancellationToken ct, int number = 1) => ShowAsync(number, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(Request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and < 200 } boundary)
            return BadRequest();
        var reader = new MultipartReader(boundary, Request.Body);
        var (isOurs, run) = (false, (ImportRun?)null);
        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            var about = section.GetContentDispositionHeader();
            if (about is null)
                continue;
            var isFile = about.IsFileDisposition();
            var value = isFile ? "" : await TextAsync(section.Body, ct);
            if (!isFile && about.Name == "__RequestVerificationToken")
            {
                Request.Headers["RequestVerificationToken"] = value;
                isOurs = await antiforgery.IsRequestValidAsync(HttpContext);
            }
            else if (!isOurs)
            {
                return BadRequest();
            }
            else if (!isFile && about.Name == nameof(Mapping))
            {
                Mapping = value;
            }
            else if (isFile && about.Name == nameof(Upload) && Path.GetFileName(about.FileName.Value?.Trim('"')) is { Length: > 0 } name)
            {
                run = await KeepAsync(name, section.Body, ct);
                if (run is null)
                    break;
            }
        }
        if (run is not null)
            return Redirect(RunModel.Url(here.Address, run.Id));
        if (ModelState.IsValid)
            ModelState.AddModelError(nameof(Upload), "Choose a file");
        await ShowAsync(1, ct);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>Seals the file and asks for its check; nothing when it cannot be used.</summary>
    private async Task<ImportRun?> KeepAsync(string name, Stream body, CancellationToken ct)
    {
        var map = ImportMap.Canonical;
        if (Id<ImportMapping>.TryParse(Mapping, null, out var id))
        {
            if (await db.Set<ImportMapping>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } chosen)
            {
                ModelState.AddModelError(nameof(Mapping), "That mapping was deleted. Choose another");
                return null;
            }
            map = ImportMap.Parse(chosen.Json);
        }
        var act = here.Act("import.upload", "Importing what an agency already has");
        // The run's key must exist before the file does, so the run is made first and told about the file afterwards.
        var run = ImportRun.Begin(act, db.Session.Keys, 0, name, [], "", map, null);
        var path = Uploads.PathOf(installation, here.Address, run.Id.Value);
        using var key = run.Key(db.Session.Keys);
        var isKept = false;
        try
        {
            await SealedFile.WriteAsync(path, key, body, ImportFile.LargestFile, ct);
            await using var stream = SealedFile.Open(path, key);
            var file = await ImportFile.InspectAsync(stream, ct);
            run.Recognise(file.Hash, file.Kind, ReferralImport.NameKey(db, name), await ReferralImport.SourceAsync(db, file, name, ct));
            db.Add(run);
            db.Jobs.Add(QueuedJob.Ask(nameof(ImportReferrals), run.Id.Value, here.Viewer.Member.Value, act.At));
            await db.SaveAsync(act, ct);
            isKept = true;
            return run;
        }
        catch (RuleBroken refused)
        {
            ModelState.AddModelError(nameof(Upload), refused.Message);
            return null;
        }
        finally
        {
            if (!isKept)
                System.IO.File.Delete(path);
        }
    }

    private async Task ShowAsync(int number, CancellationToken ct)
    {
        Number = Math.Max(1, number);
        Mappings = [.. (await db.Set<ImportMapping>().AsNoTracking().OrderBy(m => m.Name).Take(500).Select(m => new { m.Id, m.Name }).ToListAsync(ct)).Select(m => new Option(m.Id.ToString(), m.Name))];
        Pages = (await db.Set<ImportRun>().CountAsync(ct) + PageSize - 1) / PageSize;
        var runs = await db.Set<ImportRun>().AsNoTracking().OrderByDescending(r => r.AskedAt).ThenBy(r => r.Id).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        Runs = [.. runs.Select(r => new Run(RunModel.Url(here.Address, r.Id), NameOf(r), LondonTime.FromUtc(r.AskedAt).ToString("d MMM yyyy HH:mm", CultureInfo.GetCultureInfo("en-GB")),
            RunModel.Words(r.State), r.Rows, r.Received, r.Rejected, r.Duplicate))];
    }

    private string NameOf(ImportRun run)
    {
        using var key = run.Key(db.Session.Keys);
        return key.Reveal(run.FileName);
    }

    private static async Task<string> TextAsync(Stream body, CancellationToken ct)
    {
        using var text = new StreamReader(body);
        var buffer = new char[FieldLimit];
        return new(buffer, 0, await text.ReadBlockAsync(buffer, ct));
    }
}
