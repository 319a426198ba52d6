using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.Casework.Measuring;
using Lapwing.Modules.Places.Work;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Places.Pages;

/// <summary>What a place has changed, as the side of this file sees it; on the side of the person causing harm also what the police and MARAC say.</summary>
[Permit(Permission.WorkCases)]
public sealed class PlaceOutcomesModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [BindProperty]
    public WorkPoint Point { get; set; }

    // With its name said, a form without it is not searched for keys.
    [BindProperty(Name = nameof(Levels))]
    public Dictionary<GridAbuse, SeverityLevel?> Levels { get; set; } = [];

    [BindProperty]
    public int? PoliceBefore { get; set; }

    [BindProperty]
    public int? PoliceAfter { get; set; }

    [BindProperty]
    public bool? IsBackAtMarac { get; set; }

    [BindProperty]
    public Guid? Once { get; set; }

    public bool IsHarmSide { get; private set; }
    public WorkPoint? Next { get; private set; }
    public HarmFollowUp? FollowUp { get; private set; }
    public DateOnly? CompleteOn { get; private set; }
    public HarmPattern Pattern { get; private set; } = HarmPattern.Of([]);
    public IReadOnlyList<AbuseView> Views { get; private set; } = [];
    public string Partnership => here.Address;

    public static new string Url(string partnership, Id<CaseFile> file) => FilePlaceModel.Url(partnership, file) + "/outcomes";

    public string Seen(GridAbuse abuse, WorkPoint point) => Views.FirstOrDefault(v => v.Abuse == abuse && v.Point == point) is { } view ? SeverityRecord.TitleOf(view.Level) : "Not recorded";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        var levels = Levels.Where(l => l.Value is not null).ToDictionary(l => l.Key, l => l.Value!.Value);
        if (levels.Count == 0)
            ModelState.AddModelError($"Levels[{GridAbuse.Physical}]", "Choose a level for at least one kind of abuse");
        if (!Enum.IsDefined(Point) || levels.Any(l => !AbuseView.Kinds.Contains(l.Key) || !Enum.IsDefined(l.Value)))
            ModelState.AddModelError("", "Choose levels that are on this page");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var (id, file) = (Id, await db.CaseFiles.AsNoTracking().SingleAsync(f => f.Id == Id, ct));
        var turn = await Crossing.TurnOfAsync(db, file, ct) ?? throw new RuleBroken("view-who", "Only the case manager and the linked worker say how it is seen, each on their own side.");
        var by = file.Side.IsHarmSide() ? SeenBy.CaseManager : SeenBy.VictimsWorker;
        var before = await db.AbuseViews.AsNoTracking().Where(v => v.Turn == turn.Id && v.CaseFile == id).ToListAsync(ct);
        var referral = await db.Referrals.AsNoTracking().Where(r => r.CaseFile == id).OrderByDescending(r => r.ReceivedAt).FirstOrDefaultAsync(ct);
        var act = here.Act("place.see", "recording how abuse is seen");
        db.AddRange(AbuseView.See(act, await db.KeyOfAsync(Id, ct), turn, Point, by, levels, before, new(referral?.FactCodes ?? 0), referral?.PersonToken ?? Id.Value));
        return await KeepAsync(act, "It is recorded.", ct);
    }

    public Task<IActionResult> OnPostBeforeAsync(CancellationToken ct) => FollowAsync(PoliceBefore, nameof(PoliceBefore), null, (act, turn, followUp) => followUp.TellBefore(act, turn, PoliceBefore!.Value), ct);

    public Task<IActionResult> OnPostAfterAsync(CancellationToken ct) =>
        FollowAsync(PoliceAfter, nameof(PoliceAfter), IsBackAtMarac is null ? "Say whether the case came back to MARAC" : null, (act, turn, followUp) => followUp.TellAfter(act, turn, PoliceAfter!.Value, IsBackAtMarac!.Value), ct);

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var (id, file) = (Id, await db.CaseFiles.AsNoTracking().SingleAsync(f => f.Id == Id, ct));
        IsHarmSide = file.Side.IsHarmSide();
        var turn = await Crossing.TurnOfAsync(db, file, ct);
        Views = await db.AbuseViews.AsNoTracking().Where(v => v.CaseFile == id).OrderBy(v => v.At).ToListAsync(ct);
        Next = turn is null || turn.State == TurnState.Accepted ? null
            : Views.All(v => v.Turn != turn.Id || v.Point != WorkPoint.Start) ? WorkPoint.Start
            : turn.State == TurnState.Ended && Views.All(v => v.Turn != turn.Id || v.Point != WorkPoint.End) ? WorkPoint.End : null;
        if (!IsHarmSide)
            return;
        Pattern = await HarmPattern.ReadAsync(db, Id, ct);
        FollowUp = await db.HarmFollowUps.AsNoTracking().Where(f => f.CaseFile == id).OrderByDescending(f => f.Id).FirstOrDefaultAsync(ct);
        if (await Moves.TakeAsync(db, Id, ct) is { } open)
            CompleteOn = HarmFollowUp.CompleteOn(open.Turn);
        db.ChangeTracker.Clear();
    }

    private async Task<IActionResult> FollowAsync(int? contacts, string field, string? missing, Action<Act, PlaceTurn, HarmFollowUp> tell, CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        if (contacts is null or < 0 or > HarmFollowUp.MostContacts && ModelState.GetFieldValidationState(field) != ModelValidationState.Invalid)
            ModelState.AddModelError(field, "Enter a number from 0 to 1,000");
        if (missing is not null)
            ModelState.AddModelError(nameof(IsBackAtMarac), missing);
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var moves = await Moves.TakeAsync(db, Id, ct) ?? throw new RuleBroken("no-request", "Nobody has asked for a place for this person.");
        if (!here.Viewer.Teams.Contains(moves.Pool.Team))
            throw new RuleBroken("place-team", "Only the team that works with the person does this.");
        var (request, act) = (moves.Request.Id, here.Act("place.follow-up", "recording what became of the harm"));
        if (await db.HarmFollowUps.SingleOrDefaultAsync(f => f.Request == request, ct) is not { } followUp)
            db.Add(followUp = HarmFollowUp.Begin(act, Id, request));
        tell(act, moves.Turn, followUp);
        return await KeepAsync(act, "It is recorded.", ct);
    }

    private async Task<IActionResult> KeepAsync(Act act, string said, CancellationToken ct)
    {
        var url = await once.SaveAsync(act, Once, Url(here.Address, Id), ct);
        TempData["Done"] = said;
        return Redirect(url);
    }
}
