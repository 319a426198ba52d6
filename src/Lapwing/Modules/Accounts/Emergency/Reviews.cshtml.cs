using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Accounts.Emergency;

/// <summary>Entries in an emergency: the second person's yes to an address, and the guardian's judgement.</summary>
[Permit(Permission.AllowInEmergency)]
public sealed class ReviewsModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    [BindProperty]
    public Id<EmergencyUse>? Entry { get; set; }

    [BindProperty]
    public EmergencyJudgement? Judgement { get; set; }

    public IReadOnlyList<EmergencyLine> Waiting { get; private set; } = [];
    public IReadOnlyList<EmergencyLine> Entries { get; private set; } = [];
    public bool MayJudge => here.Viewer.May(Permission.GuardWalls);
    public DateTime Now => here.Viewer.Now;
    public static IReadOnlyList<Option> Judgements { get; } = [.. Enum.GetValues<EmergencyJudgement>().Select(judgement => new Option(judgement.ToString(), judgement.Title()))];

    public static new string Url(string partnership) => $"/{partnership}/emergency/reviews";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAllowAsync(CancellationToken ct)
    {
        if (Entry is not { } id || await Emergencies.FindAsync(db, id, ct) is not { } use)
            return await AgainAsync("", "Choose somebody from the list", ct);
        var act = here.Act("emergency.allow-address", "the second person's yes to an address");
        Emergencies.Allow(db, act, use);
        await db.SaveAsync(act, ct);
        TempData["Done"] = "The address can be opened until the time in the file ends.";
        return Redirect(Url(here.Address));
    }

    public async Task<IActionResult> OnPostJudgeAsync(CancellationToken ct)
    {
        if (!MayJudge)
            return StatusCode(StatusCodes.Status403Forbidden);
        if (Entry is not { } id || await Emergencies.FindAsync(db, id, ct) is not { } use)
            return await AgainAsync("", "Choose an entry from the list", ct);
        if (Judgement is null)
            return await AgainAsync($"Judgement-{id}", "Choose what you think of it", ct);
        var act = here.Act("emergency.judge", "the guardian's judgement of an entry");
        Emergencies.Judge(db, act, use, Judgement.Value);
        await db.SaveAsync(act, ct);
        TempData["Done"] = "Judged. The file's team sees it.";
        return Redirect(Url(here.Address));
    }

    private Task<IActionResult> AgainAsync(string field, string message, CancellationToken ct)
    {
        ModelState.AddModelError(field, message);
        return Answers.AgainAsync(this, ct);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Waiting = await Emergencies.WaitingForYesAsync(db, ct);
        Entries = MayJudge ? await Emergencies.ForGuardianAsync(db, ct) : [];
    }
}
