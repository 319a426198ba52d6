using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals.Triage;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Support;

/// <summary>One person's support by one service: how to make contact safely, what was asked, what has happened, and what can be done next.</summary>
[Permit(Permission.WorkCases)]
public sealed class EpisodeModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    [FromRoute(Name = "episode")]
    public Id<SupportEpisode> Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

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
        await db.SaveAsync(act, ct);
        TempData["Done"] = "Accepted. The person waits until you choose a worker.";
        return Redirect(Url(here.Address, Id));
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Case = await OpenEpisode.ReadAsync(db, Id, ct);
        History = await Triage.History.ReadAsync(db, Case.Open, here.Address, ct);
        Outcomes = OutcomeChange.Of(await db.Outcomes.AsNoTracking().Where(o => o.Episode == Id).ToListAsync(ct));
        Ways = await db.ContactMethods.AsNoTracking().Where(m => m.CaseFile == Case.Episode.CaseFile && m.Person == Case.Episode.Person).ToListAsync(ct);
    }
}
