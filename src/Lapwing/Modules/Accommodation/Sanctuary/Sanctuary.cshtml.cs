using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Accommodation.Seeking;
using Lapwing.Modules.Casework.Plans;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accommodation.Sanctuary;

/// <summary>A sanctuary from the first question to its reviews: the page asks for the next step only.</summary>
[Permit(Permission.WorkCases)]
public sealed class SanctuaryModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    [FromRoute(Name = "works")]
    public Id<SanctuaryWorks>? WorksId { get; set; }

    [BindProperty, Display(Name = "The day")]
    public DateOnly? On { get; set; }

    [BindProperty] public string? LivesThere { get; set; }
    [BindProperty] public string? Found { get; set; }
    [BindProperty] public List<SanctuaryMeasures> Measures { get; set; } = [];
    [BindProperty] public string? Owner { get; set; }

    [BindProperty, Display(Name = "The day of the review")]
    public DateOnly? ReviewOn { get; set; }

    [BindProperty] public int Version { get; set; }
    [BindProperty] public Guid? Once { get; set; }

    public SanctuaryWorks? Works { get; private set; }
    public string? Note { get; private set; }
    public string BackUrl => SafetyModel.Url(here.Address, CaseFile);

    public static new string Url(string partnership, Id<CaseFile> file, Id<SanctuaryWorks>? works = null) => $"{SafetyModel.Url(partnership, file)}/sanctuary{(works is null ? "" : $"/{works}")}";

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        On = LondonTime.DateOf(here.Viewer.Now);
        Measures = [.. Works?.Measures.Each() ?? []];
        if (Works is { State: SanctuaryState.Agreed or SanctuaryState.Fitted })
            ReviewOn = On.Value.AddDays((await AccommodationSettings.ReadAsync(db, ct)).SanctuaryReviewDays);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        var works = WorksId is null ? null : await db.SanctuaryWorks.SingleAsync(w => w.Id == WorksId && w.CaseFile == CaseFile, ct);
        Check(works?.State);
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var key = await db.KeyOfAsync(CaseFile, ct);
        var act = here.Act("sanctuary." + (works?.State.ToString().ToLowerInvariant() ?? "ask"), "works that make a home safer to stay in");
        var measures = AccommodationWords.Joined(Measures);
        if (works is null)
        {
            var household = await HouseholdOfFile.ReadAsync(db, CaseFile, ct);
            db.SanctuaryWorks.Add(works = SanctuaryWorks.Ask(act, CaseFile, household.Person.Id, household.Household, household.Codes, LivesThere == "yes", On!.Value));
        }
        else
        {
            db.Expect(works, Version);
            Step(works, act, key, measures);
        }
        // The reminder is a task of whoever recorded it, so that it stands in their work like any other.
        if (works is { State: SanctuaryState.Fitted, ReviewOn: { } review })
            db.CaseTasks.Add(CaseTask.Set(act, key, "Look at the sanctuary again", here.Viewer.Member, review));
        var url = await once.SaveAsync(act, Once, BackUrl, ct);
        TempData["Done"] = works.State == SanctuaryState.Fitted ? $"It is recorded. The review on {Spoken.Day(works.ReviewOn!.Value)} stands among your tasks." : "It is recorded.";
        return Redirect(url);
    }

    private void Step(SanctuaryWorks works, Act act, FileKey key, SanctuaryMeasures measures)
    {
        switch (works.State)
        {
            case SanctuaryState.Asked: works.Survey(act, key, On!.Value, Found); break;
            case SanctuaryState.Surveyed: works.Agree(act, On!.Value, measures, Owner == "yes"); break;
            case SanctuaryState.Agreed: works.Fit(act, On!.Value, measures, ReviewOn!.Value); break;
            default: works.Review(act, key, On!.Value, Found, ReviewOn); break;
        }
    }

    private void Check(SanctuaryState? state)
    {
        if (On is null && ModelState[nameof(On)] is not { Errors.Count: > 0 })
            ModelState.AddModelError(nameof(On), "Enter the day");
        if (state is null && LivesThere is not ("yes" or "no"))
            ModelState.AddModelError(nameof(LivesThere), "Say whether the person who causes harm lives there or has a right to");
        if (state is SanctuaryState.Surveyed or SanctuaryState.Agreed && (Measures.Count == 0 || Measures.Exists(m => m == SanctuaryMeasures.None || !Enum.IsDefined(m))))
            ModelState.AddModelError(nameof(Measures), "Choose what is fitted");
        if (state is SanctuaryState.Surveyed && Owner is not ("yes" or "no"))
            ModelState.AddModelError(nameof(Owner), "Say whether the owner of the home agrees");
        if (state is SanctuaryState.Agreed && ReviewOn is null && ModelState[nameof(ReviewOn)] is not { Errors.Count: > 0 })
            ModelState.AddModelError(nameof(ReviewOn), "Enter when it is looked at again");
        if (Found?.Length > SanctuaryWorks.NoteLimit)
            ModelState.AddModelError(nameof(Found), "What was found must be 5,000 characters or fewer");
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (WorksId is null)
            return;
        Works = await db.SanctuaryWorks.AsNoTracking().SingleAsync(w => w.Id == WorksId && w.CaseFile == CaseFile, ct);
        Note = (await db.KeyOfAsync(CaseFile, ct)).RevealIfAny(Works.Note);
        Version = Works.Version;
        ModelState.Remove(nameof(Version));
    }
}
