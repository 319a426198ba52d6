using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals.Handovers;
using Lapwing.Modules.Referrals.Triage;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Support;

/// <summary>One person's support by one service: how to make contact safely, what was asked, what has happened, and what can be done next.</summary>
[Permit(Permission.WorkCases)]
public sealed class EpisodeModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "episode")]
    public Id<SupportEpisode> Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Why a manager wants support to go on.</summary>
    [BindProperty]
    public string? Why { get; set; }

    /// <summary>Whether the manager's check is this viewer's to make.</summary>
    public bool MayConfirmEnd => Case.Episode.WhyNotConfirmEnd(here.Viewer) is null;

    /// <summary>The support that took the person up again after this one ended.</summary>
    public Id<SupportEpisode>? FollowedBy { get; private set; }

    public OpenEpisode Case { get; private set; } = null!;
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];
    public IReadOnlyList<OutcomeChange> Outcomes { get; private set; } = [];
    public IReadOnlyList<ContactMethod> Ways { get; private set; } = [];
    public string Partnership => here.Address;

    /// <summary>The front door and whoever else is in the circle may read; the team that gives the support acts.</summary>
    public bool MayAct => Case.IsOf(here.Viewer);

    public static new string Url(string partnership, Id<SupportEpisode> episode) => $"{SupportModel.Url(partnership)}/{episode}";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    /// <summary>The service takes the referral: the referrer's outcome follows, and the team stays in the file for the length of support.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken ct)
    {
        Case = await OpenEpisode.TakeAsync(db, Id, ct);
        Case.MustBeMineAndAsSeen(here.Viewer, Version);
        var act = here.Act("support.accept", "accepting a referral");
        Case.Episode.Accept(act);
        Case.Open.Referral.Accept(act);
        await Case.KeepTeamInAsync(db, act, ct);
        await Sides.SettleAsync(db, act, Case.Episode.CaseFile, ct);
        await Handovers.Handovers.ReportAsync(db, act, Case.Episode.CaseFile, HandoverStatus.Accepted, ct);
        await db.SaveAsync(act, ct);
        TempData["Done"] = "Accepted. The person waits until you choose a worker.";
        return Redirect(Url(here.Address, Id));
    }

    /// <summary>The manager's check: never by the worker alone.</summary>
    public async Task<IActionResult> OnPostConfirmEndAsync(CancellationToken ct)
    {
        Case = await OpenEpisode.TakeAsync(db, Id, ct);
        Case.MustBeMineAndAsSeen(here.Viewer, Version);
        var act = here.Act("support.confirm-end", "confirming the end of support");
        Case.Episode.ConfirmEnd(act);
        await Handovers.Handovers.ReportAsync(db, act, Case.Episode.CaseFile, HandoverStatus.Ended, ct);
        await db.SaveAsync(act, ct);
        TempData["Done"] = "Support has ended.";
        return Redirect(Url(here.Address, Id));
    }

    /// <summary>The manager says no, and why: what the worker wrote stays in the file.</summary>
    public async Task<IActionResult> OnPostRefuseEndAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Why))
            ModelState.AddModelError(nameof(Why), "Say why support goes on. The worker reads it");
        else if (Why.ReplaceLineEndings("\n").Length > RefusedEnd.WhyLimit)
            ModelState.AddModelError(nameof(Why), "The reason must be 10,000 characters or fewer");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        Case = await OpenEpisode.TakeAsync(db, Id, ct);
        Case.MustBeMineAndAsSeen(here.Viewer, Version);
        var act = here.Act("support.refuse-end", "refusing the end of support");
        db.Add(Case.Episode.RefuseEnd(act, Case.Open.Key, Why));
        var shown = await once.SaveAsync(act, Url(here.Address, Id), ct);
        TempData["Done"] = "Support goes on. The worker reads why here and in the file.";
        return Redirect(shown);
    }

    /// <summary>Takes the person up again as a support of its own; what has ended stays as it is.</summary>
    public async Task<IActionResult> OnPostAgainAsync(CancellationToken ct)
    {
        Case = await OpenEpisode.TakeAsync(db, Id, ct);
        Case.MustBeMineAndAsSeen(here.Viewer, Version);
        if (await db.SupportEpisodes.AnyAsync(e => e.Follows == Id, ct))
            throw new RuleBroken("again-twice", "The person was already taken up again after this support.");
        var act = here.Act("support.again", "taking a person up again");
        var again = Case.Episode.Again(act);
        db.Add(again);
        await Case.KeepTeamInAsync(db, act, ct);
        return Redirect(await once.SaveAsync(act, Url(here.Address, again.Id), ct));
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Case = await OpenEpisode.ReadAsync(db, Id, ct);
        FollowedBy = await db.SupportEpisodes.Where(e => e.Follows == Id).Select(e => (Id<SupportEpisode>?)e.Id).FirstOrDefaultAsync(ct);
        History = await Triage.History.ReadAsync(db, Case.Open, here.Address, ct);
        Outcomes = OutcomeChange.Of(await db.Outcomes.AsNoTracking().Where(o => o.Episode == Id).ToListAsync(ct));
        Ways = await db.ContactMethods.AsNoTracking().Where(m => m.CaseFile == Case.Episode.CaseFile && m.Person == Case.Episode.Person).ToListAsync(ct);
    }
}
