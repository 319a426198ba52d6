using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accounts.Files;

/// <summary>Shares a file with another team, with one worker of it, or with a whole agency: how far, which sealed parts, why, on what basis, until when.</summary>
[Permit(Permission.WorkCases)]
public sealed class ShareModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    /// <summary>More than a partnership has.</summary>
    private const int Most = 2_000;

    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [BindProperty]
    public Id<Team>? Team { get; set; }

    [BindProperty]
    public Id<Agency>? Agency { get; set; }

    [BindProperty]
    public Id<Member>? Worker { get; set; }

    [BindProperty]
    public Depth? Depth { get; set; }

    [BindProperty]
    public List<Seal> Seals { get; set; } = [];

    [BindProperty]
    public SharingPurpose? Purpose { get; set; }

    [BindProperty]
    public ConsentBasis? Basis { get; set; }

    [BindProperty]
    public string? Reasons { get; set; }

    /// <summary>The last day of it.</summary>
    [BindProperty]
    public DateOnly? Until { get; set; }

    public IReadOnlyList<Option> Teams { get; private set; } = [];
    public IReadOnlyList<Option> Agencies { get; private set; } = [];
    public IReadOnlyList<Option> Workers { get; private set; } = [];
    public IReadOnlyList<Option> OpenSeals { get; private set; } = [];
    public DateOnly Latest { get; private set; }
    public string Partnership => here.Address;

    public static IReadOnlyList<Option> Depths { get; } =
        [.. new[] { Access.Depth.Work, Access.Depth.Outcome, Access.Depth.Locate }.Select(depth => new Option(depth.ToString(), depth.Title(), "They see: " + depth.Explain()))];
    public static IReadOnlyList<Option> Purposes { get; } = [.. Enum.GetValues<SharingPurpose>().Select(purpose => new Option(purpose.ToString(), purpose.Title()))];
    public static IReadOnlyList<Option> Bases { get; } = [.. Enum.GetValues<ConsentBasis>().Select(basis => new Option(basis.ToString(), basis.Title()))];

    public static new string Url(string partnership, Id<CaseFile> file) => AccessModel.Url(partnership, file) + "/share";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        Check();
        if (ModelState.IsValid && Worker is { } worker && (Team is not { } of || !await IsInAsync(worker, of, ct)))
            ModelState.AddModelError(nameof(Worker), "Choose a worker of that team");
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        var act = here.Act("sharing.give", "sharing a file");
        var key = await db.KeyOfAsync(Id, ct);
        await Sharings.ShareAsync(db, act, key, Agency is { } agency ? SharedWith.TheAgency(agency) : SharedWith.TheTeam(Team!.Value, Worker), Depth!.Value, Seals, Purpose!.Value, Basis!.Value, Reasons, LondonTime.ToUtc(Until!.Value.AddDays(1), TimeOnly.MinValue), ct);
        var shown = await once.SaveAsync(act, AccessModel.Url(here.Address, Id), ct);
        TempData["Done"] = "The file is shared. You see here when they have first opened it, and when they say that they have it.";
        return Redirect(shown);
    }

    private void Check()
    {
        if (Agency is not null && Team is not null)
            ModelState.AddModelError(nameof(Agency), "Choose either a team or a whole agency");
        else if (Agency is { } agency && Agencies.All(a => a.Value != agency.ToString()))
            ModelState.AddModelError(nameof(Agency), "Choose an agency from the list");
        else if (Agency is null && (Team is null || Teams.All(t => t.Value != Team.Value.ToString())))
            ModelState.AddModelError(nameof(Team), "Choose the team or the agency");
        if (Depth is not (Access.Depth.Work or Access.Depth.Outcome or Access.Depth.Locate))
            ModelState.AddModelError(nameof(Depth), "Choose how much they may know");
        if (Seals.Any(seal => OpenSeals.All(o => o.Value != seal.ToString())) || (Seals.Count > 0 && Depth < Access.Depth.Work))
            ModelState.AddModelError(nameof(Seals), "Sealed parts go only with the file, and only those that your own team may open");
        if (Purpose is null)
            ModelState.AddModelError(nameof(Purpose), "Choose what the file is shared for");
        if (Basis is null)
            ModelState.AddModelError(nameof(Basis), "Choose the lawful basis");
        else if (Basis.Value.NeedsReasons() && string.IsNullOrWhiteSpace(Reasons))
            ModelState.AddModelError(nameof(Reasons), "Without the person's agreement, write down why sharing is necessary and lawful");
        if (Reasons?.ReplaceLineEndings("\n").Length > Sharing.ReasonsLimit)
            ModelState.AddModelError(nameof(Reasons), "The reasons must be 4,000 characters or fewer");
        var today = LondonTime.DateOf(here.Viewer.Now);
        if (Until is null)
            ModelState.TryAddModelError(nameof(Until), "Enter the last day on which they may open the file");
        else if (Until < today || Until > Latest)
            ModelState.AddModelError(nameof(Until), $"The last day must be from today to {Spoken.Day(Latest)}");
    }

    private Task<bool> IsInAsync(Id<Member> worker, Id<Team> team, CancellationToken ct)
    {
        var now = here.Viewer.Now;
        return db.TeamMemberships.AnyAsync(t => t.Member == worker && t.Team == team && t.From <= now && (t.Until == null || now < t.Until), ct);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var now = here.Viewer.Now;
        Teams = await db.Teams.AsNoTracking().Where(t => t.IsActive).Join(db.Agencies, t => t.Agency, a => a.Id, (t, a) => new { t.Id, t.Name, Agency = a.Name }).OrderBy(t => t.Name).Take(Most)
            .Select(t => new Option(t.Id.ToString(), t.Name + ", " + t.Agency, null)).ToListAsync(ct);
        Agencies = await db.Agencies.AsNoTracking().Where(a => a.IsActive && db.Teams.Any(t => t.Agency == a.Id && t.IsActive)).OrderBy(a => a.Name).Take(Most).Select(a => new Option(a.Id.ToString(), a.Name, null)).ToListAsync(ct);
        var workers = await db.TeamMemberships.AsNoTracking().Where(t => t.From <= now && (t.Until == null || now < t.Until))
            .Join(db.Members.Where(m => m.Until == null || now < m.Until), t => t.Member, m => m.Id, (t, m) => new { m.Id, m.Name, t.Team })
            .Join(db.Teams, m => m.Team, t => t.Id, (m, t) => new { m.Id, m.Name, Team = t.Name }).OrderBy(m => m.Team).ThenBy(m => m.Name).Take(Most).ToListAsync(ct);
        // Everybody is offered alike: who is behind a wall of this file is nobody's business, and sharing does not open one.
        Workers = [.. workers.GroupBy(w => w.Id).Select(of => new Option(of.Key.ToString(), $"{of.First().Name}, {string.Join(" and ", of.Select(w => w.Team))}"))];
        OpenSeals = [.. (await Sharings.OpenSealsAsync(db, Id, ct)).Order().Select(seal => new Option(seal.ToString(), seal.Title()))];
        Latest = LondonTime.DateOf(now.AddMonths((await AccessSettings.ReadAsync(db, ct)).SharingMonths)).AddDays(-1);
    }
}
