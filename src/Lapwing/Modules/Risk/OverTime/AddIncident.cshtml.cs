using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.People;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Risk.OverTime;

/// <summary>Records an incident that any agency reported: when, what, who to whom.</summary>
[Permit(Permission.WorkCases)]
public sealed class AddIncidentModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [BindProperty, Display(Name = "The date")]
    public DateOnly? On { get; set; }

    [BindProperty]
    public bool IsApproximate { get; set; }

    [BindProperty]
    public IncidentKind[] Kinds { get; set; } = [];

    [BindProperty]
    public IncidentSource? Source { get; set; }

    [BindProperty]
    public string? DoneTo { get; set; }

    [BindProperty]
    public string? DoneBy { get; set; }

    [BindProperty, StringLength(Person.NameLimit, ErrorMessage = "The name must be 200 characters or fewer")]
    public string? NewName { get; set; }

    [BindProperty, StringLength(Incident.ReferenceLimit, ErrorMessage = "The reference must be 60 characters or fewer")]
    public string? PoliceReference { get; set; }

    [BindProperty, StringLength(Incident.AccountLimit, ErrorMessage = "What happened must be 10,000 characters or fewer")]
    public string? Account { get; set; }

    [BindProperty]
    public string? SameAs { get; set; }

    public RiskState State { get; private set; } = null!;
    public string Partnership => here.Address;
    public IReadOnlyList<Option> KindOptions { get; } = [.. IncidentWords.All.Select(k => new Option(k.ToString(), k.Title()))];
    public IReadOnlyList<Option> SourceOptions { get; } = [.. Enum.GetValues<IncidentSource>().Select(s => new Option(s.ToString(), s.Title()))];

    /// <summary>What is recorded already: another agency's report of the same event counts once.</summary>
    public IReadOnlyList<Option> EarlierOptions => [.. State.Incidents.Where(i => i.TakenBackAt is null && i.SameAs is null).Take(50)
        .Select(i => new Option(i.Id.ToString(), $"{Spoken.Day(i.On)}: {i.Kinds.Title().ToLowerInvariant()}"))];

    public static new string Url(string partnership, Id<CaseFile> file) => RiskModel.Url(partnership, file) + "/incidents/add";

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        DoneTo = State.People.File.Side == Side.PersonCausingHarm ? null : State.People.Subject.Id.ToString();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        Check();
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("risk.incident", "recording an incident");
        var (to, by) = (State.People.Chosen(db, act, DoneTo, NewName, RoleInFile.SomebodyElse), DoneBy == FilePeople.New && DoneTo == FilePeople.New ? null : State.People.Chosen(db, act, DoneBy, NewName, RoleInFile.SaidToCauseHarm));
        if (to is null || (by is null && !string.IsNullOrEmpty(DoneBy)))
        {
            ModelState.AddModelError(to is null ? nameof(DoneTo) : nameof(DoneBy), "Choose somebody of this file, or write the name of somebody who is not listed");
            return await this.AgainAsync(ct);
        }
        var same = Id<Incident>.TryParse(SameAs, CultureInfo.InvariantCulture, out var earlier) && State.Incidents.Any(i => i.Id == earlier) ? earlier : (Id<Incident>?)null;
        var incident = Incident.Record(act, State.People.Key, new(On!.Value, IsApproximate, Kinds.Aggregate(IncidentKind.None, (all, k) => all | k), Source!.Value, to.Value, by,
            PoliceReference, Account, same));
        db.Incidents.Add(incident);
        var shown = await once.SaveAsync(act, RiskModel.Url(here.Address, Id), ct);
        TempData["Done"] = "The incident is recorded. Assess the risk again.";
        return Redirect(shown);
    }

    private void Check()
    {
        if (On is null && ModelState.GetFieldValidationState(nameof(On)) != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
            ModelState.AddModelError(nameof(On), "Enter the date; an approximate one is enough");
        else if (On > State.Today)
            ModelState.AddModelError(nameof(On), "The date must be today or in the past");
        if (Kinds.Length == 0 || Kinds.Any(k => !IncidentWords.All.Contains(k)))
            ModelState.AddModelError(nameof(Kinds), "Choose what happened");
        if (Source is null || !Enum.IsDefined(Source.Value))
            ModelState.AddModelError(nameof(Source), "Choose who reported it");
        if (string.IsNullOrEmpty(DoneTo))
            ModelState.AddModelError(nameof(DoneTo), "Choose to whom it was done");
        if (DoneTo == FilePeople.New && DoneBy == FilePeople.New)
            ModelState.AddModelError(nameof(DoneBy), "Only one of the two can be somebody who is not listed");
        else if ((DoneTo == FilePeople.New || DoneBy == FilePeople.New) && string.IsNullOrWhiteSpace(NewName))
            ModelState.AddModelError(nameof(NewName), "Write the name, or what the person is called");
        if (!string.IsNullOrEmpty(DoneTo) && DoneTo == DoneBy && DoneTo != FilePeople.New)
            ModelState.AddModelError(nameof(DoneBy), "The same person cannot be chosen twice");
    }

    public async Task ShowAgainAsync(CancellationToken ct) => State = await RiskState.ReadAsync(db, Id, ct);
}
