using Lapwing.Access;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Referrals.Import;

/// <summary>The fields that a file can have, printed from the same list that reads them.</summary>
[Permit(Permission.ImportReferrals)]
public sealed class FieldsModel(Here here) : PageModel
{
    internal IReadOnlyList<ImportField> Fields => ImportFields.All;
    public string BackUrl => UploadModel.Url(here.Address);

    public static new string Url(string partnership) => $"/{partnership}/import/fields";

    public void OnGet() { }
}
