using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Emergency;

/// <summary>Entering a file that is not one's own when somebody is in danger: by its number or reference, with why and a sentence. What may not be entered and
/// what is not there are answered alike.</summary>
[Permit(Permission.EnterInEmergency)]
public sealed class EnterModel(Here here, PartnershipDb db, Once once, Partnerships partnerships) : PageModel, IShowAgain
{
    private const int ShortestSentence = 20;
    private const string NotThere = "There is no file with this number or reference that can be entered. Check it, or ring the file's team or the guardian";

    [BindProperty]
    public string? CaseNumber { get; set; }

    [BindProperty]
    public EmergencyReason? Reason { get; set; }

    [BindProperty]
    public string? Sentence { get; set; }

    public AccessSettings Settings { get; private set; } = new();
    public static IReadOnlyList<Option> Reasons { get; } = [.. Enum.GetValues<EmergencyReason>().Select(reason => new Option(reason.ToString(), reason.Title()))];

    public static new string Url(string partnership) => $"/{partnership}/emergency";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Check();
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var viewer = NeedToKnow.Unrestricted(here.Viewer, UnrestrictedReason.EmergencyEntry);
        await using var all = await partnerships.OpenAsync(here.Address, viewer, ct);
        var act = here.Act(ReadLog.EnterInEmergency, Reason!.Value.Title());
        var file = await FindAsync(all, ct);
        if (file is { } mine && await db.CaseFiles.AnyAsync(f => f.Id == mine, ct))
            return Redirect(Support.FileModel.Url(here.Address, mine)); // in the circle, or entered before
        if (file is not { } found || !await Emergencies.EnterAsync(db, all, act, found, Reason.Value, Sentence!, ct))
        {
            await all.WriteReadAsync(here.Act("emergency.refused", "no file that could be entered"), null, null, "not-there", ct);
            ModelState.AddModelError(nameof(CaseNumber), NotThere);
            return await this.AgainAsync(ct);
        }
        return Redirect(await once.SaveAsync(act, Support.FileModel.Url(here.Address, found), ct));
    }

    private void Check()
    {
        if (string.IsNullOrWhiteSpace(CaseNumber))
            ModelState.AddModelError(nameof(CaseNumber), "Enter the case number or the referral's reference");
        if (Reason is null)
            ModelState.AddModelError(nameof(Reason), "Choose why you must enter now");
        if ((Sentence?.Trim().Length ?? 0) < ShortestSentence)
            ModelState.AddModelError(nameof(Sentence), "Write in a sentence what has happened and what you need to know");
        else if (Sentence!.Length > EmergencyUse.SentenceLimit)
            ModelState.AddModelError(nameof(Sentence), "The sentence must be 1,000 characters or fewer");
    }

    private async Task<Id<CaseFile>?> FindAsync(PartnershipDb all, CancellationToken ct)
    {
        var typed = CaseNumber!.Trim();
        if (Id<CaseFile>.TryParse(typed, null, out var id))
            return await all.CaseFiles.Where(f => f.Id == id).Select(f => (Id<CaseFile>?)f.Id).SingleOrDefaultAsync(ct);
        if (!Reference.TryParse(typed, out var reference))
            return null;
        var text = reference.ToString();
        return await all.Referrals.Where(r => r.Reference == text).Select(r => (Id<CaseFile>?)r.CaseFile).SingleOrDefaultAsync(ct);
    }

    public async Task ShowAgainAsync(CancellationToken ct) => Settings = await AccessSettings.ReadAsync(db, ct);
}
