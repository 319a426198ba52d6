using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Places.Allocation;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Places.Pages;

/// <summary>Opens a pool or changes its terms: period, places, rule, boroughs. What comes of it is shared anew and kept with the reason.</summary>
[Permit(Permission.KeepPlaces)]
public sealed class TermsModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    private const int MostTeams = 500;

    /// <summary>One borough of the form.</summary>
    public sealed class BoroughAnswer
    {
        public int Area { get; set; }
        public string? Name { get; set; }
        public bool IsIn { get; set; }
        public int? Need { get; set; }
        public int? FixedShare { get; set; }
        public Id<Team>? Team { get; set; }
    }

    [BindProperty(SupportsGet = true, Name = "pool")]
    public string Route { get; set; } = "new";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty, Display(Name = "The first day")]
    public DateOnly? From { get; set; }

    [BindProperty, Display(Name = "The last day")]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public int? Least { get; set; }

    [BindProperty]
    public int? Most { get; set; }

    [BindProperty]
    public int? Places { get; set; }

    [BindProperty]
    public int? Reserve { get; set; }

    [BindProperty]
    public AllocationRule? Rule { get; set; }

    [BindProperty]
    public bool AtLeastOne { get; set; }

    [BindProperty, Display(Name = "The day from which unused places are open to all")]
    public DateOnly? SharedFrom { get; set; }

    [BindProperty]
    public Id<Team>? Panel { get; set; }

    [BindProperty]
    public Id<Team>? Team { get; set; }

    [BindProperty]
    public int? HoldHours { get; set; }

    [BindProperty]
    public List<BoroughAnswer> Boroughs { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public Guid? Once { get; set; }

    public bool IsNew => Route == "new";
    public IReadOnlyList<Option> Teams { get; private set; } = [];
    public IReadOnlyList<Option> Rules { get; } = [.. Enum.GetValues<AllocationRule>().Select(r => new Option(r.ToString(), r.Title(), r.Says()))];
    public string BackUrl => Id<PlacePool>.TryParse(Route, null, out var id) ? PoolModel.Url(here.Address, id) : PoolsModel.Url(here.Address);

    public static new string Url(string partnership, Id<PlacePool>? pool) => $"/{partnership}/places/{pool?.ToString() ?? "new"}/terms";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (IsNew)
        {
            (Reserve, AtLeastOne, HoldHours, Rule) = (0, false, PlacePool.UsualHold, AllocationRule.SainteLague);
        }
        else
        {
            if (await FindAsync(ct) is not { } book)
                return NotFound();
            var pool = book.Pool;
            (Name, From, Until, Least, Most, Places, Reserve) = (pool.Name, pool.From, pool.Until, pool.Least, pool.Most, pool.Places, pool.Reserve);
            (Rule, AtLeastOne, SharedFrom, Panel, Team, HoldHours, Version) = (pool.Rule, pool.AtLeastOne, pool.SharedFrom, pool.Panel, pool.Team, pool.HoldHours, pool.Version);
            Boroughs = [.. book.Boroughs.Select(b => new BoroughAnswer { Area = b.Area, IsIn = b.LeftOn is null, Need = b.Need, FixedShare = b.FixedShare, Team = b.Team })];
        }
        await ShowAgainAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        var book = IsNew ? null : await FindAsync(ct);
        if (!IsNew && book is null)
            return NotFound();
        await ShowAgainAsync(ct);
        var terms = Check();
        if (!ModelState.IsValid || terms is null)
            return await this.AgainAsync(ct);
        (int, int, int, Id<Team>?)[] boroughs = [.. Boroughs.Where(b => b.IsIn).Select(b => (b.Area, b.Need ?? 0, b.FixedShare ?? 0, b.Team))];
        var act = here.Act(IsNew ? "pool.open" : "pool.change", "agreeing on shared places");
        if (book is null)
        {
            book = PoolBook.Open(db, act, terms, boroughs, Reason!);
        }
        else
        {
            db.Expect(book.Pool, Version);
            book.Change(db, act, terms, boroughs, Reason!);
        }
        var url = await once.SaveAsync(act, Once, PoolModel.Url(here.Address, book.Pool.Id), ct);
        TempData["Done"] = "The terms are kept, and the places are shared.";
        return Redirect(url);
    }

    /// <summary>What is missing or wrong, at its field; the terms when nothing is.</summary>
    private PoolTerms? Check()
    {
        Missing(From is null, nameof(From), "Enter the first day");
        Missing(Until is null, nameof(Until), "Enter the last day");
        Missing(Least is null, nameof(Least), "Enter the fewest places");
        Missing(Most is null, nameof(Most), "Enter the most places");
        Missing(Places is null, nameof(Places), "Enter how many places there are now");
        Missing(Rule is null || !Enum.IsDefined(Rule.Value), nameof(Rule), "Choose how the places are shared");
        Missing(Panel is null || Teams.All(t => t.Value != $"{Panel}"), nameof(Panel), "Choose the panel");
        Missing(Team is null || Teams.All(t => t.Value != $"{Team}"), nameof(Team), "Choose the team that works with the person");
        Missing(string.IsNullOrWhiteSpace(Reason), nameof(Reason), "Say why");
        Missing(Reason?.Length > PoolChange.ReasonLimit, nameof(Reason), "The reason must be 2,000 characters or fewer");
        if (!Boroughs.Any(b => b.IsIn))
            ModelState.AddModelError("", "Choose at least one borough");
        for (var i = 0; i < Boroughs.Count; i++)
        {
            Missing(Boroughs[i].Need is < 0 or > PoolBorough.MostNeed, $"Boroughs[{i}].Need", $"The need of {Boroughs[i].Name} must be a number from 0 to 1,000,000");
            Missing(Boroughs[i].FixedShare is < 0 or > PlacePool.MostPlaces, $"Boroughs[{i}].FixedShare", $"The share of {Boroughs[i].Name} must be a number from 0 to 500");
            Missing(Boroughs[i].Team is { } team && Teams.All(t => t.Value != $"{team}"), $"Boroughs[{i}].Team", "Choose a team that is on this page");
        }
        if (!ModelState.IsValid)
            return null;
        var terms = new PoolTerms
        {
            Name = Name ?? "", From = From!.Value, Until = Until!.Value, Least = Least!.Value, Most = Most!.Value, Places = Places!.Value, Reserve = Reserve ?? 0, Rule = Rule!.Value,
            AtLeastOne = AtLeastOne, SharedFrom = SharedFrom, Panel = Panel!.Value, Team = Team!.Value, HoldHours = HoldHours ?? PlacePool.UsualHold,
        };
        foreach (var (field, message) in PlacePool.Problems(terms))
            ModelState.AddModelError(field, message);
        return terms;
    }

    private void Missing(bool isWrong, string field, string message)
    {
        if (isWrong && ModelState.GetFieldValidationState(field) != ModelValidationState.Invalid)
            ModelState.AddModelError(field, message);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        if (Teams.Count > 0)
            return;
        Teams = [.. (await db.Teams.AsNoTracking().Where(t => t.IsActive).OrderBy(t => t.Name).Take(MostTeams).Select(t => new { t.Id, t.Name }).ToListAsync(ct)).Select(t => new Option(t.Id.ToString(), t.Name))];
        var areas = await db.Areas.AsNoTracking().OrderBy(a => a.Number).ToListAsync(ct);
        Boroughs = [.. areas.Select(area => Boroughs.FirstOrDefault(b => b.Area == area.Number) is { } there ? Named(there, area.Name) : new() { Area = area.Number, Name = area.Name })];
    }

    private static BoroughAnswer Named(BoroughAnswer answer, string name)
    {
        answer.Name = name;
        return answer;
    }

    private async Task<PoolBook?> FindAsync(CancellationToken ct) =>
        Id<PlacePool>.TryParse(Route, null, out var id) && await db.PlacePools.AnyAsync(p => p.Id == id, ct) ? await PoolBook.ReadAsync(db, id, ct) : null;
}
