using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Groups.Pages;

/// <summary>Therapy notes, sealed from the main file: whoever is not on the list of "Health and therapy" learns no more than that there is such a part.</summary>
[Permit(Permission.WorkCases)]
public sealed class TherapyModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")] public Id<CaseFile> CaseFile { get; set; }
    [FromRoute(Name = "place")] public Id<GroupPlace> Id { get; set; }

    [BindProperty, Display(Name = "The day of the session")] public DateOnly? On { get; set; }
    [BindProperty] public string? Words { get; set; }
    [BindProperty] public Guid? Once { get; set; }

    public bool IsOpen { get; private set; }
    public bool MayWrite { get; private set; }
    public IReadOnlyList<(TherapyNote Note, string By, string Words)> Notes { get; private set; } = [];
    public string BackUrl => PlaceModel.Url(here.Address, CaseFile, Id);

    public static new string Url(string partnership, Id<CaseFile> file, Id<GroupPlace> place) => $"{PlaceModel.Url(partnership, file, place)}/therapy";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ProgrammeAsync(ct) is not { Tier: GroupTier.Therapeutic })
            return NotFound();
        On = LondonTime.DateOf(here.Viewer.Now);
        await ShowAgainAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        await ShowAgainAsync(ct);
        if (On is null && ModelState[nameof(On)]?.Errors.Count is null or 0)
            ModelState.AddModelError(nameof(On), "Enter the day of the session");
        else if (On > LondonTime.DateOf(here.Viewer.Now))
            ModelState.AddModelError(nameof(On), "The day of the session cannot be in the future");
        if (string.IsNullOrWhiteSpace(Words))
            ModelState.AddModelError(nameof(Words), "Write the note");
        else if (Words.Length > TherapyNote.WordsLimit)
            ModelState.AddModelError(nameof(Words), "The note must be 20,000 characters or fewer");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("group.therapy", "writing a therapy note under its seal");
        var (programme, key) = (await ProgrammeAsync(ct), await db.KeyOfAsync(CaseFile, ct));
        var place = await db.GroupPlaces.AsNoTracking().SingleAsync(p => p.Id == Id, ct);
        var note = TherapyNote.Sign(act, key, place, programme, On!.Value, Words!);
        // The team that gives the therapy writes the first sealed part of the file, so it is on the list; where there is a list, only who is on it.
        if (!IsOpen)
        {
            if (!await Circles.UnsealFirstAsync(db, act, CaseFile, Seal.Health, "Gives the therapy", ct))
                throw new RuleBroken("sealed", "Your team is not on the list of this seal, so you could not read the note yourself. Ask whoever leads the file to add it.");
            await db.SaveAsync(act, ct);
            act = here.Act("group.therapy", "writing a therapy note under its seal");
        }
        db.Add(note);
        return Redirect(await once.SaveAsync(act, Once, Url(here.Address, CaseFile, Id), ct));
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        IsOpen = await Circles.MayUnsealAsync(db, CaseFile, Seal.Health, ct);
        MayWrite = here.Viewer.Teams.Contains((await ProgrammeAsync(ct)).Team);
        var key = await db.KeyOfAsync(CaseFile, ct);
        Notes = [.. (await db.TherapyNotes.AsNoTracking().Where(n => n.Place == Id).OrderByDescending(n => n.On).ThenByDescending(n => n.At).Take(200).Join(db.Members, n => n.By, m => m.Id, (n, m) => new { Note = n, m.Name }).ToListAsync(ct))
            .Select(n => (n.Note, n.Name, key.Reveal(n.Note.Words)))];
    }

    private Task<GroupProgramme> ProgrammeAsync(CancellationToken ct) =>
        db.GroupPlaces.Where(p => p.Id == Id).Join(db.Cohorts, p => p.Cohort, c => c.Id, (p, c) => c.Programme).Join(db.GroupProgrammes, id => id, p => p.Id, (id, p) => p).AsNoTracking().SingleAsync(ct);
}
