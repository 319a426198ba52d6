using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Figures.Disclosure;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Figures.Settings;

/// <summary>What each audience may be shown, and who changed that.</summary>
[Permit(Permission.EditDirectory)]
public sealed class PoliciesModel(Here here, PartnershipDb db) : PageModel
{
    public IReadOnlyList<DisclosurePolicy> Policies { get; private set; } = [];
    public IReadOnlyList<(PolicyChange Change, string Who)> Changes { get; private set; } = [];
    public string Partnership => here.Address;
    public string BackUrl => $"/{here.Address}/settings";

    public static new string Url(string partnership) => $"/{partnership}/settings/disclosure";

    public static string Title(string audience) => ShownCharts.Capital(audience);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var policies = await DisclosurePolicies.ReadAsync(db, ct);
        Policies = [.. DisclosurePolicies.Audiences.Select(policies.For)];
        var members = policies.Changes.Select(change => new Id<Member>(change.By)).Distinct().ToArray();
        var names = await db.Members.AsNoTracking().Where(m => members.Contains(m.Id)).ToDictionaryAsync(m => m.Id.Value, m => m.Name, ct);
        Changes = [.. policies.Changes.Select(change => (change, names.GetValueOrDefault(change.By, "Somebody who left")))];
    }
}
