using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.People;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accommodation.Units;

/// <summary>A manager of the providing team adds a unit, changes what it takes, gives it another address, or closes it. Its code name is drawn by chance.</summary>
[Permit(Permission.ManageTeam)]
public sealed class UnitModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true, Name = "unit")]
    public string Route { get; set; } = "new";

    [BindProperty] public UnitForm Input { get; set; } = new();
    [BindProperty] public string? Team { get; set; }
    [BindProperty] public string? Address { get; set; }
    [BindProperty] public string? Borough { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public Guid? Once { get; set; }

    public bool IsNew => Route == "new";
    public SafeUnit? Kept { get; private set; }
    public IReadOnlyList<Option> Teams { get; private set; } = [];
    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public IReadOnlyList<Option> Boroughs { get; } = [.. LondonBoroughs.Options, new(LondonBoroughs.Outside, "Outside London")];
    public string BackUrl => VacanciesModel.Url(here.Address);

    public static new string Url(string partnership, Id<SafeUnit>? unit) => $"/{partnership}/accommodation/units/{unit?.ToString() ?? "new"}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!IsNew)
        {
            if (await FindAsync(ct) is not { } unit)
                return NotFound();
            (Input, Team, Version) = (UnitForm.Of(unit.Terms), unit.Team.ToString(), unit.Version);
        }
        await ShowAgainAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        var unit = await FindAsync(ct);
        if (!IsNew && unit is null)
            return NotFound();
        var terms = Input.Read(ModelState, nameof(Input));
        CheckAddress();
        if (!here.Viewer.Teams.Any(t => t.ToString() == Team))
            ModelState.AddModelError(nameof(Team), "Choose the team that keeps it up to date");
        if (terms is null || !ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act(IsNew ? "accommodation.unit-add" : "accommodation.unit-change", "keeping a unit of safe accommodation up to date");
        if (unit is null)
        {
            var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == Id<Directory.Team>.Parse(Team!, null), ct);
            db.SafeUnits.Add(unit = SafeUnit.Add(act, await CodeNameAsync(ct), team.Agency, team.Id, terms));
        }
        else
        {
            db.Expect(unit, Version);
            unit.Change(act, terms);
        }
        if (!string.IsNullOrWhiteSpace(Address))
            await LocateAsync(act, unit, ct);
        var url = await once.SaveAsync(act, Once, BackUrl, ct);
        TempData["Done"] = IsNew ? $"Everybody speaks of this place as {unit.CodeName}. Say how many spaces are vacant." : $"{unit.CodeName} is saved.";
        return Redirect(url);
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } unit)
            return NotFound();
        ModelState.Clear();
        (Input, Team) = (UnitForm.Of(unit.Terms), unit.Team.ToString());
        var act = here.Act("accommodation.unit-close", "a unit of safe accommodation closes");
        db.VacancyChanges.Add(unit.Close(act, LondonTime.DateOf(act.At)));
        await db.SaveAsync(act, ct);
        TempData["Done"] = $"{unit.CodeName} is closed.";
        return Redirect(BackUrl);
    }

    private void CheckAddress()
    {
        if (IsNew && string.IsNullOrWhiteSpace(Address))
            ModelState.AddModelError(nameof(Address), "Enter the address. It goes under seal");
        else if (Address?.Length > UnitLocation.AddressLimit)
            ModelState.AddModelError(nameof(Address), $"The address must be {UnitLocation.AddressLimit} characters or fewer");
        else if (!string.IsNullOrWhiteSpace(Address) && LondonBoroughs.BandOf(Borough) is null)
            ModelState.AddModelError(nameof(Borough), "Choose the borough, or that it is outside London");
    }

    private async Task LocateAsync(Act act, SafeUnit unit, CancellationToken ct)
    {
        if (IsNew || await db.UnitLocations.SingleOrDefaultAsync(l => l.Unit == unit.Id, ct) is not { } location)
            db.UnitLocations.Add(UnitLocation.Record(act, db, unit, Address!, Borough!));
        else
            location.Move(act, db, unit, Address!, Borough!);
    }

    /// <summary>Drawn by chance, so that nothing can be concluded from it; with a number where all of a kind are taken.</summary>
    private async Task<string> CodeNameAsync(CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            var drawn = CodeNames.Draw() + (tries <= 20 ? "" : $" {tries}");
            if (!await db.SafeUnits.AnyAsync(u => u.CodeName == drawn, ct))
                return drawn;
        }
    }

    private async Task<SafeUnit?> FindAsync(CancellationToken ct)
    {
        var teams = here.Viewer.Teams.ToArray();
        return Id<SafeUnit>.TryParse(Route, null, out var id) ? await db.SafeUnits.SingleOrDefaultAsync(u => u.Id == id && teams.Contains(u.Team), ct) : null;
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var teams = here.Viewer.Teams.ToArray();
        Teams = [.. (await db.Teams.AsNoTracking().Where(t => teams.Contains(t.Id)).OrderBy(t => t.Name).ToListAsync(ct)).Select(t => new Option(t.Id.ToString(), t.Name))];
        Team ??= Teams.Count == 1 ? Teams[0].Value : null;
        Kept = await FindAsync(ct);
        db.ChangeTracker.Clear();
        if (Kept is null || Kept.Version == Version)
            return;
        Differences = Answers.Between([.. UnitForm.Of(Kept.Terms).Rows().Zip(Input.Rows(), (now, typed) => (now.Field, (string?)now.Text, (string?)typed.Text))]);
        Version = Kept.Version;
        ModelState.Remove(nameof(Version));
    }
}
