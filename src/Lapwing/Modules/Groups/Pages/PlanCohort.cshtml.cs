using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Groups.Pages;

/// <summary>Plans a group on its days, and its parallel group with it. Bank holidays and closed days are skipped, and every session must have somebody licensed.</summary>
[Permit(Permission.ManageTeam)]
public sealed class PlanCohortModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "programme")] public Id<GroupProgramme> Programme { get; set; }

    [BindProperty] public string? Name { get; set; }
    [BindProperty, Display(Name = "The day of the first session")] public DateOnly? FirstOn { get; set; }
    [BindProperty] public string? At { get; set; } = "16:00";
    [BindProperty] public int? Places { get; set; } = 8;
    [BindProperty] public Id<Facilitator>? Lead { get; set; }
    [BindProperty] public Id<Facilitator>? Second { get; set; }
    [BindProperty] public int? CarerPlaces { get; set; } = 8;
    [BindProperty] public Id<Facilitator>? CarerLead { get; set; }
    [BindProperty] public Guid? Once { get; set; }

    public GroupProgramme Of { get; private set; } = null!;
    public IReadOnlyList<Option> Facilitators { get; private set; } = [];
    public string BackUrl => ProgrammeModel.Url(here.Address, Programme);

    public static new string Url(string partnership, Id<GroupProgramme> programme) => $"/{partnership}/groups/programmes/{programme}/plan";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await db.GroupProgrammes.AnyAsync(p => p.Id == Programme, ct))
            return NotFound();
        await ShowAgainAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        if (!await db.GroupProgrammes.AnyAsync(p => p.Id == Programme, ct))
            return NotFound();
        await ShowAgainAsync(ct);
        var time = Check();
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var facilitators = await GroupPeople.FacilitatorsAsync(db, Programme, ct);
        var calendar = SessionCalendar.Weekly(FirstOn!.Value, Of.ThemeLines.Count, await GroupSettings.ReadAsync(db, ct));
        var act = here.Act("group.plan", "planning a group");
        var children = Cohort.Plan(act, Of, GroupFor.Children, new(Name!, Places!.Value, time, Lead, Second, facilitators), calendar.Days);
        db.Add(children.Cohort);
        db.AddRange(children.Sessions);
        if (Of.IsPaired)
        {
            var carers = Cohort.Plan(act, Of, GroupFor.Carers, new(Name!, CarerPlaces!.Value, time, CarerLead, null, facilitators), calendar.Days);
            children.Cohort.RunBeside(carers.Cohort);
            carers.Cohort.RunBeside(children.Cohort);
            db.Add(carers.Cohort);
            db.AddRange(carers.Sessions);
        }
        var url = await once.SaveAsync(act, Once, CohortModel.Url(here.Address, children.Cohort.Id), ct);
        TempData["Done"] = $"The group is planned for {calendar.Days.Count} sessions." + (calendar.Skipped.Count == 0 ? "" : $" Skipped: {string.Join(", ", calendar.Skipped.Select(s => $"{Spoken.Day(s.Day)} ({s.Why})"))}.");
        return Redirect(url);
    }

    private int Check()
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > Cohort.NameLimit)
            Add(nameof(Name), string.IsNullOrWhiteSpace(Name) ? "Enter a name for the group" : "The name must be 100 characters or fewer");
        if (FirstOn is null)
            Add(nameof(FirstOn), "Enter the day of the first session");
        else if (FirstOn.Value.Year is < 2000 or > 2100)
            Add(nameof(FirstOn), "The first session must be in this century");
        if (!TimeOnly.TryParseExact(At, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            Add(nameof(At), "Enter the time at which it begins, like 16:00");
        foreach (var (field, places) in Of.IsPaired ? new[] { (nameof(Places), Places), (nameof(CarerPlaces), CarerPlaces) } : [(nameof(Places), Places)])
            if (places is not (>= 1 and <= Cohort.MostPlaces))
                Add(field, $"The number of places must be from 1 to {Cohort.MostPlaces}");
        if (Lead is null || Facilitators.All(f => f.Value != Lead.ToString()))
            Add(nameof(Lead), "Choose who leads it");
        if (Second is not null && Facilitators.All(f => f.Value != Second.ToString()))
            Add(nameof(Second), "Choose somebody who is named for this programme");
        if (Of.IsPaired && (CarerLead is null || Facilitators.All(f => f.Value != CarerLead.ToString())))
            Add(nameof(CarerLead), "Choose who leads the parallel group");
        if (Of.IsPaired && CarerLead is not null && CarerLead == Lead)
            Add(nameof(CarerLead), "The groups meet at the same time: somebody else leads the parallel one");
        return time.Hour * 60 + time.Minute;
    }

    private void Add(string field, string message)
    {
        if (ModelState[field]?.Errors.Count is null or 0)
            ModelState.AddModelError(field, message);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Of = await db.GroupProgrammes.AsNoTracking().SingleAsync(p => p.Id == Programme, ct);
        Facilitators = [.. (await GroupPeople.FacilitatorsAsync(db, Programme, ct)).Select(f => new Option(f.Key.ToString(), $"{f.Value.Name}, licensed until {Spoken.Day(f.Value.Terms.Until)}"))];
    }
}
