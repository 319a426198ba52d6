using Lapwing.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web;

/// <summary>A bug was met. It was logged once, with this reference and never with a name, address or note.</summary>
[Permit(Permission.Public)]
[IgnoreAntiforgeryToken]
public sealed class FaultModel : PageModel
{
    public string Reference => HttpContext.TraceIdentifier;

    public void OnGet() { }

    public void OnPost() { }
}
