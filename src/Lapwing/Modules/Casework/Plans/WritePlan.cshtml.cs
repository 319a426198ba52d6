using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Plans;

/// <summary>Writes a new version of a plan. When a colleague wrote one meanwhile, what only one of the two changed is brought together,
/// and what both changed is shown side by side: nothing is written over, and both texts are kept.</summary>
[Permit(Permission.WorkCases)]
public sealed class WritePlanModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    /// <summary>How often somebody else may be quicker before this one is asked to try again.</summary>
    private const int MostTries = 8;

    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    [BindProperty(Name = "kind", SupportsGet = true)]
    public PlanKind Kind { get; set; }

    /// <summary>The version that this page shows; 0 before the first.</summary>
    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Words { get; set; } = [];

    [BindProperty]
    public Id<Member>? Owner { get; set; }

    [BindProperty]
    [System.ComponentModel.DataAnnotations.Display(Name = "The day of the review")]
    public DateOnly? ReviewOn { get; set; }

    public IReadOnlyList<Option> Owners { get; private set; } = [];
    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public string PlanUrl => PlanModel.Url(here.Address, CaseFile);

    public static new string Url(string partnership, Id<CaseFile> file, PlanKind kind) => $"{PlanModel.Url(partnership, file)}/write?kind={kind.ToString().ToLowerInvariant()}";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var key = await db.KeyOfAsync(CaseFile, ct);
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.CaseFile == CaseFile && p.Kind == Kind, ct);
        if (plan is not null)
        {
            var words = (await EditionAsync(plan, plan.Current, ct)).Open(key);
            (Seen, Words) = (plan.Current, words.ToDictionary(w => w.Key, w => (string?)w.Value));
            (Owner, ReviewOn) = (plan.Owner, plan.ReviewOn);
        }
        else
        {
            Owner = here.Viewer.Member;
        }
        await ShowAgainAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await CheckAsync(ct);
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Redirect(await SaveAsync(ct));
            }
            catch (Exception fault) when (attempt < MostTries && (fault is DbUpdateException || fault is RuleBroken { Code: PartnershipDb.ChangedMeanwhile }) && Differences.Count == 0)
            {
                db.ChangeTracker.Clear(); // a colleague was quicker: look again at what they wrote
            }
        }
    }

    private async Task<string> SaveAsync(CancellationToken ct)
    {
        var key = await db.KeyOfAsync(CaseFile, ct);
        var plan = await db.Plans.SingleOrDefaultAsync(p => p.CaseFile == CaseFile && p.Kind == Kind, ct);
        var act = here.Act("plan.write", "writing a plan");
        if (plan is null)
        {
            plan = Plan.Begin(act, CaseFile, Kind, await TeamAsync(ct));
            db.AddRange(plan, plan.Write(act, key, Typed()));
            return await once.SaveAsync(act, PlanUrl, ct);
        }
        var now = (await EditionAsync(plan, plan.Current, ct)).Open(key);
        var seen = Seen == plan.Current ? now : Seen == 0 ? new Dictionary<string, string>()
            : await db.PlanEditions.AsNoTracking().SingleOrDefaultAsync(e => e.Plan == plan.Id && e.Number == Seen, ct) is { } edition ? edition.Open(key)
            : throw new RuleBroken("plan-version", "The version that this page showed is not there. Open the plan again; what you typed is still here.");
        var (merged, conflicts) = PlanMerge.Of(seen, now, Typed());
        if (conflicts.Count > 0)
        {
            db.Add(plan.KeepBeside(act, key, Typed()));
            await db.SaveAsync(here.Act("plan.keep-beside", "keeping what was written at the same time"), ct);
            var names = await FileWorkers.OptionsAsync(db, CaseFile, ct);
            Differences = [.. conflicts.Select(c => new Difference(PlanSection.TitleOf(c.Field), Shown(c.Field, c.Now, names), Shown(c.Field, c.Typed, names)))];
            // Fields that only the colleague changed come along; where both wrote, what was typed here stays in the form.
            foreach (var (field, words) in merged.Where(m => PlanSection.All.Any(s => s.Code == m.Key)))
                Words[field] = words;
            foreach (var section in PlanSection.Of(Kind))
                ModelState.Remove($"{nameof(Words)}[{section.Code}]");
            ModelState.Remove(nameof(Seen));
            Seen = plan.Current;
            throw new RuleBroken(PartnershipDb.ChangedMeanwhile, "A colleague changed the same parts of this plan while you were writing. Both texts stand side by side below, and both are kept among the versions.");
        }
        if (merged.Count == now.Count && merged.All(m => now.GetValueOrDefault(m.Key) == m.Value))
            return PlanUrl;
        db.Add(plan.Write(act, key, merged));
        return await once.SaveAsync(act, PlanUrl, ct);
    }

    private static string Shown(string field, string words, IReadOnlyList<Option> names) => field switch
    {
        PlanSection.Owner => names.FirstOrDefault(n => n.Value == words)?.Label ?? "A former member",
        PlanSection.ReviewOn => DateOnly.TryParseExact(words, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Spoken.Day(day) : "",
        _ => words,
    };

    private Dictionary<string, string> Typed()
    {
        var typed = PlanSection.Of(Kind).ToDictionary(s => s.Code, s => (Words.GetValueOrDefault(s.Code) ?? "").ReplaceLineEndings("\n").Trim());
        typed[PlanSection.Owner] = Owner?.ToString() ?? "";
        typed[PlanSection.ReviewOn] = ReviewOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        return typed;
    }

    /// <summary>The writer's team in the circle of this file.</summary>
    private async Task<Id<Team>> TeamAsync(CancellationToken ct) =>
        (await Circles.OfAsync(db, CaseFile, ct)).Where(c => c.Depth >= Depth.Work && here.Viewer.Teams.Contains(c.Team)).OrderByDescending(c => c.Depth).First().Team;

    private Task<PlanEdition> EditionAsync(Plan plan, int number, CancellationToken ct) => db.PlanEditions.AsNoTracking().SingleAsync(e => e.Plan == plan.Id && e.Number == number, ct);

    private async Task CheckAsync(CancellationToken ct)
    {
        foreach (var section in PlanSection.Of(Kind))
            if (Words.GetValueOrDefault(section.Code)?.ReplaceLineEndings("\n").Length > PlanSection.WordsLimit)
                ModelState.AddModelError($"{nameof(Words)}[{section.Code}]", $"{section.Title} must be 4,000 characters or fewer");
        if (PlanSection.Of(Kind).All(s => string.IsNullOrWhiteSpace(Words.GetValueOrDefault(s.Code))))
            ModelState.AddModelError($"{nameof(Words)}[{PlanSection.Of(Kind).First().Code}]", "Write at least one part of the plan");
        Owners = await FileWorkers.OptionsAsync(db, CaseFile, ct);
        if (Owner is null || (Owners.All(o => o.Value != Owner.ToString()) && !await db.Plans.AnyAsync(p => p.CaseFile == CaseFile && p.Kind == Kind && p.Owner == Owner.Value, ct)))
            ModelState.AddModelError(nameof(Owner), "Choose who is responsible for this plan");
        if (ReviewOn is null && ModelState[nameof(ReviewOn)]?.Errors.Count is null or 0)
            ModelState.AddModelError(nameof(ReviewOn), "Enter the day on which the plan is looked at again");
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        if (Owners.Count == 0)
            Owners = await FileWorkers.OptionsAsync(db, CaseFile, ct);
    }
}
