using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Import;

/// <summary>Keeps one mapping. It is read before it is saved, so that a mapping that is kept can be used.</summary>
[Permit(Permission.ImportReferrals)]
public sealed class MappingModel(Here here, PartnershipDb db, Once once) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Json { get; set; }

    public string BackUrl => MappingsModel.Url(here.Address);
    public string FieldsUrl => FieldsModel.Url(here.Address);

    public static new string Url(string partnership, Id<ImportMapping>? mapping = null) => $"/{partnership}/import/mapping" + (mapping is { } id ? $"/{id}" : "");

    public async Task<IActionResult> OnGetAsync([FromRoute] string? mapping, CancellationToken ct)
    {
        (Name, Json) = ("", (ImportMap.Canonical with { Name = "" }).ToJson());
        if (mapping is null)
            return Page();
        if (await FindAsync(mapping, ct) is not { } saved)
            return NotFound();
        (Name, Json) = (saved.Name, saved.Json);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string? mapping, CancellationToken ct)
    {
        var saved = mapping is null ? null : await FindAsync(mapping, ct);
        if (mapping is not null && saved is null)
            return NotFound();
        var name = Name?.Trim() ?? "";
        if (name.Length is 0 or > ImportMapping.NameLimit)
            ModelState.AddModelError(nameof(Name), $"Enter a name of 1 to {ImportMapping.NameLimit} characters");
        else if (await db.Set<ImportMapping>().AnyAsync(m => m.Name == name && (saved == null || m.Id != saved.Id), ct))
            ModelState.AddModelError(nameof(Name), "Another mapping has this name");
        var map = Read();
        if (map is null || !ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        var act = here.Act("import.mapping", "Keeping how an agency's file is read");
        if (saved is null)
            db.Add(ImportMapping.Keep(act, name, map));
        else
            saved.Change(act, name, map);
        return Redirect(await once.SaveAsync(act, BackUrl, ct));
    }

    private ImportMap? Read()
    {
        if (Json is null or { Length: > ImportMapping.JsonLimit })
        {
            ModelState.AddModelError(nameof(Json), Json is null ? "Enter the mapping" : "The mapping is too long");
            return null;
        }
        try
        {
            return ImportMap.Parse(Json) with { Name = Name?.Trim() ?? "" };
        }
        catch (RuleBroken broken)
        {
            ModelState.AddModelError(nameof(Json), broken.Message);
            return null;
        }
    }

    private async Task<ImportMapping?> FindAsync(string mapping, CancellationToken ct) =>
        Id<ImportMapping>.TryParse(mapping, null, out var id) ? await db.Set<ImportMapping>().SingleOrDefaultAsync(m => m.Id == id, ct) : null;
}
