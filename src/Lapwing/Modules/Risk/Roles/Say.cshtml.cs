using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk.OverTime;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Risk.Roles;

/// <summary>Records who is said to harm whom, by which source, in either direction.</summary>
[Permit(Permission.WorkCases)]
public sealed class SayModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    /// <summary>True when the person of this file is said to be harmed; false when they are said to cause harm.</summary>
    [BindProperty]
    public bool? IsHarmed { get; set; }

    [BindProperty]
    public string? Other { get; set; }

    [BindProperty, StringLength(Person.NameLimit, ErrorMessage = "The name must be 200 characters or fewer")]
    public string? NewName { get; set; }

    [BindProperty]
    public RoleSource? Source { get; set; }

    [BindProperty, Display(Name = "The date")]
    public DateOnly? On { get; set; }

    [BindProperty, StringLength(RoleAssertion.WordsLimit, ErrorMessage = "The words must be 10,000 characters or fewer")]
    public string? Words { get; set; }

    public RoleState State { get; private set; } = null!;
    public string Partnership => here.Address;
    public IReadOnlyList<Option> Sources { get; } = [.. Enum.GetValues<RoleSource>().Select(s => new Option(s.ToString(), s.Title()))];

    public static new string Url(string partnership, Id<CaseFile> file) => RolesModel.Url(partnership, file) + "/say";

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        On = LondonTime.DateOf(here.Viewer.Now);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        if (IsHarmed is null)
            ModelState.AddModelError(nameof(IsHarmed), "Say which way round it is");
        if (string.IsNullOrEmpty(Other))
            ModelState.AddModelError(nameof(Other), "Choose the other person");
        if (Other == FilePeople.New && string.IsNullOrWhiteSpace(NewName))
            ModelState.AddModelError(nameof(NewName), "Write the name, or what the person is called");
        if (Source is null || !Enum.IsDefined(Source.Value))
            ModelState.AddModelError(nameof(Source), "Choose who says so");
        if (On is null && ModelState.GetFieldValidationState(nameof(On)) != ModelValidationState.Invalid)
            ModelState.AddModelError(nameof(On), "Enter the date on which it was said");
        else if (On > LondonTime.DateOf(here.Viewer.Now))
            ModelState.AddModelError(nameof(On), "The date must be today or in the past");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("roles.say", "recording who is said to harm whom");
        if (State.People.Chosen(db, act, Other, NewName, RoleInFile.SaidToCauseHarm) is not { } other)
        {
            ModelState.AddModelError(nameof(Other), "Choose somebody of this file, or write the name of somebody who is not listed");
            return await this.AgainAsync(ct);
        }
        var (harmer, harmed) = IsHarmed!.Value ? (other, State.Subject) : (State.Subject, other);
        var assertion = RoleAssertion.Make(act, State.People.Key, State.Subject, harmer, harmed, Source!.Value, On!.Value, Words);
        db.RoleAssertions.Add(assertion);
        await RoleState.KeepSideAsync(db, State with { Said = [.. State.Said, assertion] }, ct);
        var shown = await once.SaveAsync(act, RolesModel.Url(here.Address, Id), ct);
        TempData["Done"] = "What is said is recorded as alleged.";
        return Redirect(shown);
    }

    public async Task ShowAgainAsync(CancellationToken ct) => State = await RoleState.ReadAsync(db, Id, ct);
}
