using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accommodation.View;

/// <summary>Vacancies for whoever only needs to know whether there are any, such as a board: by region and kind, in bands, so that no place can be told from it (threat 5).</summary>
[Permit(Permission.Member)]
public sealed class PlacesModel(Here here, PartnershipDb db) : PageModel
{
    /// <summary>The answer to each dimension, as the address carries it: "region" is 0 to 6 and so on; empty is any.</summary>
    public IReadOnlyDictionary<string, int> Filter { get; private set; } = new Dictionary<string, int>();
    public PlacesAnswer Answer { get; private set; } = new(null, null, false);
    public IReadOnlyList<(string Region, PlacesAnswer Answer)> ByRegion { get; private set; } = [];
    public string Partnership => here.Address;

    public static new string Url(string partnership) => $"/{partnership}/accommodation/places";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var units = await db.SafeUnits.AsNoTracking().Where(u => u.ClosedOn == null)
            .Select(u => new PlaceCodes(u.Type, u.Region, u.MaxPeople, u.Access, u.TakesNoRecourse, u.Pets, u.Vacant - u.Held)).ToListAsync(ct);
        var view = RegionalView.Of(units);
        var asked = new Dictionary<string, int>();
        foreach (var dimension in RegionalView.Dimensions)
            if (int.TryParse(Request.Query[dimension.Code], out var category) && category >= 0 && category < dimension.Categories.Count)
                asked[dimension.Code] = category;
        (Filter, Answer) = (asked, view.Ask(asked));
        var region = RegionalView.Dimensions[0];
        ByRegion = [.. region.Categories.Select((title, n) => (title, view.Ask(new Dictionary<string, int> { [region.Code] = n })))];
    }
}
