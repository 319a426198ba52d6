using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Vocabulary;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Directory.Editing;

/// <summary>Add a service or change one: who gives it, how many it can hold, and whom it is for, as questions that an administrator understands.</summary>
[Permit(Permission.EditDirectory)]
public sealed class ServiceModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true, Name = "service")]
    public string Route { get; set; } = "new";

    [BindProperty]
    public ServiceAnswers Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public bool IsNew => Route == "new";
    public string StageUrl => StageModel.Url(here.Address, Id<Service>.Parse(Route, null));
    public string BackUrl => OverviewModel.Url(here.Address);
    public ServiceStage Stage { get; private set; }
    public IReadOnlyList<Option> Agencies { get; private set; } = [];
    public IReadOnlyList<Option> Teams { get; private set; } = [];
    public IReadOnlyList<Option> Areas { get; private set; } = [];
    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    public static IReadOnlyList<Option> Pathways { get; } = [.. Enum.GetValues<Pathway>().Select(p => new Option(p.ToString(), p.Title()))];
    public static IReadOnlyList<Option> Whom { get; } = [.. WhoIsReferredWords.All.Select(who => new Option(who.ToString(), who.Title()))];
    public static IReadOnlyList<Option> Levels { get; } = [.. RiskLevels.Assessed.Select(level => new Option(level.ToString(), level.Title()))];
    public static IReadOnlyList<Option> AllNeeds { get; } = Option.From(Needs.None);
    public static IReadOnlyList<Option> AllRequirements { get; } = [.. Requirements.All.Select(r => new Option(r.ToString(), r.Title()))];

    public static new string Url(string partnership, Id<Service>? service) => $"/{partnership}/directory/services/{service?.ToString() ?? "new"}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var service = await FindAsync(ct);
        if (!IsNew && service is null)
            return NotFound();
        if (service is not null)
            (Input, Version) = (ServiceAnswers.Of(service), service.Version);
        await ShowAgainAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var service = await FindAsync(ct);
        if (!IsNew && service is null)
            return NotFound();
        var (agency, team) = await CheckAsync(service, ct);
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act(IsNew ? "service.add" : "service.change", "keeping the directory up to date");
        var (name, summary) = (Input.Name!.Trim(), Input.Summary?.Trim() ?? "");
        if (service is null)
        {
            service = Service.Add(act, await NextNumberAsync(ct), name, summary, agency, team, ServiceStage.Scoping, Input.Capacity, Input.Eligibility);
            db.Services.Add(service);
        }
        else
        {
            service.Change(act, name, summary, agency, team, Input.Capacity, Input.Eligibility);
            db.Expect(service, Version);
        }
        var shown = await once.SaveAsync(act, IsNew ? Url(here.Address, service.Id) : BackUrl, ct);
        TempData["Done"] = IsNew ? $"{name} is added. It is being scoped and takes nobody yet: move it on when it opens." : $"{name} is saved";
        return Redirect(shown);
    }

    private async Task<(Id<Agency> Agency, Id<Team> Team)> CheckAsync(Service? service, CancellationToken ct)
    {
        var name = Input.Name?.Trim();
        if (await db.Services.AnyAsync(s => s.Name == name && (service == null || s.Id != service.Id), ct))
            ModelState.AddModelError("Input.Name", "There is a service of this name already");
        if (!Id<Agency>.TryParse(Input.Provider, null, out var agency) || !await db.Agencies.AnyAsync(a => a.Id == agency, ct))
            ModelState.TryAddModelError("Input.Provider", "Choose who provides the service");
        if (!Id<Team>.TryParse(Input.Team, null, out var team) || !await db.Teams.AnyAsync(t => t.Id == team, ct))
            ModelState.TryAddModelError("Input.Team", "Choose the team that gives the service");
        var known = await db.Areas.Select(a => a.GssCode).ToListAsync(ct);
        if (Input.Areas.Except(known).Any())
            ModelState.AddModelError("Input.Areas", "Choose among the areas of this partnership");
        foreach (var (member, message) in Input.Eligibility.Problems())
            ModelState.AddModelError("Input." + member, message);
        return (agency, team);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Agencies = [.. (await db.Agencies.AsNoTracking().Where(a => a.IsActive).OrderBy(a => a.Name).ToListAsync(ct)).Select(a => new Option(a.Id.ToString(), a.Name))];
        Teams = [.. (await db.Teams.AsNoTracking().Where(t => t.IsActive).OrderBy(t => t.Name).ToListAsync(ct)).Select(t => new Option(t.Id.ToString(), t.Name))];
        Areas = [.. (await db.Areas.AsNoTracking().OrderBy(a => a.Number).ToListAsync(ct)).Select(a => new Option(a.GssCode, a.Name))];
        if (!Id<Service>.TryParse(Route, null, out var id))
            return;
        var now = await db.Services.AsNoTracking().SingleAsync(s => s.Id == id, ct);
        Stage = now.Stage;
        if (now.Version != Version)
            Differences = Compare(ServiceAnswers.Of(now), Input);
        Version = now.Version;
    }

    private IReadOnlyList<Difference> Compare(ServiceAnswers now, ServiceAnswers typed)
    {
        static string Label(IReadOnlyList<Option> options, string? value) => options.FirstOrDefault(o => o.Value == value)?.Label ?? "";
        return Answers.Between(("Name", now.Name, typed.Name), ("Description", now.Summary, typed.Summary),
            ("Provider", Label(Agencies, now.Provider), Label(Agencies, typed.Provider)), ("Team", Label(Teams, now.Team), Label(Teams, typed.Team)),
            ("Capacity", $"{now.Capacity}", $"{typed.Capacity}"),
            ("Whom it is for", string.Join("; ", EligibilityWords.Of(now.Eligibility, Areas)), string.Join("; ", EligibilityWords.Of(typed.Eligibility, Areas))));
    }

    /// <exception cref="RuleBroken">Coded facts have room for 255 services, and a number is never used twice.</exception>
    private async Task<int> NextNumberAsync(CancellationToken ct)
    {
        var next = await db.Services.Select(s => (int?)s.Number).MaxAsync(ct) + 1 ?? 1;
        return next <= Service.LastNumber ? next : throw new RuleBroken("services-full", "A partnership can have 255 services in its life, and all are used.");
    }

    private async Task<Service?> FindAsync(CancellationToken ct) =>
        Id<Service>.TryParse(Route, null, out var id) ? await db.Services.SingleOrDefaultAsync(s => s.Id == id, ct) : null;
}
