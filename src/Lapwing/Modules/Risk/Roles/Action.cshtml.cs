using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Risk.Roles;

/// <summary>Records what an agency does or plans for the person of this file, and holds it against the other sides of the matter.</summary>
[Permit(Permission.WorkCases)]
public sealed class ActionModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    /// <summary>More than a partnership has.</summary>
    private const int MostAgencies = 500;

    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [BindProperty]
    public ActionKind? Kind { get; set; }

    [BindProperty]
    public string? Agency { get; set; }

    [BindProperty]
    public bool? IsPlanned { get; set; }

    [BindProperty, Display(Name = "The date")]
    public DateOnly? On { get; set; }

    [BindProperty, StringLength(AgencyAction.NoteLimit, ErrorMessage = "The note must be 10,000 characters or fewer")]
    public string? Note { get; set; }

    public RoleState State { get; private set; } = null!;
    public IReadOnlyList<Option> Agencies { get; private set; } = [];
    public IReadOnlyList<Option> Kinds { get; } = [.. Enum.GetValues<ActionKind>().Select(k => new Option(k.ToString(), k.Title()))];
    public string Partnership => here.Address;

    public static new string Url(string partnership, Id<CaseFile> file) => RolesModel.Url(partnership, file) + "/action";

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        On = LondonTime.DateOf(here.Viewer.Now);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        if (Kind is null || !Enum.IsDefined(Kind.Value))
            ModelState.AddModelError(nameof(Kind), "Choose what is done");
        if (IsPlanned is null)
            ModelState.AddModelError(nameof(IsPlanned), "Say whether it is planned or in place");
        if (On is null && ModelState.GetFieldValidationState(nameof(On)) != ModelValidationState.Invalid)
            ModelState.AddModelError(nameof(On), "Enter the date");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var agency = Id<Agency>.TryParse(Agency, CultureInfo.InvariantCulture, out var id) && Agencies.Any(a => a.Value == Agency) ? id : (Id<Agency>?)null;
        var act = here.Act("roles.action", "recording an agency's action");
        var action = AgencyAction.Record(act, State.People.Key, Kind!.Value, agency, IsPlanned!.Value, On!.Value, Note, State.IsUnresolved);
        db.AgencyActions.Add(action);
        await RoleState.KeepSideAsync(db, State with { Actions = [.. State.Actions, action] }, ct);
        return Redirect(await once.SaveAsync(act, RolesModel.Url(here.Address, Id), ct));
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        State = await RoleState.ReadAsync(db, Id, ct);
        Agencies = [.. (await db.Agencies.AsNoTracking().OrderBy(a => a.Name).Take(MostAgencies).Select(a => new { a.Id, a.Name }).ToListAsync(ct)).Select(a => new Option(a.Id.ToString(), a.Name))];
    }
}
