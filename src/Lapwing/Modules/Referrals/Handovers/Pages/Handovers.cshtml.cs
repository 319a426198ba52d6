using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Handovers.Pages;

/// <summary>To whom this file was handed over and how far that is, what the other side said, and where it came from.</summary>
[Permit(Permission.WorkCases)]
public sealed class HandoversModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    /// <summary>More than one file ever has.</summary>
    private const int Most = 100;

    internal sealed record Line(Handover Handover, string Partner, string By, HandoverPackage? Package, IReadOnlyList<HandoverNews> News, string? OnItsWay)
    {
        public string State => Handover switch
        {
            { State: HandoverState.Waiting } => "On its way",
            { State: HandoverState.NotDelivered } => $"Not delivered: {Spoken.InSentence(HandoverProblem.Title(Handover.Problem))}",
            { State: HandoverState.RecallAsked } => "You took it back; they have not answered yet",
            { State: HandoverState.Recalled } => "Taken back",
            { Problem: HandoverProblem.Decided } => "Could not be taken back: they had accepted it",
            { Status: { } status } => status.Title(),
            _ => "Delivered",
        };

        public string Colour => Handover.State switch
        {
            HandoverState.Waiting or HandoverState.RecallAsked => "yellow",
            HandoverState.NotDelivered => "red",
            HandoverState.Recalled => "grey",
            _ => Handover.Outcome switch { HandoverStatus.Accepted => "green", null => "blue", _ => "grey" },
        };
    }

    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    /// <summary>The handover that is to be taken back.</summary>
    [BindProperty]
    public Id<Handover>? Handover { get; set; }

    [BindProperty]
    public HandoverRecall? Reason { get; set; }

    internal IReadOnlyList<Line> Lines { get; private set; } = [];
    internal (HandoverArrival Arrival, string Partner, HandoverPackage? Package)? CameFrom { get; private set; }
    public bool MayHandOver => !here.Viewer.Emergencies.Contains(Id);
    public string Partnership => here.Address;
    public static IReadOnlyList<Option> Reasons { get; } = [.. Enum.GetValues<HandoverRecall>().Select(reason => new Option(reason.ToString(), reason.Title()))];

    public static new string Url(string partnership, Id<CaseFile> file) => $"/{partnership}/files/{file}/handover";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    /// <summary>Takes one back.</summary>
    public async Task<IActionResult> OnPostRecallAsync(CancellationToken ct)
    {
        if (Handover is not { } id || await db.Handovers.SingleOrDefaultAsync(h => h.Id == id && h.CaseFile == Id, ct) is not { } handover)
            ModelState.AddModelError("", "Choose what you want to take back from the list");
        else if (Reason is null)
            ModelState.AddModelError($"Reason-{id}", "Choose why you take it back");
        else
        {
            var act = here.Act("handover.recall", "taking back a handover");
            await Handovers.RecallAsync(db, act, handover, Reason.Value, ct);
            await db.SaveAsync(act, ct);
            TempData["Done"] = "It is taken back. Here you see when they have answered. What they read until then they may still know: ring them if that is not safe.";
            return Redirect(Url(here.Address, Id));
        }
        return await this.AgainAsync(ct);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var key = await db.KeyOfAsync(Id, ct);
        var partners = await db.Partners.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var handovers = await db.Handovers.AsNoTracking().Where(h => h.CaseFile == Id).OrderByDescending(h => h.At).Take(Most).ToListAsync(ct);
        var news = (await db.HandoverNews.AsNoTracking().Where(n => n.CaseFile == Id).OrderByDescending(n => n.Number).ToListAsync(ct)).ToLookup(n => n.Handover);
        var waiting = (await db.HandoverMessages.AsNoTracking().Where(m => m.CaseFile == Id && m.State == MessageState.Waiting && m.Problem != "").ToListAsync(ct)).ToLookup(m => m.Package, m => m.Problem);
        var by = handovers.Select(h => h.By).Distinct().ToArray();
        var names = await db.Members.AsNoTracking().Where(m => by.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        Lines = [.. handovers.Select(h => new Line(h, partners.GetValueOrDefault(h.Partner, "A former partner"), names.GetValueOrDefault(h.By, "A former member"),
            HandoverPackage.FromJson(key.Reveal(h.Content)), [.. news[h.Id]], waiting[h.Package].FirstOrDefault()))];
        if (await db.HandoverArrivals.AsNoTracking().SingleOrDefaultAsync(a => a.CaseFile == Id, ct) is { } arrival)
            CameFrom = (arrival, partners.GetValueOrDefault(arrival.Partner, "A former partner"), HandoverPackage.FromJson(key.Reveal(arrival.Content)));
    }
}
