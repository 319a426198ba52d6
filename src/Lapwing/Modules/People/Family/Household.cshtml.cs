using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.People.Family;

/// <summary>A household of a file: its name, who lives there and who visits, since when and until when.</summary>
[Permit(Permission.WorkCases)]
public sealed class HouseholdModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [FromRoute(Name = "household")]
    public Id<Household>? HouseholdId { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public Id<Person>? Who { get; set; }

    [BindProperty]
    public StayKind? Kind { get; set; }

    [BindProperty]
    public string? From { get; set; }

    /// <summary>The stay that ends, and when.</summary>
    [BindProperty]
    public Id<Stay>? Stay { get; set; }

    [BindProperty]
    public string? Until { get; set; }

    public Home? Home { get; private set; }
    public IReadOnlyList<Option> Choices { get; private set; } = [];
    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public bool IsNew => HouseholdId is null;
    public string Partnership => here.Address;

    public static string AddUrl(string partnership, Id<CaseFile> file) => PeopleModel.Url(partnership, file) + "/households";

    public static new string Url(string partnership, Id<CaseFile> file, Id<Household> household) => $"{AddUrl(partnership, file)}/{household}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        if (Home is null)
            return IsNew ? Page() : NotFound();
        Name = Home.Name;
        return Page();
    }

    /// <summary>Adds the household, or gives it another name.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var household = await FindAsync(ct);
        if (household is null && !IsNew)
            return NotFound();
        if (NameText.Tidy(Name) is not { } name)
            ModelState.AddModelError(nameof(Name), "Give the household a name, such as \"Grandmother's\"");
        else if (name.Length > Household.NameLimit)
            ModelState.AddModelError(nameof(Name), $"The name must be {Household.NameLimit} characters or fewer");
        else if (Household.LooksLikeAddress(name))
            ModelState.AddModelError(nameof(Name), Household.NoAddress);
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var key = await db.KeyOfAsync(Id, ct);
        var act = here.Act(household is null ? "household.add" : "household.rename", "keeping who lives together");
        if (household is null)
            db.Households.Add(household = Household.Add(act, key, NameText.Tidy(Name)!));
        else if (household.Version != Version)
            throw new RuleBroken(PartnershipDb.ChangedMeanwhile, "A colleague gave this household another name while you were working on it.");
        else
            household.Rename(act, key, NameText.Tidy(Name)!);
        return Redirect(await once.SaveAsync(act, Url(here.Address, Id, household.Id), ct));
    }

    public async Task<IActionResult> OnPostComeAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } household)
            return NotFound();
        if (Who is null)
            ModelState.AddModelError(nameof(Who), "Choose who it is");
        if (Kind is null)
            ModelState.AddModelError(nameof(Kind), "Choose whether they live there or visit");
        if (!string.IsNullOrWhiteSpace(From) && !PartialDate.TryParse(From, out _))
            ModelState.AddModelError(nameof(From), "Enter a date, a month and year, or a year, like 27 3 2019, March 2019 or 2019");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Who && p.CaseFile == Id, ct) ?? throw new RuleBroken("other-file", "Choose somebody of this file.");
        var act = here.Act("household.come", "keeping who lives together");
        db.Stays.Add(People.Stay.Begin(act, household, person, Kind!.Value, Date(From), null));
        return Redirect(await once.SaveAsync(act, Url(here.Address, Id, household.Id), ct));
    }

    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is null)
            return NotFound();
        var stay = await db.Stays.SingleOrDefaultAsync(s => s.Id == Stay && s.Household == HouseholdId, ct);
        if (stay is null)
            ModelState.AddModelError(nameof(Stay), "Choose who left");
        if (Date(Until) is null)
            ModelState.AddModelError(nameof(Until), "Enter when they left: a date, a month and year, or a year");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("household.leave", "keeping who lives together");
        stay!.End(act, Date(Until)!.Value);
        await db.SaveAsync(act, ct);
        return Redirect(Url(here.Address, Id, HouseholdId!.Value));
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear(); // what was refused is not saved by the way
        var key = await db.KeyOfAsync(Id, ct);
        Choices = await OptionsOfPeople.ReadAsync(db, key, ct);
        Home = (await FamilyOfFile.ReadAsync(db, key, ct)).Homes.SingleOrDefault(h => h.Household.Id == HouseholdId);
        if (Home is null)
            return;
        if (HttpMethods.IsPost(Request.Method) && Request.Query["handler"].Count == 0 && Home.Household.Version != Version)
            Differences = Answers.Between(("Name", Home.Name, Name));
        Version = Home.Household.Version;
    }

    private static PartialDate? Date(string? typed) => PartialDate.TryParse(typed, out var date) ? date : null;

    private async Task<Household?> FindAsync(CancellationToken ct) =>
        HouseholdId is { } id ? await db.Households.SingleOrDefaultAsync(h => h.Id == id && h.CaseFile == Id, ct) : null;
}
