using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Places.Allocation;
using Lapwing.Modules.Places.Work;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Places.Pages;

/// <summary>A file's request for a place: where it stands and why, what the panel decided, and what can be done next. On the victim's side only the linked worker finds something here.</summary>
[Permit(Permission.WorkCases)]
public sealed class FilePlaceModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    private const int MostDecisions = 50;

    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [BindProperty]
    public ReturnReason? Reason { get; set; }

    [BindProperty]
    public PlaceOutcome? Outcome { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public Guid? Once { get; set; }

    public bool IsHarmSide { get; private set; }
    public Moves? Open { get; private set; }
    public PlaceTurn? Mine { get; private set; }
    public FileKey Key { get; private set; } = null!;
    public string Borough { get; private set; } = "";
    public string Stands { get; private set; } = "";
    public string? Why { get; private set; }
    public HarmPattern Pattern { get; private set; } = HarmPattern.Of([]);
    public IReadOnlyList<PanelDecision> Decisions { get; private set; } = [];
    public IReadOnlyList<Option> Reasons { get; } = [.. Enum.GetValues<ReturnReason>().Where(r => r != ReturnReason.Lapsed).Select(r => new Option(r.ToString(), r.Title()))];
    public IReadOnlyList<Option> Outcomes { get; } = [.. Enum.GetValues<PlaceOutcome>().Select(o => new Option(o.ToString(), o.Title()))];
    public Id<Member> Me => here.Viewer.Member;
    public bool IsPanel => Open is { } open && PanelDecision.WhyNotPanel(here.Viewer, open.Pool) is null;
    public bool IsTeam => Open is { } open && here.Viewer.Teams.Contains(open.Pool.Team);
    public bool MayOffer => Open is { } open && Claims.WhyNotOffer(here.Viewer, open.Pool) is null;
    public string Partnership => here.Address;

    private IReadOnlyDictionary<Id<Member>, string> names = new Dictionary<Id<Member>, string>();

    public static new string Url(string partnership, Id<CaseFile> file) => $"/{partnership}/files/{file}/place";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostOfferAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        var moves = await TakeAsync(ct);
        var url = Url(here.Address, Id);
        var came = await Claims.OfferAsync(db, here.Act("place.offer", "offering a shared place"), moves.Request.Id, ct, async (act, token) => url = await once.SaveAsync(act, Once, url, token));
        TempData["Done"] = came.Said;
        return Redirect(url);
    }

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken ct) =>
        MoveAsync("place.accept", "accepting a shared place", "The place is accepted. Name who works on each side.", (moves, act) => moves.AcceptAsync(db, act, ct), ct);

    public Task<IActionResult> OnPostStartAsync(CancellationToken ct) =>
        MoveAsync("place.start", "starting work in a shared place", "The place has started.", (moves, act) =>
        {
            MustBeTeam(moves);
            return moves.StartAsync(db, act, ct);
        }, ct);

    public async Task<IActionResult> OnPostReturnAsync(CancellationToken ct)
    {
        if (Reason is null or ReturnReason.Lapsed || !Enum.IsDefined(Reason.Value))
            ModelState.AddModelError(nameof(Reason), "Choose why the place goes back");
        return !ModelState.IsValid ? await this.AgainAsync(ct)
            : await MoveAsync("place.return", "returning a shared place", "The place is back in the pool. The panel decides whether this request stands in the line again.",
                (moves, act) => Moves.ReturnAsync(db, act, moves.Turn, Reason!.Value, ct), ct);
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct)
    {
        if (Outcome is null || !Enum.IsDefined(Outcome.Value))
            ModelState.AddModelError(nameof(Outcome), "Choose what came of it");
        return !ModelState.IsValid ? await this.AgainAsync(ct)
            : await MoveAsync("place.end", "ending work in a shared place", "The work has ended. Record how the abuse is seen now.", (moves, act) =>
            {
                MustBeTeam(moves);
                return moves.EndAsync(db, act, Outcome!.Value, ct);
            }, ct);
    }

    public async Task<IActionResult> OnPostContestAsync(CancellationToken ct)
    {
        if ((Words?.Trim().Length ?? 0) is < PanelDecision.ShortestReason or > PanelDecision.ReasonLimit)
            ModelState.AddModelError(nameof(Words), "Write why you contest it, in a sentence or more and 10,000 characters or fewer");
        return !ModelState.IsValid ? await this.AgainAsync(ct)
            : await MoveAsync("place.contest", "contesting a panel's decision", "The decision is contested. A member of the panel settles it who had no part in it.", async (moves, act) =>
            {
                var request = moves.Request.Id;
                var newest = await db.PanelDecisions.Where(d => d.Request == request).OrderByDescending(d => d.At).FirstOrDefaultAsync(ct) ?? throw new RuleBroken("not-decided", "The panel has not decided yet.");
                newest.Contest(act, await db.KeyOfAsync(Id, ct), Words!);
            }, ct);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var file = await db.CaseFiles.AsNoTracking().SingleAsync(f => f.Id == Id, ct);
        IsHarmSide = file.Side.IsHarmSide();
        if (!IsHarmSide)
        {
            Mine = await Crossing.TurnOfAsync(db, file, ct);
            return;
        }
        if (await Moves.TakeAsync(db, Id, ct) is not { } open)
            return;
        (Open, Key) = (open, await db.KeyOfAsync(Id, ct));
        var (request, area) = (open.Request.Id, open.Turn.Area);
        Why = Key.RevealIfAny(open.Request.Why);
        Borough = await db.Areas.AsNoTracking().Where(a => a.Number == area).Select(a => a.Name).SingleOrDefaultAsync(ct) ?? "";
        Pattern = await HarmPattern.ReadAsync(db, Id, ct);
        Decisions = await db.PanelDecisions.AsNoTracking().Where(d => d.Request == request).OrderByDescending(d => d.At).Take(MostDecisions).ToListAsync(ct);
        var who = Decisions.SelectMany(d => (Id<Member>?[])[d.By, d.ContestedBy, d.SettledBy]).Append(open.Turn.CaseManager).Append(open.Turn.LinkedWorker).OfType<Id<Member>>().Distinct().ToArray();
        names = await db.Members.AsNoTracking().Where(m => who.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        Stands = await StandsAsync(open, ct);
        db.ChangeTracker.Clear();
    }

    public string NameOf(Id<Member>? member) => member is { } id ? names.GetValueOrDefault(id, "a former member") : "Nobody yet";

    private async Task<string> StandsAsync(Moves open, CancellationToken ct)
    {
        var turn = open.Turn;
        if (turn.State == TurnState.Offered)
            return $"Held until {Spoken.Moment(turn.HeldUntil!.Value)}.";
        if (turn.State == TurnState.Returned)
            return turn.ReturnedFor!.Value.Title() + ".";
        if (turn is not { State: TurnState.Waiting, Since: { } since })
            return "";
        var before = Claims.Before(db, open.Pool, new(turn.Id, turn.Area, turn.Priority, since));
        var priority = turn.Priority;
        return Line.Explain(priority, await before.CountAsync(ct), await before.CountAsync(t => t.Priority < priority, ct)) + ".";
    }

    private async Task<Moves> TakeAsync(CancellationToken ct) => await Moves.TakeAsync(db, Id, ct) ?? throw new RuleBroken("no-request", "Nobody has asked for a place for this person.");

    private static void MustBeTeam(Viewer viewer, PlacePool pool)
    {
        if (!viewer.Teams.Contains(pool.Team))
            throw new RuleBroken("place-team", "Only the team that works with the person does this.");
    }

    private void MustBeTeam(Moves moves) => MustBeTeam(here.Viewer, moves.Pool);

    private async Task<IActionResult> MoveAsync(string code, string purpose, string said, Func<Moves, Act, Task> move, CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        var act = here.Act(code, purpose);
        await move(await TakeAsync(ct), act);
        var url = await once.SaveAsync(act, Once, Url(here.Address, Id), ct);
        TempData["Done"] = said;
        return Redirect(url);
    }
}
