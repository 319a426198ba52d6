using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Import;

/// <summary>The mappings that this partnership keeps.</summary>
[Permit(Permission.ImportReferrals)]
public sealed class MappingsModel(Here here, PartnershipDb db) : PageModel
{
    public sealed record Row(string Url, string Name);

    public IReadOnlyList<Row> Saved { get; private set; } = [];
    public string BackUrl => UploadModel.Url(here.Address);
    public string NewUrl => MappingModel.Url(here.Address);

    public static new string Url(string partnership) => $"/{partnership}/import/mappings";

    public async Task OnGetAsync(CancellationToken ct) =>
        Saved = [.. (await db.Set<ImportMapping>().AsNoTracking().OrderBy(m => m.Name).Take(500).Select(m => new { m.Id, m.Name }).ToListAsync(ct))
            .Select(m => new Row(MappingModel.Url(here.Address, m.Id), m.Name))];
}
