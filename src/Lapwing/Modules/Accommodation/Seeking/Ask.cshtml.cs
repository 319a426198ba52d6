using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accommodation.Seeking;

/// <summary>What the household of this file needs: makes the request, or changes it while a place is looked for.</summary>
[Permit(Permission.WorkCases)]
public sealed class AskModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    [BindProperty] public NeedsForm Needs { get; set; } = new();
    [BindProperty] public int Version { get; set; }
    [BindProperty] public Guid? Once { get; set; }

    public bool IsNew { get; private set; } = true;
    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public string BackUrl => SafetyModel.Url(here.Address, CaseFile);

    public static new string Url(string partnership, Id<CaseFile> file) => SafetyModel.Url(partnership, file) + "/ask";

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (await db.SafeRequests.AsNoTracking().Where(r => r.CaseFile == CaseFile && r.State == RequestState.Looking).OrderByDescending(r => r.AskedAt).FirstOrDefaultAsync(ct) is { } request)
            (IsNew, Version, Needs) = (false, request.Version, NeedsForm.Of(HouseholdNeeds.Of(request.Needs), request.AvoidedBoroughs(await db.KeyOfAsync(CaseFile, ct))));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        var needs = Needs.Read(ModelState, nameof(Needs));
        if (needs is null)
            return await this.AgainAsync(ct);
        var (key, request) = (await db.KeyOfAsync(CaseFile, ct), await FindAsync(ct));
        var act = here.Act(request is null ? "accommodation.ask" : "accommodation.change", "a household needs a safe place to live");
        if (request is not null)
        {
            db.Expect(request, Version);
            request.Change(act, key, needs, Needs.Boroughs);
        }
        else
        {
            var household = await HouseholdOfFile.ReadAsync(db, CaseFile, ct);
            var team = (await Circles.OfAsync(db, CaseFile, ct)).FirstOrDefault(c => here.Viewer.Teams.Contains(c.Team))?.Team ?? throw new RuleBroken("no-team", "Only a team of this file asks for a place.");
            db.SafeRequests.Add(SafeRequest.Make(act, key, household.Person, team, household.Household, household.Codes, needs, Needs.Boroughs));
        }
        var url = await once.SaveAsync(act, Once, request is null ? LookModel.Url(here.Address, CaseFile) : BackUrl, ct);
        TempData["Done"] = request is null ? "The request is recorded. These are the places that fit." : "What they need is changed.";
        return Redirect(url);
    }

    private Task<SafeRequest?> FindAsync(CancellationToken ct) => db.SafeRequests.Where(r => r.CaseFile == CaseFile && r.State == RequestState.Looking).OrderByDescending(r => r.AskedAt).FirstOrDefaultAsync(ct);

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (await FindAsync(ct) is not { } kept)
            return;
        IsNew = false;
        if (kept.Version == Version)
            return;
        var now = NeedsForm.Of(HouseholdNeeds.Of(kept.Needs), kept.AvoidedBoroughs(await db.KeyOfAsync(CaseFile, ct)));
        Differences = Answers.Between(("Adults", now.Adults, Needs.Adults), ("Girls", now.Girls, Needs.Girls), ("Boys", now.Boys, Needs.Boys), ("Building", string.Join(", ", now.Access), string.Join(", ", Needs.Access)),
            ("Animals", string.Join(", ", now.Pets), string.Join(", ", Needs.Pets)), ("Support", string.Join(", ", now.Support), string.Join(", ", Needs.Support)), ("Public funds", now.Recourse, Needs.Recourse),
            ("Not safe in", string.Join(", ", now.Avoid.Select(LondonBoroughs.NameOf)), string.Join(", ", Needs.Boroughs.Select(LondonBoroughs.NameOf))));
        Version = kept.Version;
        ModelState.Remove(nameof(Version));
    }
}
