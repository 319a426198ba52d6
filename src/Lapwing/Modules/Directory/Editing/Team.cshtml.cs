using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Directory.Editing;

/// <summary>Add a team or change one. Exactly one team is the front door: it is handed over, never given up.</summary>
[Permit(Permission.EditDirectory)]
public sealed class TeamModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true, Name = "team")]
    public string Route { get; set; } = "new";

    [BindProperty, Required(ErrorMessage = "Enter the team's name"), StringLength(Directory.Agency.NameLimit, ErrorMessage = "The name must be 200 characters or less")]
    public string? Name { get; set; }

    [BindProperty, Required(ErrorMessage = "Choose the team's agency")]
    public string? Agency { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter a telephone number"), StringLength(Team.TelephoneLimit, ErrorMessage = "The telephone number must be 40 characters or less")]
    public string? Telephone { get; set; }

    [BindProperty]
    public bool IsActive { get; set; } = true;

    [BindProperty]
    public int Version { get; set; }

    public bool IsNew => Route == "new";
    public bool IsFrontDoor { get; private set; }
    public string FrontDoorName { get; private set; } = "";
    public IReadOnlyList<Option> Agencies { get; private set; } = [];
    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public string BackUrl => OverviewModel.Url(here.Address, OverviewModel.Kind.Teams);

    public static new string Url(string partnership, Id<Team>? team) => $"/{partnership}/directory/teams/{team?.ToString() ?? "new"}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var team = await FindAsync(ct);
        if (!IsNew && team is null)
            return NotFound();
        if (team is not null)
            (Name, Agency, Telephone, IsActive, Version) = (team.Name, team.Agency.ToString(), team.Telephone, team.IsActive, team.Version);
        await ShowAgainAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var team = await FindAsync(ct);
        if (!IsNew && team is null)
            return NotFound();
        if (!Id<Agency>.TryParse(Agency, null, out var agency) || !await db.Agencies.AnyAsync(a => a.Id == agency, ct))
            ModelState.AddModelError(nameof(Agency), "Choose the team's agency");
        if (team is { IsFrontDoor: true } && !IsActive)
            ModelState.AddModelError(nameof(IsActive), "This team is the front door. Hand the front door to another team first");
        if (team is not null && !IsActive && await db.Services.AnyAsync(s => s.Team == team.Id && s.Stage != ServiceStage.Ended, ct))
            ModelState.AddModelError(nameof(IsActive), "A service that has not ended is given by this team. Give it to another team first");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act(IsNew ? "team.add" : "team.change", "keeping the directory up to date");
        if (team is null)
        {
            db.Teams.Add(Team.Add(act, agency, Name!.Trim(), Telephone!.Trim()));
        }
        else
        {
            team.Change(act, Name!.Trim(), Telephone!.Trim(), IsActive);
            team.MoveTo(act, agency);
            db.Expect(team, Version);
        }
        var shown = await once.SaveAsync(act, BackUrl, ct);
        TempData["Done"] = $"{Name} is saved";
        return Redirect(shown);
    }

    /// <summary>The front door in one act: one team hands it on, this one takes it.</summary>
    public async Task<IActionResult> OnPostFrontDoorAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } team)
            return NotFound();
        ModelState.Clear();
        (Name, Agency, Telephone, IsActive) = (team.Name, team.Agency.ToString(), team.Telephone, team.IsActive);
        var act = here.Act("team.front-door", "handing the front door over");
        foreach (var other in await db.Teams.Where(t => t.IsFrontDoor && t.Id != team.Id).ToListAsync(ct))
            other.HandFrontDoorOn(act);
        team.BecomeFrontDoor(act);
        db.Expect(team, Version);
        await db.SaveAsync(act, ct);
        TempData["Done"] = $"{team.Name} is now the front door. New referrals open in its circle; earlier ones stay with the team that has them.";
        return Redirect(BackUrl);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Agencies = [.. (await db.Agencies.AsNoTracking().Where(a => a.IsActive).OrderBy(a => a.Name).ToListAsync(ct)).Select(a => new Option(a.Id.ToString(), a.Name))];
        FrontDoorName = await db.Teams.Where(t => t.IsFrontDoor).Select(t => t.Name).FirstOrDefaultAsync(ct) ?? "no team";
        if (!Id<Team>.TryParse(Route, null, out var id))
            return;
        var now = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == id, ct);
        IsFrontDoor = now.IsFrontDoor;
        if (now.Version != Version)
            Differences = Answers.Between(("Name", now.Name, Name), ("Agency", NameOf(now.Agency.ToString()), NameOf(Agency)), ("Telephone", now.Telephone, Telephone),
                ("Active", now.IsActive ? "Yes" : "No", IsActive ? "Yes" : "No"));
        Version = now.Version;
    }

    private string NameOf(string? agency) => Agencies.FirstOrDefault(a => a.Value == agency)?.Label ?? "";

    private async Task<Team?> FindAsync(CancellationToken ct) =>
        Id<Team>.TryParse(Route, null, out var id) ? await db.Teams.SingleOrDefaultAsync(t => t.Id == id, ct) : null;
}
