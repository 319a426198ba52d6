using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.People.Orders;

/// <summary>The orders and protections of one file, those in force first.</summary>
[Permit(Permission.WorkCases)]
public sealed class OrdersModel(Here here, PartnershipDb db) : PageModel
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    public IReadOnlyList<OrderLine> Lines { get; private set; } = [];
    public string Partnership => here.Address;

    public static new string Url(string partnership, Id<CaseFile> file) => $"/{partnership}/files/{file}/orders";

    public async Task OnGetAsync(CancellationToken ct) => Lines = await OrdersOfFile.ReadAsync(db, await db.KeyOfAsync(Id, ct), ct);
}
