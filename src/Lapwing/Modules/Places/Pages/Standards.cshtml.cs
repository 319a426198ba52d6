using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Places.Work;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Places.Pages;

/// <summary>The provider's quality: the seven national standards with evidence and its day.</summary>
[Permit(Permission.KeepPlaces)]
public sealed class StandardsModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    private const int MostEvidence = 500;

    [FromRoute(Name = "pool")]
    public Id<PlacePool> Id { get; set; }

    [BindProperty]
    public int? Standard { get; set; }

    [BindProperty]
    public StandardState? State { get; set; }

    [BindProperty, Display(Name = "The day of the evidence")]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    [BindProperty]
    public Guid? Once { get; set; }

    public IReadOnlyList<StandardEvidence> All { get; private set; } = [];
    public IReadOnlyList<Option> Options { get; } = [.. NationalStandard.All.Select(s => new Option($"{s.Number}", $"{s.Number}. {s.Says}"))];
    public IReadOnlyList<Option> States { get; } = [.. Enum.GetValues<StandardState>().Select(s => new Option(s.ToString(), s.Title()))];
    public string Partnership => here.Address;

    public static new string Url(string partnership, Id<PlacePool> pool) => PoolModel.Url(partnership, pool) + "/standards";

    public StandardEvidence? Newest(int standard) => All.FirstOrDefault(e => e.Standard == standard);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await db.PlacePools.AnyAsync(p => p.Id == Id, ct))
            return NotFound();
        await ShowAgainAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        if (await db.PlacePools.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id, ct) is not { } pool)
            return NotFound();
        if (NationalStandard.All.All(s => s.Number != Standard))
            ModelState.AddModelError(nameof(Standard), "Choose a standard");
        if (State is null || !Enum.IsDefined(State.Value))
            ModelState.AddModelError(nameof(State), "Say whether it is met");
        if (On is null && ModelState.GetFieldValidationState(nameof(On)) != ModelValidationState.Invalid)
            ModelState.AddModelError(nameof(On), "Enter the day of the evidence");
        if (string.IsNullOrWhiteSpace(Evidence) || Evidence.Length > StandardEvidence.WordsLimit)
            ModelState.AddModelError(nameof(Evidence), "Write the evidence in 2,000 characters or fewer");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("standard.evidence", "recording evidence of a national standard");
        db.Add(StandardEvidence.Record(act, pool, Standard!.Value, State!.Value, Evidence!, On!.Value));
        var url = await once.SaveAsync(act, Once, Url(here.Address, Id), ct);
        TempData["Done"] = "The evidence is recorded.";
        return Redirect(url);
    }

    public async Task ShowAgainAsync(CancellationToken ct) =>
        All = await db.StandardEvidences.AsNoTracking().Where(e => e.Pool == Id).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(MostEvidence).ToListAsync(ct);
}
