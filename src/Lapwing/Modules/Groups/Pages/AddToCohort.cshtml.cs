using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Groups.Pages;

/// <summary>Gives a place to somebody who waits and is ready, in the order of the list, and asks about the other half of the pair.</summary>
[Permit(Permission.WorkCases)]
public sealed class AddToCohortModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    /// <summary>How often two who give a place at the same moment are tried again before the later one is told.</summary>
    private const int Tries = 12;

    [FromRoute(Name = "cohort")] public Id<Cohort> Id { get; set; }
    [BindProperty] public Id<WaitingEntry>? Who { get; set; }
    [BindProperty] public PairAnswer? Pair { get; set; }
    [BindProperty] public string? PairWhy { get; set; }
    [BindProperty] public string? OutOfTurn { get; set; }
    [BindProperty] public Guid? Once { get; set; }

    public Cohort Cohort { get; private set; } = null!;
    public GroupProgramme Programme { get; private set; } = null!;
    internal IReadOnlyList<InLine<Known>> Waiting { get; private set; } = [];
    public string BackUrl => CohortModel.Url(here.Address, Id);
    public bool IsPaired => Cohort.Parallel is not null;

    public PairQuestion Question => new(Cohort.Who == GroupFor.Children ? "The mother or carer" : "The child or children", "A pair sits in both groups. Nobody is placed alone by accident.",
        "Both: the other half gets a place in the parallel group, or has one", "This one comes alone", Pair);

    public static new string Url(string partnership, Id<Cohort> cohort) => $"{CohortModel.Url(partnership, cohort)}/add";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await db.Cohorts.AnyAsync(c => c.Id == Id, ct))
            return NotFound();
        await ShowAgainAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        if (!await db.Cohorts.AnyAsync(c => c.Id == Id, ct))
            return NotFound();
        await ShowAgainAsync(ct);
        var chosen = Waiting.FirstOrDefault(w => w.Who.Entry.Id == Who);
        if (chosen is null)
            ModelState.AddModelError(nameof(Who), "Choose who gets the place");
        else if (Waiting.FirstOrDefault(w => w.Who.IsReady) is { } first && first.Who.Entry.Id != Who && chosen.Who.IsReady && string.IsNullOrWhiteSpace(OutOfTurn))
            ModelState.AddModelError(nameof(OutOfTurn), $"Say why they come before {first.Who.Name}, who stands further up");
        if (OutOfTurn?.Length > GroupPlace.WhyLimit)
            ModelState.AddModelError(nameof(OutOfTurn), "The reason must be 2,000 characters or fewer");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        for (var tried = 1; ; tried++)
            try
            {
                return Redirect(await PlaceAsync(ct));
            }
            catch (RuleBroken meanwhile) when (meanwhile.Code == PartnershipDb.ChangedMeanwhile && tried < Tries)
            {
                // Somebody else gave or freed a place of this group at the same moment: look at it as it is now, and the last place goes to one of them.
                db.ChangeTracker.Clear();
            }
    }

    private async Task<string> PlaceAsync(CancellationToken ct)
    {
        var cohort = await db.Cohorts.SingleAsync(c => c.Id == Id, ct);
        Programme.MustBeOf(here.Viewer);
        var parallel = cohort.Parallel is { } beside ? await db.Cohorts.SingleAsync(c => c.Id == beside, ct) : null;
        var entry = await db.WaitingEntries.SingleOrDefaultAsync(e => e.Id == Who, ct) ?? throw new RuleBroken("waiting-over", "They do not wait any more.");
        var one = (await GroupPeople.ReadAsync(db, Programme, [entry], cohort.FirstOn, ct)).SingleOrDefault() ?? throw new RuleBroken("not-yours", "You may not open this.");
        if (!one.IsReady)
            throw new RuleBroken("not-ready", $"{one.Name} cannot be given a place yet. {one.Missing}");
        var family = parallel is null ? [] : await FamilyAsync(one, parallel, ct);
        var seated = await SeatedAsync(one, ct);
        var ready = family.Where(f => f.IsReady).ToList();
        // Together with somebody who is not ready is no pair yet: it is said what is missing.
        if (Pair != PairAnswer.Apart && family.Count > 0 && ready.Count == 0 && !seated.Any(s => s.Place.IsIn && s.Place.Cohort == parallel!.Id))
            throw new RuleBroken("pair-not-ready", $"{string.Join(" ", family.Select(f => $"{f.Name} belongs to the pair and is not ready. {f.Missing}"))} See to that first, or say that {one.Name} comes alone, and why.");
        var act = here.Act("group.place", "giving a place in a group");
        var given = Pairing.Add(act, cohort, parallel, new(entry, one.Key), [.. ready.Select(f => new Candidate(f.Entry, f.Key))], seated, Pair, PairWhy);
        if (!string.IsNullOrWhiteSpace(OutOfTurn))
            given[0].JumpTheQueue(one.Key, OutOfTurn);
        db.AddRange(given);
        var url = await once.SaveAsync(act, Once, BackUrl, ct);
        TempData["Done"] = given.Count == 1 ? $"{one.Name} has a place." : $"{one.Name} has a place, and so {(given.Count == 2 ? "has" : "have")} {string.Join(" and ", ready.Select(f => f.Name))} in the parallel group.";
        return url;
    }

    /// <summary>The other half that waits for the parallel group: of the same matter, in files that this viewer may open.</summary>
    private async Task<IReadOnlyList<Known>> FamilyAsync(Known one, Cohort parallel, CancellationToken ct)
    {
        var files = await db.CaseFiles.AsNoTracking().Where(f => f.Matter == one.Matter && f.Id != one.Entry.CaseFile).Select(f => f.Id).Take(60).ToArrayAsync(ct);
        var entries = await db.WaitingEntries.Where(e => files.Contains(e.CaseFile) && e.Programme == Programme.Id && e.Who == parallel.Who && e.Status == WaitingStatus.Waiting).OrderBy(e => e.AskedAt).ToListAsync(ct);
        return await GroupPeople.ReadAsync(db, Programme, entries, parallel.FirstOn, ct);
    }

    /// <summary>Everybody of the matter who sits in a group already.</summary>
    private async Task<IReadOnlyList<Seated>> SeatedAsync(Known one, CancellationToken ct)
    {
        var files = await db.CaseFiles.AsNoTracking().Where(f => f.Matter == one.Matter).Select(f => f.Id).Take(60).ToArrayAsync(ct);
        var places = await db.GroupPlaces.Where(p => files.Contains(p.CaseFile) && p.Status == PlaceStatus.Placed).ToListAsync(ct);
        var keys = await db.KeysOfAsync(places.Select(p => p.CaseFile), ct);
        return [.. places.Where(p => keys.ContainsKey(p.CaseFile)).Select(p => new Seated(p, keys[p.CaseFile]))];
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Cohort = await db.Cohorts.AsNoTracking().SingleAsync(c => c.Id == Id, ct);
        Programme = await db.GroupProgrammes.AsNoTracking().SingleAsync(p => p.Id == Cohort.Programme, ct);
        Waiting = await GroupPeople.WaitingAsync(db, Programme, Cohort.Who, LondonTime.DateOf(here.Viewer.Now), ct, Cohort.FirstOn);
    }
}
