using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Groups.Pages;

/// <summary>Moves somebody to another group, or ends their place before the end: always asking about the other half of the pair.</summary>
[Permit(Permission.WorkCases)]
public sealed class ChangePlaceModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")] public Id<CaseFile> CaseFile { get; set; }
    [FromRoute(Name = "place")] public Id<GroupPlace> Id { get; set; }

    [BindProperty] public Id<Cohort>? To { get; set; }
    [BindProperty] public LeavingReason? Reason { get; set; }
    [BindProperty] public string? Words { get; set; }
    [BindProperty] public PairAnswer? Pair { get; set; }
    [BindProperty] public string? PairWhy { get; set; }
    [BindProperty] public int Version { get; set; }

    public GroupPlace Held { get; private set; } = null!;
    public IReadOnlyList<Option> Cohorts { get; private set; } = [];
    public bool HasPair => Held.Pair is not null;
    public string BackUrl => PlaceModel.Url(here.Address, CaseFile, Id);

    public static IReadOnlyList<Option> Reasons { get; } = [.. Enum.GetValues<LeavingReason>().Where(r => r is not (LeavingReason.TooFewSessions or LeavingReason.PairEnded)).Select(r => new Option(r.ToString(), r.Title()))];


    public static new string Url(string partnership, Id<CaseFile> file, Id<GroupPlace> place) => $"{PlaceModel.Url(partnership, file, place)}/change";

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        Version = Held.Version;
    }

    public async Task<IActionResult> OnPostMoveAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        if (To is null || Cohorts.All(c => c.Value != To.ToString()))
            ModelState.AddModelError(nameof(To), "Choose the group to which they move");
        return await ChangeAsync("group.move", "moving somebody to another group", (act, one, pair, cohorts) => Pairing.Move(act, one, pair, cohorts[To!.Value], cohorts, Pair, PairWhy), "moved", ct);
    }

    public async Task<IActionResult> OnPostDropAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        if (Reason is not { } reason || !Enum.IsDefined(reason))
            ModelState.AddModelError(nameof(Reason), "Choose why they leave");
        if (Words?.Length > GroupPlace.WhyLimit)
            ModelState.AddModelError(nameof(Words), "What was said must be 2,000 characters or fewer");
        return await ChangeAsync("group.leave", "ending a place in a group", (act, one, pair, cohorts) => Pairing.Drop(act, one, pair, cohorts, Reason!.Value, Words, Pair, PairWhy), "ended", ct);
    }

    private async Task<IActionResult> ChangeAsync(string code, string purpose, Action<Act, Seated, IReadOnlyList<Seated>, IReadOnlyDictionary<Id<Cohort>, Cohort>> change, string done, CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var place = await db.GroupPlaces.SingleAsync(p => p.Id == Id, ct);
        var cohort = await db.Cohorts.AsNoTracking().SingleAsync(c => c.Id == place.Cohort, ct);
        var programme = await db.GroupProgrammes.AsNoTracking().SingleAsync(p => p.Id == cohort.Programme, ct);
        programme.MustBeOf(here.Viewer);
        var pair = place.Pair is { } number ? await db.GroupPlaces.Where(p => p.Pair == number && p.Status == PlaceStatus.Placed).ToListAsync(ct) : [place];
        var keys = await db.KeysOfAsync(pair.Append(place).Select(p => p.CaseFile), ct);
        var cohorts = (await db.Cohorts.Where(c => c.Programme == programme.Id).ToListAsync(ct)).ToDictionary(c => c.Id);
        var act = here.Act(code, purpose);
        change(act, new(place, keys[place.CaseFile]), [.. pair.Where(p => keys.ContainsKey(p.CaseFile)).Select(p => new Seated(p, keys[p.CaseFile]))], cohorts);
        db.Expect(place, Version);
        await db.SaveAsync(act, ct);
        TempData["Done"] = Pair == PairAnswer.Together ? $"Both places are {done}." : $"The place is {done}.";
        return Redirect(BackUrl);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Held = await db.GroupPlaces.AsNoTracking().SingleAsync(p => p.Id == Id, ct);
        var cohort = await db.Cohorts.AsNoTracking().SingleAsync(c => c.Id == Held.Cohort, ct);
        Cohorts = [.. (await db.Cohorts.AsNoTracking().Where(c => c.Programme == cohort.Programme && c.Who == cohort.Who && c.Id != cohort.Id && c.EndedAt == null).OrderBy(c => c.FirstOn).Take(100).ToListAsync(ct))
            .Select(c => new Option(c.Id.ToString(), $"{c.Name}, from {Spoken.Day(c.FirstOn)}, {c.Taken} of {c.Capacity} places taken"))];
        if (Version == 0)
            Version = Held.Version;
    }
}
