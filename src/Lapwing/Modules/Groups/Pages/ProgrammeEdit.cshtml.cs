using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Groups.Pages;

/// <summary>Adds a programme or changes one: its sessions with their themes, its ages, and which criteria it uses with which number and source.</summary>
[Permit(Permission.ManageTeam)]
public sealed class ProgrammeEditModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "programme")]
    public Id<GroupProgramme>? Id { get; set; }

    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Summary { get; set; }
    [BindProperty] public Id<Service>? Service { get; set; }
    [BindProperty] public GroupTier Tier { get; set; }
    [BindProperty] public bool IsPaired { get; set; }
    [BindProperty] public int? Minutes { get; set; } = 120;
    [BindProperty] public int? AgeFrom { get; set; }
    [BindProperty] public int? AgeTo { get; set; }
    [BindProperty] public int? LeastSessions { get; set; }
    [BindProperty] public string? Themes { get; set; }

    /// <summary>The codes of the criteria that are used.</summary>
    [BindProperty] public List<string> Criteria { get; set; } = [];
    [BindProperty] public int? SafeMonths { get; set; }

    /// <summary>Where a criterion comes from, by its code; empty is the shipped source.</summary>
    [BindProperty(Name = nameof(Sources))] public Dictionary<string, string?> Sources { get; set; } = [];
    [BindProperty] public int Version { get; set; }
    [BindProperty] public Guid? Once { get; set; }

    public IReadOnlyList<Option> Services { get; private set; } = [];
    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public string BackUrl => Id is { } id ? ProgrammeModel.Url(here.Address, id) : GroupsModel.Url(here.Address);

    public static IReadOnlyList<Option> Tiers { get; } = [.. Enum.GetValues<GroupTier>().Select(t => new Option(t.ToString(), t.Title()))];

    public static IReadOnlyList<Option> Offered { get; } = [.. GroupCriteria.All.Select(c => new Option(c.Code, c.Title, c.Source))];

    public static new string Url(string partnership, Id<GroupProgramme>? programme) => $"/{partnership}/groups/edit/{programme}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Id is null)
        {
            (Criteria, SafeMonths) = ([.. GroupCriteria.Usual(GroupTier.None).Where(c => c.IsOn).Select(c => c.Code)], GroupCriteria.All.Single(c => c.Code == "safe-time").Number);
        }
        else
        {
            if (await db.GroupProgrammes.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id, ct) is not { } p)
                return NotFound();
            (Name, Summary, Tier, IsPaired, Minutes, AgeFrom, AgeTo, LeastSessions, Themes, Version) = (p.Name, p.Summary, p.Tier, p.IsPaired, p.Minutes, p.AgeFrom, p.AgeTo, p.LeastSessions, p.Themes, p.Version);
            var settings = p.CriterionSettings();
            Criteria = [.. settings.Where(s => s.IsOn).Select(s => s.Code)];
            SafeMonths = settings.FirstOrDefault(s => s.Code == "safe-time")?.Number;
            Sources = settings.ToDictionary(s => s.Code, s => s.Source);
        }
        await ShowAgainAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        var programme = Id is { } id ? await db.GroupProgrammes.SingleOrDefaultAsync(p => p.Id == id, ct) : null;
        if (Id is not null && programme is null)
            return NotFound();
        foreach (var (member, message) in Terms.Problems())
            if (ModelState[member]?.Errors.Count is null or 0)
                ModelState.AddModelError(member, message);
        var service = programme is null ? (await OfMineAsync(ct)).FirstOrDefault(s => s.Id == Service) : null;
        if (programme is null && service is null)
            ModelState.AddModelError(nameof(Service), "Choose the service of your team that it belongs to");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act(programme is null ? "group.programme.add" : "group.programme.change", "keeping group programmes");
        if (programme is null)
        {
            db.Add(programme = GroupProgramme.Add(act, service!.Team, service.Number, Terms));
        }
        else
        {
            programme.Change(act, Terms);
            db.Expect(programme, Version);
        }
        var url = await once.SaveAsync(act, Once, ProgrammeModel.Url(here.Address, programme.Id), ct);
        TempData["Done"] = "The programme is saved. Groups that are planned already keep their sessions.";
        return Redirect(url);
    }

    private ProgrammeTerms Terms => new(Name ?? "", Summary ?? "", Tier, IsPaired, Minutes ?? 0, AgeFrom, AgeTo, LeastSessions ?? 0,
        [.. (Themes ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        [.. GroupCriteria.All.Select(c => new CriterionSetting(c.Code, Criteria.Contains(c.Code), c.Number is null ? null : SafeMonths ?? c.Number, Sources.GetValueOrDefault(c.Code)?.Trim()))]);

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Services = [.. (await OfMineAsync(ct)).Select(s => new Option(s.Id.ToString(), s.Name))];
        if (Id is not { } id || await db.GroupProgrammes.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } now || now.Version == Version)
            return;
        Differences = Answers.Between(("Name", now.Name, Name), ("What it does", now.Summary, Summary), ("Themes", now.Themes, Themes?.ReplaceLineEndings("\n")), ("Sessions to complete", $"{now.LeastSessions}", $"{LeastSessions}"),
            ("Ages", $"{now.AgeFrom} {now.AgeTo}", $"{AgeFrom} {AgeTo}"), ("Criteria", string.Join(", ", now.CriterionSettings().Where(c => c.IsOn).Select(c => c.Code).Order()), string.Join(", ", Criteria.Order())));
        Version = now.Version;
    }

    private Task<List<Service>> OfMineAsync(CancellationToken ct)
    {
        var teams = here.Viewer.Teams.ToArray();
        return db.Services.AsNoTracking().Where(s => teams.Contains(s.Team)).OrderBy(s => s.Name).Take(100).ToListAsync(ct);
    }
}
