using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Accommodation.Seeking;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accommodation.Enquiries;

/// <summary>One enquiry of this team: what fits, one place held while they decide, and how it ended. Nobody is turned away without a reason.</summary>
[Permit(Permission.WorkCases)]
public sealed class EnquiryModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "enquiry")]
    public Id<SafeEnquiry> EnquiryId { get; set; }

    [BindProperty(SupportsGet = true)] public int Number { get; set; } = 1;
    [BindProperty] public Id<SafeUnit>? Unit { get; set; }
    [BindProperty] public int? Hours { get; set; }
    [BindProperty] public TurnAwayReason? Reason { get; set; }
    [BindProperty] public Guid? Once { get; set; }

    public SafeEnquiry Enquiry { get; private set; } = null!;
    public UnitMatches? Matches { get; private set; }
    public (UnitClaim Claim, string CodeName, string Team)? Running { get; private set; }
    public IReadOnlyList<TurnAway> Aways { get; private set; } = [];
    public AccommodationSettings Settings { get; private set; } = new();
    public IReadOnlyList<Option> HourOptions { get; private set; } = [];
    public string BackUrl => EnquiriesModel.Url(here.Address);
    public string ReferUrl => $"/{here.Address}/refer";
    public DateTime Now => here.Viewer.Now;

    public static new string Url(string partnership, Id<SafeEnquiry> enquiry) => $"{EnquiriesModel.Url(partnership)}/{enquiry}";

    public string PageUrl(int number) => Url(here.Address, EnquiryId) + (number == 1 ? "" : $"?number={number}");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        return Enquiry is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostHoldAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } enquiry)
            return NotFound();
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        Settings = await AccommodationSettings.ReadAsync(db, ct);
        if (Unit is null)
            ModelState.AddModelError(nameof(Unit), "Choose a place");
        if (!HoldHours.IsOne(Hours, Settings))
            ModelState.AddModelError(nameof(Hours), "Choose how long the place is held");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        if (enquiry.State != EnquiryState.Looking)
            throw new RuleBroken("enquiry-over", "This enquiry has ended. Take a new one.");
        var (ask, url) = (new Holding(enquiry.AsTurnedAway, HouseholdNeeds.Of(enquiry.Needs), enquiry.Team, here.Viewer.Now.AddHours(Hours!.Value)), Url(here.Address, EnquiryId));
        await Claiming.HoldAsync(db, () => here.Act("accommodation.hold", "keeping a place for somebody who said no name"), Unit!.Value, ask, async act => url = await once.SaveAsync(act, Once, url, ct), ct);
        TempData["Done"] = "The place is held. When they give their name, refer them: the place stays held, and goes over to their file.";
        return Redirect(url);
    }

    /// <summary>One reason ends the enquiry and is counted.</summary>
    public async Task<IActionResult> OnPostAwayAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } enquiry)
            return NotFound();
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        if (Reason is null || !Enum.IsDefined(Reason.Value))
        {
            ModelState.AddModelError(nameof(Reason), "Choose why they could not be accommodated");
            return await this.AgainAsync(ct);
        }
        var act = here.Act("accommodation.away", "somebody who said no name could not be accommodated");
        enquiry.TurnAway(act);
        db.TurnAways.Add(TurnAway.Record(act, enquiry.AsTurnedAway, Unit, Reason.Value));
        await ReleaseAsync(act, ct);
        return Redirect(await once.SaveAsync(act, Once, Url(here.Address, EnquiryId), ct));
    }

    /// <summary>What is held stays held until its hour, for the file that they are getting (<see cref="UnitClaim.CarryTo"/>).</summary>
    public Task<IActionResult> OnPostReferAsync(CancellationToken ct) => EndAsync("accommodation.enquiry-refer", (enquiry, act) => enquiry.Refer(act), releases: false, ReferUrl, ct);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct) => EndAsync("accommodation.enquiry-withdraw", (enquiry, act) => enquiry.Withdraw(act), releases: true, Url(here.Address, EnquiryId), ct);

    /// <summary>The place is not wanted for them after all.</summary>
    public Task<IActionResult> OnPostReleaseAsync(CancellationToken ct) => EndAsync("accommodation.release", (_, _) => { }, releases: true, Url(here.Address, EnquiryId), ct);

    private async Task<IActionResult> EndAsync(string code, Action<SafeEnquiry, Act> end, bool releases, string url, CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } enquiry)
            return NotFound();
        var act = here.Act(code, "what became of an enquiry without a name");
        end(enquiry, act);
        if (releases)
            await ReleaseAsync(act, ct);
        await db.SaveAsync(act, ct);
        return Redirect(url);
    }

    /// <summary>What was held for them is free again.</summary>
    private async Task ReleaseAsync(Act act, CancellationToken ct)
    {
        if (await db.UnitClaims.SingleOrDefaultAsync(c => c.TakenFor == EnquiryId.Value, ct) is not { } claim)
            return;
        var unit = await db.SafeUnits.SingleAsync(u => u.Id == claim.Unit, ct);
        if (claim.IsOver(act.At))
            claim.Expire(act, unit);
        else
            claim.Release(act, unit);
    }

    private Task<SafeEnquiry?> FindAsync(CancellationToken ct)
    {
        var teams = here.Viewer.Teams.ToArray();
        return db.SafeEnquiries.SingleOrDefaultAsync(e => e.Id == EnquiryId && teams.Contains(e.Team), ct);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (await FindAsync(ct) is not { } enquiry)
            return;
        Enquiry = enquiry;
        db.ChangeTracker.Clear();
        Settings = await AccommodationSettings.ReadAsync(db, ct);
        HourOptions = HoldHours.Options(Settings);
        Hours ??= Settings.HoldHours;
        Aways = await db.TurnAways.AsNoTracking().Where(a => a.Asked == EnquiryId.Value).OrderByDescending(a => a.At).Take(50).ToListAsync(ct);
        if (await db.UnitClaims.AsNoTracking().Where(c => c.TakenFor == EnquiryId.Value).Join(db.SafeUnits, c => c.Unit, u => u.Id, (c, u) => new { c, u })
            .Join(db.Teams, both => both.u.Team, t => t.Id, (both, t) => new { both.c, both.u.CodeName, Team = t.Name + ", " + t.Telephone }).SingleOrDefaultAsync(ct) is { } running && !running.c.IsOver(Now))
            Running = (running.c, running.CodeName, running.Team);
        Number = Math.Clamp(Number, 1, 1_000);
        if (enquiry.State == EnquiryState.Looking)
            Matches = await UnitMatches.FindAsync(db, new(HouseholdNeeds.Of(enquiry.Needs), enquiry.Avoided), Number, ct);
    }
}
