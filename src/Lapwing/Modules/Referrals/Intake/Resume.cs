using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Intake;

/// <summary>Goes on with a saved draft by its code: the draft moves to this browser, and the one that had it before no longer opens it.</summary>
public abstract class Resume(Here here, PartnershipDb db, WayIn wayIn) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    protected abstract string Next(Id<IntakeDraft> draft);

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ResumeCode.TryParse(Code, out var code))
            return Wrong(string.IsNullOrWhiteSpace(Code) ? "Enter your code" : "Enter the code as it was shown, like 7K2M-9QXA-4HJP");
        var key = code.KeyIn(db.Session.Index);
        var draft = await db.IntakeDrafts.SingleOrDefaultAsync(d => d.ResumeKey == key && d.WayIn == wayIn && d.SentAt == null && d.ExpiresAt > here.Viewer.Now, ct);
        if (draft is null)
            return Wrong("There is nothing saved under this code. It may be too old, or have been sent already");
        var act = here.Act("draft.resume", "An unfinished referral is opened with its code");
        draft.ResumeIn(act, DraftSecret.OfOrNew(HttpContext));
        await db.SaveAsync(act, ct);
        return Redirect(Next(draft.Id));
    }

    private PageResult Wrong(string message)
    {
        ModelState.AddModelError(nameof(Code), message);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
