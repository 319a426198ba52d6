using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.People.Family;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.People.Children;

/// <summary>One decision on who agreed to a child's support, in words.</summary>
public sealed record ConsentLine(ChildConsent Consent, string By, string? Parent, string Reasons);

/// <summary>Who agrees to a child's support: by age and understanding, decided by the worker who is signed in, with reasons. Every decision stays; the newest holds.</summary>
[Permit(Permission.WorkCases)]
public sealed class ConsentModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [FromRoute(Name = "person")]
    public Id<Person> ChildId { get; set; }

    /// <summary>How many decisions the page showed: whoever decides has seen what was decided before.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public Understanding? Understanding { get; set; }

    [BindProperty]
    public ConsentRoute? Route { get; set; }

    [BindProperty]
    public Id<Person>? Parent { get; set; }

    [BindProperty]
    public bool? Agreed { get; set; }

    [BindProperty]
    public string? Reasons { get; set; }

    public string Name { get; private set; } = "";
    public int? Age { get; private set; }
    public IReadOnlyList<ConsentLine> Lines { get; private set; } = [];
    public IReadOnlyList<Option> Parents { get; private set; } = [];
    public string Partnership => here.Address;
    public string Me => here.Viewer.Name;

    public static new string Url(string partnership, Id<CaseFile> file, Id<Person> child) => PersonModel.Url(partnership, file, child) + "/consent";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        return Name.Length == 0 ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ChildAsync(ct) is not { } child)
            return NotFound();
        Check();
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        if (await db.ChildConsents.CountAsync(c => c.CaseFile == Id && c.Child == ChildId, ct) != Version)
            throw new RuleBroken(PartnershipDb.ChangedMeanwhile, "A colleague decided on this meanwhile. Look at what they decided, shown on this page. What you typed is still here.");
        var key = await db.KeyOfAsync(Id, ct);
        var parent = Parent is { } id ? await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.CaseFile == Id, ct) : null;
        var act = here.Act("child.consent", "deciding who agrees to a child's support");
        db.ChildConsents.Add(ChildConsent.Decide(act, key, child, child.Details(key).AgeOn(LondonTime.DateOf(act.At)), Understanding!.Value, Route!.Value, parent, Agreed ?? false, Reasons));
        var shown = await once.SaveAsync(act, PeopleModel.Url(here.Address, Id), ct);
        TempData["Done"] = "Saved with your name and your reasons.";
        return Redirect(shown);
    }

    private void Check()
    {
        if (Understanding is null)
            ModelState.AddModelError(nameof(Understanding), "Choose what you found");
        if (Route is null)
            ModelState.AddModelError(nameof(Route), "Choose who agrees");
        if (Route is not null and not ConsentRoute.Safeguarding && Agreed is null)
            ModelState.AddModelError(nameof(Agreed), "Choose whether they agreed");
        if (string.IsNullOrWhiteSpace(Reasons))
            ModelState.AddModelError(nameof(Reasons), "Write the reasons: what was explained, what they understood, and why this route");
        else if (Reasons.ReplaceLineEndings("\n").Length > ChildConsent.ReasonsLimit)
            ModelState.AddModelError(nameof(Reasons), "The reasons must be 5,000 characters or fewer");
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear(); // what was refused is not saved by the way
        if (await ChildAsync(ct) is not { } child)
            return;
        var key = await db.KeyOfAsync(Id, ct);
        (Name, Age) = (child.DisplayName(key), child.Details(key).AgeOn(LondonTime.DateOf(here.Viewer.Now)));
        var all = await db.People.AsNoTracking().Where(p => p.CaseFile == Id && p.Id != ChildId).OrderBy(p => p.Id).Take(FamilyOfFile.Most).ToListAsync(ct);
        Parents = [.. all.Where(p => p is not { Role: RoleInFile.SaidToCauseHarm, RoleStatus: not AssertionStatus.Withdrawn }).Select(p => new Option(p.Id.ToString(), p.DisplayName(key)))];
        var names = all.ToDictionary(p => p.Id, p => p.DisplayName(key));
        var decided = await db.ChildConsents.AsNoTracking().Where(c => c.CaseFile == Id && c.Child == ChildId).OrderByDescending(c => c.DecidedAt).ToListAsync(ct);
        var by = decided.Select(c => c.DecidedBy).Distinct().ToArray();
        var members = await db.Members.AsNoTracking().Where(m => by.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        Lines = [.. decided.Select(c => new ConsentLine(c, members.GetValueOrDefault(c.DecidedBy, "A former member"), c.Parent is { } parent ? names.GetValueOrDefault(parent) : null, key.Reveal(c.Reasons)))];
        Version = decided.Count;
    }

    private Task<Person?> ChildAsync(CancellationToken ct) => db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == ChildId && p.CaseFile == Id, ct);
}
