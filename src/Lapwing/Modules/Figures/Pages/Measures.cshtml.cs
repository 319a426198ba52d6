using Lapwing.Access;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Figures.Pages;

/// <summary>The catalogue: what each measure counts, with its source and unit.</summary>
[Permit(Permission.SeeNumbers)]
public sealed class MeasuresModel(Here here) : PageModel
{
    public Catalogue Catalogue { get; private set; } = null!;

    public static new string Url(string partnership) => $"/{partnership}/figures/measures";

    public async Task OnGetAsync(CancellationToken ct) => Catalogue = await Catalogue.ReadAsync(here.Db, ct);
}
