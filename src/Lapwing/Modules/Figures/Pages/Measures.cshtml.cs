using Lapwing.Access;
using Lapwing.Modules.Figures.Disclosure;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Figures.Pages;

/// <summary>The catalogue: what each measure counts, with its source and unit.</summary>
[Permit(Permission.SeeNumbers)]
public sealed class MeasuresModel(Here here) : PageModel
{
    public Catalogue Catalogue { get; private set; } = null!;
    public DisclosurePolicy Policy { get; private set; } = null!;

    public static new string Url(string partnership, string? measure = null) => $"/{partnership}/figures/measures" + (measure is null ? "" : $"#{measure}");

    public async Task OnGetAsync(CancellationToken ct) =>
        (Catalogue, Policy) = (await Catalogue.ReadAsync(here.Db, ct), (await DisclosurePolicies.ReadAsync(here.Db, ct)).Board);
}
