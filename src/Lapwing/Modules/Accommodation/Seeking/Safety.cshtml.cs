using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Accommodation.Sanctuary;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accommodation.Seeking;

/// <summary>A hold or an offer, with what a worker must know of its unit: never where it is.</summary>
public sealed record ClaimLine(UnitClaim Claim, string CodeName, UnitType Type, Id<SafeUnit> Unit, string Team);

/// <summary>A turn-away, by a unit or by all.</summary>
public sealed record AwayLine(TurnAway Away, string? CodeName);

public sealed record StayLine(SafeStay Stay, string CodeName, string? Worker);

/// <summary>Safe accommodation of one household: what is asked for, what is held and offered, where they stay, who turned them away, the sanctuary, and what the housing authority owes.</summary>
[Permit(Permission.WorkCases)]
public sealed class SafetyModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    /// <summary>More than one family has.</summary>
    private const int Most = 50;

    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    [BindProperty] public Id<UnitClaim>? Claim { get; set; }
    [BindProperty] public Id<SafeStay>? Stay { get; set; }

    public SafeRequest? Asked { get; private set; }
    public IReadOnlyList<string> Avoid { get; private set; } = [];
    public ClaimLine? Running { get; private set; }
    public IReadOnlyList<ClaimLine> Before { get; private set; } = [];

    /// <summary>What this viewer's teams keep for people who rang without a name and were referred since: one of them may be this household.</summary>
    public IReadOnlyList<ClaimLine> Kept { get; private set; } = [];
    public IReadOnlyList<StayLine> Stays { get; private set; } = [];
    public IReadOnlyList<AwayLine> Aways { get; private set; } = [];
    public IReadOnlyList<SanctuaryWorks> Works { get; private set; } = [];
    public IReadOnlyList<(HousingDuty Duty, string Authority, string? Note)> Duties { get; private set; } = [];
    public bool IsOfHarmSide { get; private set; }
    public string Partnership => here.Address;
    public bool IsWorkerOf(SafeStay stay) => stay.Worker == here.Viewer.Member;

    public static new string Url(string partnership, Id<CaseFile> file) => $"/{partnership}/files/{file}/accommodation";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    /// <summary>The household will come: the provider's team is let into the file, because it will support them.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken ct)
    {
        if (Claim is null)
            return await MissingAsync(nameof(Claim), "Choose a place", ct);
        if (await FindAsync(ct) is not { } found)
            return NotFound();
        var act = here.Act("accommodation.accept", "accepting a place for a household");
        found.Claim.Accept(act);
        await Circles.GiveAsync(db, act, CaseFile, found.Unit.Team, Depth.Work, "Safe accommodation", act.At.AddYears(1), ct);
        // Whoever brings them there is told where it is; where the file has a list already, it decides.
        await Circles.UnsealFirstAsync(db, act, CaseFile, Seal.Whereabouts, "Bringing them to a safe place", ct);
        await db.SaveAsync(act, ct);
        TempData["Done"] = $"The place at {found.Unit.CodeName} is accepted. Its team can see this file from now on. Plan the journey with them.";
        return Redirect(Url(here.Address, CaseFile));
    }

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken ct) =>
        EndAsync("accommodation.decline", "a household declines a place", (claim, act, unit) => claim.Decline(act, unit), "The place was declined and is free for somebody else.", ct);

    public Task<IActionResult> OnPostReleaseAsync(CancellationToken ct) =>
        EndAsync("accommodation.release", "giving a held place back", (claim, act, unit) => claim.Release(act, unit), "The place is free for somebody else.", ct);

    /// <summary>What was kept for somebody who rang without a name is kept for this household, which it was.</summary>
    public async Task<IActionResult> OnPostTakeOverAsync(CancellationToken ct)
    {
        if (Claim is null)
            return await MissingAsync(nameof(Claim), "Choose a place", ct);
        var kept = await KeptAsync(ct);
        if (kept.FirstOrDefault(k => k.Claim.Id == Claim) is not { } line)
            throw new RuleBroken("claim-moved", "Somebody has already moved this on. Look at it again.");
        var request = await db.SafeRequests.SingleOrDefaultAsync(r => r.CaseFile == CaseFile && r.State == RequestState.Looking, ct) ?? throw new RuleBroken("request-over", "Say first what this household needs.");
        if (await db.UnitClaims.AnyAsync(c => c.TakenFor == request.Id.Value, ct))
            throw new RuleBroken("holds-already", "A place is already held for this household. Give it back before you hold another.");
        var act = here.Act("accommodation.take-over", "somebody who rang without a name has a file now");
        (await db.UnitClaims.SingleAsync(c => c.Id == Claim, ct)).CarryTo(act, request);
        await db.SaveAsync(act, ct);
        TempData["Done"] = $"The place at {line.CodeName} is held for this household.";
        return Redirect(Url(here.Address, CaseFile));
    }

    private async Task<List<ClaimLine>> KeptAsync(CancellationToken ct)
    {
        var (teams, now) = (here.Viewer.Teams.ToArray(), here.Viewer.Now);
        var referred = (await db.SafeEnquiries.AsNoTracking().Where(e => teams.Contains(e.Team) && e.State == EnquiryState.Referred).OrderByDescending(e => e.At).Take(Most).Select(e => e.Id).ToListAsync(ct)).ConvertAll(id => id.Value);
        return referred.Count == 0 ? [] : await db.UnitClaims.AsNoTracking().Where(c => c.TakenSlot != null && referred.Contains(c.For) && c.HeldUntil > now).OrderBy(c => c.HeldAt)
            .Join(db.SafeUnits, c => c.Unit, u => u.Id, (c, u) => new { c, u }).Join(db.Teams, both => both.u.Team, t => t.Id, (both, t) => new ClaimLine(both.c, both.u.CodeName, both.u.Type, both.u.Id, t.Name + ", " + t.Telephone)).ToListAsync(ct);
    }

    /// <summary>A worker of the team that supports them there takes them on.</summary>
    public async Task<IActionResult> OnPostSupportAsync(CancellationToken ct)
    {
        if (Stay is null)
            return await MissingAsync(nameof(Stay), "Choose a stay", ct);
        var stay = await db.SafeStays.SingleOrDefaultAsync(s => s.Id == Stay && s.CaseFile == CaseFile, ct);
        if (stay is null)
            return NotFound();
        if (!await db.SafeUnits.AnyAsync(u => u.Id == stay.Unit && here.Viewer.Teams.Contains(u.Team), ct))
            throw new RuleBroken("not-the-provider", "Support in safe accommodation is given by the team that provides the place.");
        var act = here.Act("accommodation.support", "beginning to support a household where it stays");
        stay.BeginSupport(act, here.Viewer.Member);
        await db.SaveAsync(act, ct);
        TempData["Done"] = "You support them there.";
        return Redirect(Url(here.Address, CaseFile));
    }

    private async Task<IActionResult> EndAsync(string code, string purpose, Action<UnitClaim, Act, SafeUnit> end, string done, CancellationToken ct)
    {
        if (Claim is null)
            return await MissingAsync(nameof(Claim), "Choose a place", ct);
        if (await FindAsync(ct) is not { } found)
            return NotFound();
        var act = here.Act(code, purpose);
        end(found.Claim, act, found.Unit);
        await db.SaveAsync(act, ct);
        TempData["Done"] = done;
        return Redirect(Url(here.Address, CaseFile));
    }

    private async Task<IActionResult> MissingAsync(string field, string message, CancellationToken ct)
    {
        ModelState.AddModelError(field, message);
        return await this.AgainAsync(ct);
    }

    /// <summary>The claim that was named, if it is one of a request of this file.</summary>
    private async Task<(UnitClaim Claim, SafeUnit Unit)?> FindAsync(CancellationToken ct)
    {
        if (await db.UnitClaims.SingleOrDefaultAsync(c => c.Id == Claim, ct) is not { IsEnquiry: false } claim)
            return null;
        var request = new Id<SafeRequest>(claim.For);
        if (!await db.SafeRequests.AnyAsync(r => r.Id == request && r.CaseFile == CaseFile, ct))
            return null;
        return (claim, await db.SafeUnits.SingleAsync(u => u.Id == claim.Unit, ct));
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        IsOfHarmSide = await db.CaseFiles.AsNoTracking().AnyAsync(f => f.Id == CaseFile && f.Side == Side.PersonCausingHarm, ct);
        if (IsOfHarmSide)
            return;
        var key = await db.KeyOfAsync(CaseFile, ct);
        var requests = await db.SafeRequests.AsNoTracking().Where(r => r.CaseFile == CaseFile).OrderByDescending(r => r.AskedAt).Take(Most).ToListAsync(ct);
        Asked = requests.Find(r => r.State == RequestState.Looking);
        Avoid = [.. Asked?.AvoidedBoroughs(key).Select(LondonBoroughs.NameOf) ?? []];
        var asked = requests.ConvertAll(r => r.Id.Value);
        var claims = await db.UnitClaims.AsNoTracking().Where(c => asked.Contains(c.For)).OrderByDescending(c => c.HeldAt).Take(Most)
            .Join(db.SafeUnits, c => c.Unit, u => u.Id, (c, u) => new { c, u }).Join(db.Teams, both => both.u.Team, t => t.Id, (both, t) => new ClaimLine(both.c, both.u.CodeName, both.u.Type, both.u.Id, t.Name + ", " + t.Telephone)).ToListAsync(ct);
        Running = claims.Find(c => c.Claim.Runs && !c.Claim.IsOver(here.Viewer.Now));
        Kept = Running is null ? await KeptAsync(ct) : [];
        Before = [.. claims.Where(c => c != Running && c.Claim.State != ClaimState.MovedIn).OrderByDescending(c => c.Claim.HeldAt)];
        var stays = await db.SafeStays.AsNoTracking().Where(s => s.CaseFile == CaseFile).OrderByDescending(s => s.MovedInOn).Take(Most).ToListAsync(ct);
        var aways = await db.TurnAways.AsNoTracking().Where(a => asked.Contains(a.Asked)).OrderByDescending(a => a.At).Take(Most).ToListAsync(ct);
        Id<SafeUnit>[] units = [.. stays.Select(s => s.Unit), .. aways.Select(a => a.Unit).OfType<Id<SafeUnit>>()];
        var names = await db.SafeUnits.AsNoTracking().Where(u => units.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.CodeName, ct);
        var workers = stays.Select(s => s.Worker).OfType<Id<Member>>().ToArray();
        var members = await db.Members.AsNoTracking().Where(m => workers.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        Stays = [.. stays.Select(s => new StayLine(s, names[s.Unit], s.Worker is { } worker ? members.GetValueOrDefault(worker) : null))];
        Aways = [.. aways.Select(a => new AwayLine(a, a.Unit is { } unit ? names.GetValueOrDefault(unit) : null))];
        Works = await db.SanctuaryWorks.AsNoTracking().Where(w => w.CaseFile == CaseFile).OrderByDescending(w => w.AskedOn).Take(Most).ToListAsync(ct);
        Duties = [.. (await db.HousingDuties.AsNoTracking().Where(d => d.CaseFile == CaseFile).OrderByDescending(d => d.On).ThenByDescending(d => d.RecordedAt).Take(Most).ToListAsync(ct))
            .Select(d => (d, key.Reveal(d.Authority), key.RevealIfAny(d.Note)))];
    }
}
