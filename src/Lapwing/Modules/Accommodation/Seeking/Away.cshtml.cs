using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accommodation.Seeking;

/// <summary>Records that the household could not be accommodated: by one place, or by any. Nobody is turned away without a reason that is counted.</summary>
[Permit(Permission.WorkCases)]
public sealed class AwayModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    [BindProperty] public TurnAwayReason? Reason { get; set; }
    [BindProperty] public Id<SafeUnit>? Unit { get; set; }
    [BindProperty] public string? GoOn { get; set; }
    [BindProperty] public Guid? Once { get; set; }

    public bool IsLooking { get; private set; }
    public IReadOnlyList<Option> Units { get; private set; } = [];
    public IReadOnlyList<TurnAwayReason> Likely { get; private set; } = [];
    public string BackUrl => SafetyModel.Url(here.Address, CaseFile);

    public static new string Url(string partnership, Id<CaseFile> file) => SafetyModel.Url(partnership, file) + "/away";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        if (Reason is null || !Enum.IsDefined(Reason.Value))
            ModelState.AddModelError(nameof(Reason), "Choose why they could not be accommodated");
        if (GoOn is not ("yes" or "no"))
            ModelState.AddModelError(nameof(GoOn), "Say whether a place is still being looked for");
        if (Unit is { } named && !await db.SafeUnits.AnyAsync(u => u.Id == named, ct))
            ModelState.AddModelError(nameof(Unit), "Choose a place from the list");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var request = await FindAsync(db.SafeRequests, ct) ?? throw new RuleBroken("no-request", "Say first what the household needs.");
        var act = here.Act("accommodation.away", "a household could not be accommodated");
        db.TurnAways.Add(TurnAway.Record(act, request.AsTurnedAway, Unit, Reason!.Value));
        if (GoOn == "no")
        {
            if (await db.UnitClaims.AnyAsync(c => c.TakenFor == request.Id.Value && (c.HeldUntil > act.At || c.State == ClaimState.Accepted), ct))
                throw new RuleBroken("holds-a-place", "A place is held for them. Give it back first.");
            request.End(act);
        }
        var url = await once.SaveAsync(act, Once, BackUrl, ct);
        TempData["Done"] = GoOn == "no" ? "It is recorded, and the request has ended." : "It is recorded. The request stays open.";
        return Redirect(url);
    }

    private Task<SafeRequest?> FindAsync(IQueryable<SafeRequest> requests, CancellationToken ct) =>
        requests.Where(r => r.CaseFile == CaseFile && r.State == RequestState.Looking).OrderByDescending(r => r.AskedAt).FirstOrDefaultAsync(ct);

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (await FindAsync(db.SafeRequests.AsNoTracking(), ct) is not { } request)
            return;
        IsLooking = true;
        var avoid = request.AvoidedBoroughs(await db.KeyOfAsync(CaseFile, ct)).Select(borough => UnitLocation.AreaKeyOf(db.Session.Index, borough)).ToList();
        var matches = await UnitMatches.FindAsync(db, new(HouseholdNeeds.Of(request.Needs), avoid), 1, ct);
        Likely = matches.Likely.Count > 0 || matches.Fitting > 0 ? matches.Likely : [TurnAwayReason.NoCapacity];
        Units = [.. matches.Lines.Select(line => new Option(line.Unit.ToString(), line.CodeName))];
    }
}
