using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Pathways;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Triage;

/// <summary>Every service with the rule's own reason why it is offered or ruled out, and the choice of one. What the rules said that day is kept with it.</summary>
[Permit(Permission.TriageReferrals)]
public sealed class RouteModel(Here here, PartnershipDb db, Once once, Partnerships partnerships) : PageModel, IShowAgain
{
    public const int ReasonLimit = 2_000;

    /// <summary>A service that is asked may look into the file for so long to answer; when it accepts, its circle is extended.</summary>
    public static readonly TimeSpan TimeToAnswer = TimeSpan.FromDays(90);

    [FromRoute(Name = "referral")]
    public Id<Referral> Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public WhatIsKnown Known { get; set; } = new();

    [BindProperty]
    public Id<Service>? Chosen { get; set; }

    [BindProperty]
    public string? WhyDifferent { get; set; }

    [BindProperty]
    public bool? SendAddress { get; set; }

    [BindProperty]
    public string? WhyTakenBack { get; set; }

    public OpenReferral Open { get; private set; } = null!;
    public PathwayDecision Decision { get; private set; } = null!;
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];
    public string? AskedOf { get; private set; }

    /// <summary>Only an address that the worker may know can be passed on.</summary>
    public bool HoldsAddress { get; private set; }
    public string Partnership => here.Address;
    public DateTime Now => here.Viewer.Now;
    public bool Asks(Requirement requirement) => Decision.Services.Any(s => s.Service.Eligibility.Requires.HasFlag(requirement));

    public static new string Url(string partnership, Id<Referral> referral) => ReferralModel.Url(partnership, referral) + "/route";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    /// <summary>Asks the rules again with what is known now; nothing is stored.</summary>
    public async Task<IActionResult> OnPostAgainAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Open = await OpenReferral.TakeAsync(db, Id, ct);
        await DecideAsync(ct);
        Check();
        if (!ModelState.IsValid)
        {
            await ShowAgainAsync(ct);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        Open.MustBeAsSeen(Version);
        var act = here.Act("referral.offer", "routing a referral");
        var referral = Open.Referral;
        referral.Claim(act);
        var service = await db.Services.SingleAsync(s => s.Id == Chosen!.Value, ct);
        var clocks = await ClockSettings.ReadAsync(db, ct);
        db.SupportEpisodes.Add(referral.OfferTo(act, service, clocks.MinutesSince(referral.ReceivedAt, act.At)));
        var differs = Decision.Differs(service.Id);
        foreach (var decision in Decision.Services)
        {
            var isChosen = decision.Service.Service == service.Id;
            db.Offers.Add(Offer.Record(act, Open.Key, referral.Id, decision.Service.Service, decision.IsOffered, decision.Codes, isChosen, isChosen && differs ? WhyDifferent : null));
        }
        var (purpose, until) = ($"Referral to {service.Name}", act.At + TimeToAnswer);
        purpose = purpose.Length <= Circle.PurposeLimit ? purpose : purpose[..Circle.PurposeLimit];
        await Circles.GiveAsync(db, act, referral.CaseFile, service.Team, Depth.Work, purpose, until, ct);
        if (HoldsAddress && SendAddress == true)
            Circles.Unseal(db, act, referral.CaseFile, service.Team, Seal.Whereabouts, purpose, until);
        var shown = await once.SaveAsync(act, ReferralModel.Url(here.Address, Id), ct);
        TempData["Done"] = $"{service.Name} has been asked.";
        return Redirect(shown);
    }

    /// <summary>The service does not answer: the referral must not wait for ever.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(WhyTakenBack))
        {
            ModelState.AddModelError(nameof(WhyTakenBack), "Say why you take the offer back");
            await ShowAgainAsync(ct);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        Open = await OpenReferral.TakeAsync(db, Id, ct);
        Open.MustBeAsSeen(Version);
        var act = here.Act("referral.take-back", "routing a referral");
        var episode = await db.SupportEpisodes.SingleAsync(e => e.Referral == Id.Value && e.Status == EpisodeStatus.Offered, ct);
        episode.NotTake(act, Open.Key, DeclineReason.ServiceDeclined, $"Taken back by the front door: {WhyTakenBack.Trim()}");
        Open.Referral.ReturnToTriage(act);
        await Circles.EndAsync(db, act, Open.Referral.CaseFile, episode.Team, ct);
        await db.SaveAsync(act, ct);
        return Redirect(Url(here.Address, Id));
    }

    private void Check()
    {
        var choice = Chosen is { } chosen ? Decision.Services.SingleOrDefault(s => s.Service.Service == chosen) : null;
        if (choice is null)
            ModelState.AddModelError(nameof(Chosen), "Choose a service");
        else if (!choice.Service.Stage.TakesReferrals())
            ModelState.AddModelError(nameof(Chosen), $"{choice.Service.Name} takes no new referrals at its stage, so it cannot be asked");
        else if (Decision.Differs(choice.Service.Service) && string.IsNullOrWhiteSpace(WhyDifferent))
            ModelState.AddModelError(nameof(WhyDifferent), "Your choice differs from what the rules say: give your reasons");
        if (WhyDifferent?.Length > ReasonLimit)
            ModelState.AddModelError(nameof(WhyDifferent), "Your reasons must be 2,000 characters or fewer");
        if (HoldsAddress && SendAddress is null)
            ModelState.AddModelError(nameof(SendAddress), "Say whether the address goes to the service");
    }

    private async Task DecideAsync(CancellationToken ct)
    {
        var referral = Open.Referral;
        var area = await db.Areas.Where(a => a.Number == referral.Area).Select(a => a.GssCode).SingleOrDefaultAsync(ct);
        var services = await Places.CountAsync(partnerships, here.Db, ct);
        Decision = PathwayRules.Decide(Known.FactsOf(referral, area, Open.AgeOn(LondonTime.DateOf(here.Viewer.Now))), services);
        HoldsAddress = await db.Whereabouts.AnyAsync(w => w.CaseFile == referral.CaseFile, ct);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Open = await OpenReferral.ReadAsync(db, Id, ct);
        await DecideAsync(ct);
        AskedOf = Open.Referral is { Status: ReferralStatus.Offered, Service: { } asked } ? Decision.Services.SingleOrDefault(s => s.Service.Service == asked)?.Service.Name : null;
        if (!ModelState.IsValid)
            History = await Triage.History.ReadAsync(db, Open, here.Address, ct);
    }
}
