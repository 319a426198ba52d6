using System.Text;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Risk.Settings;

/// <summary>Loads a version of a questionnaire from a file. The wording of the DASH checklists is licensed, so a partnership brings its own.</summary>
[Permit(Permission.EditDirectory)]
public sealed class LoadPackModel(Here here, PartnershipDb db) : PageModel
{
    /// <summary>A hundred questions with their help fit many times.</summary>
    public const int LargestFile = 1024 * 1024;

    /// <summary>The errors that are shown at once; a file that is no questionnaire at all has more than anybody reads.</summary>
    private const int MostErrors = 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public string Partnership => here.Address;

    public static new string Url(string partnership) => $"/{partnership}/settings/risk/load";

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (json, pack) = await ReadAsync(ct);
        if (pack is not null)
        {
            var isShipped = pack.Code == Questionnaire.Demonstration.Code;
            if (isShipped || await db.RiskPacks.AnyAsync(p => p.Code == pack.Code && p.Edition == pack.Version, ct))
                ModelState.AddModelError(nameof(Upload), isShipped
                    ? $"The code {pack.Code} belongs to the questionnaire that ships with the program: give yours another"
                    : $"Version {pack.Version} of {pack.Code} is already loaded, and a version never changes: raise the version in the file");
        }
        if (!ModelState.IsValid || pack is null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        var act = here.Act("risk.load-pack", "loading a questionnaire");
        db.RiskPacks.Add(StoredPack.Load(act, pack, json));
        await db.SaveAsync(act, ct);
        TempData["Done"] = $"{pack.Title}, version {pack.Version}, is loaded with {pack.Items.Count} questions. Choose it below to use it.";
        return Redirect(BandsModel.Url(here.Address));
    }

    private async Task<(string Json, Questionnaire? Pack)> ReadAsync(CancellationToken ct)
    {
        if (Upload is null || Upload.Length == 0)
            return Refuse("Choose a file that is not empty");
        if (Upload.Length > LargestFile)
            return Refuse("The file must be smaller than 1 MB");
        try
        {
            using var reader = new StreamReader(Upload.OpenReadStream(), Strict);
            var json = await reader.ReadToEndAsync(ct);
            return (json, Questionnaire.Parse(json));
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

    private (string, Questionnaire?) Refuse(string why)
    {
        // One key for each message, because the summary shows the first message of each.
        ModelState.AddModelError(ModelState.ErrorCount == 0 ? nameof(Upload) : $"{nameof(Upload)}.{ModelState.ErrorCount}", why);
        return ("", null);
    }
}
