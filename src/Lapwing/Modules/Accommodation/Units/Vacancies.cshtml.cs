using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Accommodation.Enquiries;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accommodation.Units;

/// <summary>A hold on one of the team's units, as its provider sees it: what the household needs, and not who it is.</summary>
public sealed record AskedLine(UnitClaim Claim, string CodeName, string From, IReadOnlyList<string> Needs);

/// <summary>What is vacant today, what waits for this team's answer, and this team's own units with their numbers.</summary>
[Permit(Permission.WorkCases)]
public sealed class VacanciesModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    private const int PageSize = 20, MostOwn = 100;

    [BindProperty(SupportsGet = true)] public int Number { get; set; } = 1;
    [BindProperty] public Id<SafeUnit>? Unit { get; set; }
    [BindProperty] public int? Vacant { get; set; }
    [BindProperty] public Id<UnitClaim>? Claim { get; set; }
    [BindProperty] public TurnAwayReason? Reason { get; set; }
    [BindProperty] public int Version { get; set; }

    public IReadOnlyList<SafeUnit> Own { get; private set; } = [];
    public IReadOnlyList<AskedLine> Asked { get; private set; } = [];
    public IReadOnlyList<(SafeUnit Unit, string Team)> Others { get; private set; } = [];
    public int Pages { get; private set; }
    public AccommodationSettings Settings { get; private set; } = new();
    public bool IsManager => here.Viewer.May(Permission.ManageTeam);
    public DateTime Now => here.Viewer.Now;
    public string Partnership => here.Address;
    public IReadOnlyList<Option> Reasons { get; } = Option.From<TurnAwayReason>();
    public string EnquiriesUrl => EnquiriesModel.Url(here.Address);

    public static new string Url(string partnership, int number = 1) => $"/{partnership}/accommodation" + (number == 1 ? "" : $"?number={number}");

    public string UrlOf(int number) => Url(here.Address, number);

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    /// <summary>The provider says what can be let today.</summary>
    public async Task<IActionResult> OnPostVacanciesAsync(CancellationToken ct)
    {
        if (Unit is null)
            return await MissingAsync(nameof(Unit), "Choose a unit", ct);
        if (await OwnAsync(Unit, ct) is not { } unit)
            return NotFound();
        if (Vacant is null)
        {
            ModelState.AddModelError(nameof(Vacant), $"Enter how many spaces of {unit.CodeName} are vacant, as a whole number");
            return await this.AgainAsync(ct);
        }
        var act = here.Act("accommodation.vacancies", "the provider says what is vacant");
        db.Expect(unit, Version);
        db.VacancyChanges.Add(unit.SayVacancies(act, Vacant.Value));
        await db.SaveAsync(act, ct);
        TempData["Done"] = $"{unit.CodeName}: {unit.Vacant} vacant.";
        return Redirect(Url(here.Address));
    }

    public async Task<IActionResult> OnPostOfferAsync(CancellationToken ct)
    {
        if (Claim is null)
            return await MissingAsync(nameof(Claim), "Choose a hold", ct);
        if (await ClaimAsync(ct) is not { } found)
            return NotFound();
        var act = here.Act("accommodation.offer", "offering a place to a household");
        found.Claim.Offer(act);
        await db.SaveAsync(act, ct);
        TempData["Done"] = $"The place at {found.Unit.CodeName} is offered. Whoever held it tells you whether they accept.";
        return Redirect(Url(here.Address));
    }

    /// <summary>The provider cannot take the household: that is a turn-away, and it needs its reason.</summary>
    public async Task<IActionResult> OnPostRefuseAsync(CancellationToken ct)
    {
        if (Claim is null)
            return await MissingAsync(nameof(Claim), "Choose a hold", ct);
        if (await ClaimAsync(ct) is not { } found)
            return NotFound();
        if (Reason is null || !Enum.IsDefined(Reason.Value))
        {
            ModelState.AddModelError(nameof(Reason), "Choose why this household cannot be taken");
            return await this.AgainAsync(ct);
        }
        var act = here.Act("accommodation.refuse", "a place is refused to a household");
        db.TurnAways.Add(found.Claim.Refuse(act, found.Unit, Reason.Value));
        await db.SaveAsync(act, ct);
        TempData["Done"] = "The turn-away is recorded with its reason, and the place is free.";
        return Redirect(Url(here.Address));
    }

    private async Task<IActionResult> MissingAsync(string field, string message, CancellationToken ct)
    {
        ModelState.AddModelError(field, message);
        return await this.AgainAsync(ct);
    }

    private async Task<SafeUnit?> OwnAsync(Id<SafeUnit>? id, CancellationToken ct)
    {
        var teams = here.Viewer.Teams.ToArray();
        return await db.SafeUnits.SingleOrDefaultAsync(u => u.Id == id && teams.Contains(u.Team), ct);
    }

    private async Task<(UnitClaim Claim, SafeUnit Unit)?> ClaimAsync(CancellationToken ct) =>
        await db.UnitClaims.SingleOrDefaultAsync(c => c.Id == Claim, ct) is { } claim && await OwnAsync(claim.Unit, ct) is { } unit ? (claim, unit) : null;

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var teams = here.Viewer.Teams.ToArray();
        Settings = await AccommodationSettings.ReadAsync(db, ct);
        Own = await db.SafeUnits.AsNoTracking().Where(u => teams.Contains(u.Team) && u.ClosedOn == null).OrderBy(u => u.CodeName).Take(MostOwn).ToListAsync(ct);
        var own = Own.Select(u => u.Id).ToArray();
        var asked = await db.UnitClaims.AsNoTracking().Where(c => own.Contains(c.Unit) && c.TakenSlot != null).OrderBy(c => c.HeldUntil).Take(MostOwn)
            .Join(db.Teams, c => c.Team, t => t.Id, (c, t) => new { Claim = c, From = t.Name + ", " + t.Telephone }).ToListAsync(ct);
        Asked = [.. asked.Where(a => !a.Claim.IsOver(Now)).Select(a => new AskedLine(a.Claim, Own.Single(u => u.Id == a.Claim.Unit).CodeName, a.From, HouseholdNeeds.Of(a.Claim.Needs).Lines()))];
        var open = db.SafeUnits.AsNoTracking().Where(u => u.ClosedOn == null && u.Region != null && u.Vacant > u.Held);
        Pages = Math.Max(1, (await open.CountAsync(ct) + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, Pages);
        Others = [.. (await open.OrderBy(u => u.CodeName).Skip((Number - 1) * PageSize).Take(PageSize).Join(db.Teams, u => u.Team, t => t.Id, (u, t) => new { u, t.Name, t.Telephone }).ToListAsync(ct))
            .OrderBy(o => o.u.CodeName, StringComparer.Ordinal).Select(o => (o.u, $"{o.Name}, {o.Telephone}"))];
    }
}
