using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Accounts.Files;

/// <summary>Narrows a file to a few members by name, such as one about a member of staff: for everybody else it does not exist, of the same team too.</summary>
[Permit(Permission.RestrictFiles)]
public sealed class RestrictModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [BindProperty]
    public List<Id<Member>> Members { get; set; } = [];

    public IReadOnlyList<Option> Choices { get; private set; } = [];
    public bool IsRestricted { get; private set; }
    public string Partnership => here.Address;

    public static new string Url(string partnership, Id<CaseFile> file) => AccessModel.Url(partnership, file) + "/restrict";

    public async Task OnGetAsync(CancellationToken ct)
    {
        Members = [.. (await Restrictions.WhoCanBeNamedAsync(db, Id, ct)).Where(m => m.IsNamed).Select(m => m.Member)];
        await ShowAgainAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || Members.Count == 0)
        {
            ModelState.TryAddModelError(nameof(Members), "Choose at least one person");
            return await this.AgainAsync(ct);
        }
        var act = here.Act("file.restrict", "narrowing a file to people by name");
        await Restrictions.NarrowAsync(db, act, Id, Members, ct);
        var stillMine = Members.Contains(here.Viewer.Member);
        var shown = await once.SaveAsync(act, stillMine ? AccessModel.Url(here.Address, Id) : $"/{here.Address}", ct);
        TempData["Done"] = "Only the people named know this file now." + (stillMine ? "" : " You did not name yourself, so you can no longer see it.");
        return Redirect(shown);
    }

    public async Task<IActionResult> OnPostWidenAsync(CancellationToken ct)
    {
        var act = here.Act("file.widen", "opening a file to its whole circle again");
        await Restrictions.WidenAsync(db, act, Id, ct);
        await db.SaveAsync(act, ct);
        TempData["Done"] = "The file's whole circle may know it again.";
        return Redirect(AccessModel.Url(here.Address, Id));
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        IsRestricted = await Restrictions.IsRestrictedAsync(db, Id, ct);
        Choices = [.. (await Restrictions.WhoCanBeNamedAsync(db, Id, ct)).Select(m => new Option(m.Member.ToString(), m.Member == here.Viewer.Member ? $"{m.Name} (you)" : m.Name, m.Team))];
    }
}
