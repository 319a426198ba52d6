using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accommodation.Seeking;

/// <summary>Every unit against what the household needs: those that fit first, and of each other one why not. Holds one of them.</summary>
[Permit(Permission.WorkCases)]
public sealed class LookModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    [BindProperty(SupportsGet = true)] public int Number { get; set; } = 1;
    [BindProperty] public Id<SafeUnit>? Unit { get; set; }
    [BindProperty] public int? Hours { get; set; }
    [BindProperty] public Guid? Once { get; set; }

    public UnitMatches? Matches { get; private set; }
    public AccommodationSettings Settings { get; private set; } = new();
    public IReadOnlyList<Option> HourOptions { get; private set; } = [];
    public string BackUrl => SafetyModel.Url(here.Address, CaseFile);
    public string AwayUrl => AwayModel.Url(here.Address, CaseFile);
    public string AskUrl => AskModel.Url(here.Address, CaseFile);
    public DateTime Now => here.Viewer.Now;

    public static new string Url(string partnership, Id<CaseFile> file) => SafetyModel.Url(partnership, file) + "/look";

    public string PageUrl(int number) => Url(here.Address, CaseFile) + (number == 1 ? "" : $"?number={number}");

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        Settings = await AccommodationSettings.ReadAsync(db, ct);
        if (!HoldHours.IsOne(Hours, Settings))
            ModelState.AddModelError(nameof(Hours), "Choose how long the place is held");
        if (Unit is null)
            ModelState.AddModelError(nameof(Unit), "Choose a place");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var request = await FindAsync(ct) ?? throw new RuleBroken("no-request", "Say first what the household needs.");
        var ask = new Holding(request.AsTurnedAway, HouseholdNeeds.Of(request.Needs), request.Team, here.Viewer.Now.AddHours(Hours!.Value));
        var url = BackUrl;
        await Claiming.HoldAsync(db, () => here.Act("accommodation.hold", "keeping a place for a household"), Unit!.Value, ask, async act => url = await once.SaveAsync(act, Once, BackUrl, ct), ct);
        TempData["Done"] = "The place is held. Its provider is asked to offer it.";
        return Redirect(url);
    }

    private Task<SafeRequest?> FindAsync(CancellationToken ct) =>
        db.SafeRequests.AsNoTracking().Where(r => r.CaseFile == CaseFile && r.State == RequestState.Looking).OrderByDescending(r => r.AskedAt).FirstOrDefaultAsync(ct);

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        Number = Math.Clamp(Number, 1, 1_000);
        Settings = await AccommodationSettings.ReadAsync(db, ct);
        HourOptions = HoldHours.Options(Settings);
        Hours ??= Settings.HoldHours;
        if (await FindAsync(ct) is not { } request)
            return;
        var avoid = request.AvoidedBoroughs(await db.KeyOfAsync(CaseFile, ct)).Select(borough => UnitLocation.AreaKeyOf(db.Session.Index, borough)).ToList();
        Matches = await UnitMatches.FindAsync(db, new(HouseholdNeeds.Of(request.Needs), avoid), Number, ct);
    }
}
