using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Groups.Pages;

/// <summary>Somebody who waits: each criterion with what it says of them and where it comes from, and the pre-group assessment.</summary>
[Permit(Permission.WorkCases)]
public sealed class WaitingModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")] public Id<CaseFile> CaseFile { get; set; }
    [FromRoute(Name = "waiting")] public Id<WaitingEntry> Id { get; set; }

    [BindProperty, Display(Name = "The day of the assessment")] public DateOnly? On { get; set; }
    [BindProperty] public string? Words { get; set; }
    [BindProperty] public bool? IsSuitable { get; set; }
    [BindProperty] public string? EndWhy { get; set; }
    [BindProperty] public bool WasOffered { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public Guid? Once { get; set; }

    public WaitingEntry Entry { get; private set; } = null!;
    public GroupProgramme Programme { get; private set; } = null!;
    public IReadOnlyList<Judged> Judged { get; private set; } = [];
    public IReadOnlyList<(PreGroupAssessment Made, string By, string Words)> Assessments { get; private set; } = [];
    public string? Why { get; private set; }
    public string? EndedWhy { get; private set; }
    public string Keyworker { get; private set; } = "";
    public string Partnership => here.Address;

    public static new string Url(string partnership, Id<CaseFile> file, Id<WaitingEntry> waiting) => $"{FileGroupsModel.Url(partnership, file)}/waiting/{waiting}";

    public async Task OnGetAsync(CancellationToken ct) => await ShowAgainAsync(ct);

    /// <summary>What was found when the group's worker met them.</summary>
    public async Task<IActionResult> OnPostAssessAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        var today = LondonTime.DateOf(here.Viewer.Now);
        if (On is null && ModelState[nameof(On)]?.Errors.Count is null or 0)
            ModelState.AddModelError(nameof(On), "Enter the day of the assessment");
        else if (On > today)
            ModelState.AddModelError(nameof(On), "The day of the assessment cannot be in the future");
        if (string.IsNullOrWhiteSpace(Words))
            ModelState.AddModelError(nameof(Words), "Write what you found");
        else if (Words.Length > PreGroupAssessment.WordsLimit)
            ModelState.AddModelError(nameof(Words), "What you found must be 10,000 characters or fewer");
        if (IsSuitable is null)
            ModelState.AddModelError(nameof(IsSuitable), "Say whether they are ready for the group");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("group.assess", "assessing somebody before a group");
        var entry = await db.WaitingEntries.AsNoTracking().SingleAsync(e => e.Id == Id, ct);
        db.Add(PreGroupAssessment.Make(act, await db.KeyOfAsync(CaseFile, ct), entry, On!.Value, Words!, IsSuitable!.Value));
        return Redirect(await once.SaveAsync(act, Once, Url(here.Address, CaseFile, Id), ct));
    }

    /// <summary>They do not wait any more, or did not take the place that was offered.</summary>
    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct)
    {
        if (EndWhy?.Length > WaitingEntry.WhyLimit)
            ModelState.AddModelError(nameof(EndWhy), "The reason must be 5,000 characters or fewer");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("group.withdraw", "ending a wait for a group");
        var (entry, key) = (await db.WaitingEntries.SingleAsync(e => e.Id == Id, ct), await db.KeyOfAsync(CaseFile, ct));
        if (WasOffered)
            entry.DeclinePlace(act, key, EndWhy);
        else
            entry.Withdraw(act, key, EndWhy);
        db.Expect(entry, Version);
        await db.SaveAsync(act, ct);
        return Redirect(FileGroupsModel.Url(here.Address, CaseFile));
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Entry = await db.WaitingEntries.AsNoTracking().SingleAsync(e => e.Id == Id, ct);
        Programme = await db.GroupProgrammes.AsNoTracking().SingleAsync(p => p.Id == Entry.Programme, ct);
        Version = Entry.Version;
        var known = (await GroupPeople.ReadAsync(db, Programme, [Entry], LondonTime.DateOf(here.Viewer.Now), ct)).Single();
        (Judged, Keyworker) = (known.Judged, known.Facts.Keyworker ?? "Nobody yet");
        (Why, EndedWhy) = (known.Key.RevealIfAny(Entry.Why), known.Key.RevealIfAny(Entry.EndedWhy));
        Assessments = [.. (await db.PreGroupAssessments.AsNoTracking().Where(a => a.Entry == Id).OrderByDescending(a => a.At).Take(50).Join(db.Members, a => a.By, m => m.Id, (a, m) => new { Made = a, m.Name }).ToListAsync(ct))
            .Select(a => (a.Made, a.Name, known.Key.Reveal(a.Made.Words)))];
    }
}
