using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Outcome;

/// <summary>A referrer sees what became of a referral, with its reference and its code, and nothing else. An unknown reference, a wrong code and too many
/// tries each answer alike whether the referral exists or not.</summary>
[Permit(Permission.Public)]
public sealed class OutcomeModel(Here here, PartnershipDb db, Partnerships partnerships) : PageModel
{
    private const string NoMatch = "The reference and the code do not belong together. Check both";
    private const int Swept = 200;

    public sealed record Answer(string Reference, ReferralStatus Status, DeclineReason? Reason, DateTime ReceivedAt);

    [BindProperty(Name = "Reference")]
    public string? Typed { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public Answer? Found { get; private set; }

    public static new string Url(string partnership) => $"/{partnership}/outcome";

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Typed))
            ModelState.AddModelError("Reference", "Enter the reference, like R-7K2M-9Q");
        if (string.IsNullOrWhiteSpace(Code))
            ModelState.AddModelError(nameof(Code), "Enter the code, like 7K2M-9QXA");
        if (!ModelState.IsValid)
            return Wrong(StatusCodes.Status400BadRequest);
        if (!Referrals.Reference.TryParse(Typed, out var reference))
        {
            ModelState.AddModelError("Reference", "This is not a reference. Check each letter and digit. It looks like R-7K2M-9Q");
            return Wrong(StatusCodes.Status400BadRequest);
        }
        if (!await TakeTryAsync(reference, ct))
        {
            ModelState.AddModelError("", "There were too many tries for this reference. Wait an hour and try again, or ring the front door.");
            return Wrong(StatusCodes.Status429TooManyRequests);
        }
        await using var all = await partnerships.OpenAsync(here.Address, NeedToKnow.Unrestricted(here.Viewer, UnrestrictedReason.OutcomeToReferrer), ct);
        var text = reference.ToString();
        var referral = await all.Referrals.AsNoTracking().Where(r => r.Reference == text)
            .Select(r => new { r.Id, r.CaseFile, r.OutcomeCodeHash, r.Status, r.DeclineReason, r.ReceivedAt }).SingleOrDefaultAsync(ct);
        // The same work whether it exists or not.
        var typed = OutcomeCode.TryParse(Code, null, out var code) ? code : OutcomeCode.New();
        var matches = typed.Matches(reference, referral?.OutcomeCodeHash ?? new byte[OutcomeCode.HashLength], db.Session.Keys.OutcomeCodes);
        if (referral is null || !matches)
        {
            ModelState.AddModelError(nameof(Code), NoMatch);
            return Wrong(StatusCodes.Status400BadRequest);
        }
        await all.WriteReadAsync(here.Act("outcome.read", "A referrer looks at the outcome"), referral.CaseFile, referral.Id.Value, "outcome code", ct);
        Found = new(text, referral.Status, referral.DeclineReason, referral.ReceivedAt);
        return Page();
    }

    /// <summary>Counts this try first and then asks, so that tries sent at once cannot slip through together. Old tries are swept away.</summary>
    private async Task<bool> TakeTryAsync(Reference reference, CancellationToken ct)
    {
        var act = here.Act("outcome.try", "Somebody asks for an outcome");
        var key = db.Session.Index.Term("outcome-try", reference.ToString());
        var since = act.At - OutcomeTry.Window;
        db.OutcomeTries.RemoveRange(await db.OutcomeTries.Where(t => t.At < since).OrderBy(t => t.At).Take(Swept).ToListAsync(ct));
        db.OutcomeTries.Add(OutcomeTry.Record(act, key));
        await SaveTryAsync(act, ct);
        return await db.OutcomeTries.CountAsync(t => t.ReferenceKey == key && t.At > since, ct) <= OutcomeTry.MostInAnHour;
    }

    /// <summary>Two requests may sweep the same old tries at once; then this one leaves the sweeping to the other.</summary>
    private async Task SaveTryAsync(Act act, CancellationToken ct)
    {
        try
        {
            await db.SaveAsync(act, ct);
        }
        catch (RuleBroken broken) when (broken.Code == PartnershipDb.ChangedMeanwhile)
        {
            foreach (var swept in db.ChangeTracker.Entries<OutcomeTry>().Where(e => e.State == EntityState.Deleted).ToList())
                swept.State = EntityState.Detached;
            await db.SaveAsync(act, ct);
        }
    }

    private PageResult Wrong(int status)
    {
        Response.StatusCode = status;
        return Page();
    }
}
