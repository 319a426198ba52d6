using System.Text;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Measuring;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Settings;

/// <summary>Loads a version of the outcomes from a file: many outcome tools are licensed, so a partnership brings its own.</summary>
[Permit(Permission.EditDirectory)]
public sealed class LoadOutcomesModel(Here here, PartnershipDb db) : PageModel
{
    public const int LargestFile = 256 * 1024;
    private const int MostErrors = 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public string BackUrl => CaseworkModel.Url(here.Address);

    public static new string Url(string partnership) => $"{CaseworkModel.Url(partnership)}/load";

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (json, pack) = await ReadAsync(ct);
        if (pack is not null && (pack.Code == OutcomePack.Shipped.Code || await db.OutcomePacks.AnyAsync(p => p.Code == pack.Code && p.Edition == pack.Version, ct)))
            ModelState.AddModelError(nameof(Upload), $"Version {pack.Version} of {pack.Code} is already there, and a version never changes: raise the version in the file");
        if (!ModelState.IsValid || pack is null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        var act = here.Act("casework.load-outcomes", "loading outcomes to measure");
        db.Add(StoredOutcomePack.Load(act, pack, json));
        await db.SaveAsync(act, ct);
        TempData["Done"] = $"{pack.Title}, version {pack.Version}, is loaded. Choose it below to use it.";
        return Redirect(BackUrl);
    }

    private async Task<(string Json, OutcomePack? Pack)> ReadAsync(CancellationToken ct)
    {
        if (Upload is null or { Length: 0 or > LargestFile })
            return Refuse(Upload is { Length: > 0 } ? "The file must be smaller than 256 KB" : "Choose a file that is not empty");
        try
        {
            using var reader = new StreamReader(Upload.OpenReadStream(), Strict);
            var json = await reader.ReadToEndAsync(ct);
            return (json, OutcomePack.Parse(json));
        }
        catch (DecoderFallbackException)
        {
            return Refuse("The file is not in UTF-8: save it again as JSON in UTF-8");
        }
        catch (FormatException wrong)
        {
            foreach (var line in wrong.Message.Split('\n').Take(MostErrors))
                Refuse(line);
            return ("", null);
        }
    }

    private (string, OutcomePack?) Refuse(string why)
    {
        // One key for each message, because the summary shows the first message of each.
        ModelState.AddModelError(ModelState.ErrorCount == 0 ? nameof(Upload) : $"{nameof(Upload)}.{ModelState.ErrorCount}", why);
        return ("", null);
    }
}
