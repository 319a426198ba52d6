using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Figures.Disclosure;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Figures.Settings;

/// <summary>Changes what one audience may be shown. Whatever protects less than before is done with a reason that stays.</summary>
[Permit(Permission.EditDirectory)]
public sealed class PolicyModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    [FromRoute(Name = "audience")]
    public string Audience { get; set; } = "";

    [BindProperty]
    public PolicyAnswers Input { get; set; } = new();

    /// <summary>0 when nothing was kept yet and the defaults hold.</summary>
    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public string Partnership => here.Address;

    public static IReadOnlyList<Option> Zeros { get; } =
    [
        new(nameof(ZeroRule.Shown), "Show 0", "A true zero tells that there was nobody to protect."),
        new(nameof(ZeroRule.Hidden), "Hide 0 like any small count", "For where it would tell something that nobody came."),
    ];

    public static new string Url(string partnership, string audience) => $"{PoliciesModel.Url(partnership)}/{audience}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!DisclosurePolicies.Audiences.Contains(Audience))
            return NotFound();
        var (stored, now) = await KeptAsync(tracked: false, ct);
        (Input, Version) = (PolicyAnswers.Of(now.For(Audience)), stored?.Version ?? 0);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!DisclosurePolicies.Audiences.Contains(Audience))
            return NotFound();
        var (stored, now) = await KeptAsync(tracked: true, ct);
        foreach (var (member, message) in Input.Problems(now, Audience))
            if (ModelState[$"{nameof(Input)}.{member}"] is not { Errors.Count: > 0 })
                ModelState.AddModelError($"{nameof(Input)}.{member}", message);
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var (before, after) = (now.For(Audience), Input.Onto(now.For(Audience)));
        if (before == after)
            return Redirect(PoliciesModel.Url(here.Address));
        var act = here.Act("settings.disclosure", $"changing what the {Audience} may be shown");
        var changed = now.With(after, new(Audience, act.At, act.Who.Member.Value, PolicyAnswers.Change(before, after), Input.Reason?.Trim() ?? ""));
        if (stored is null)
        {
            db.Settings.Add(StoredSettings.Keep(act, DisclosurePolicies.Concern, changed));
        }
        else
        {
            stored.Change(act, changed);
            db.Expect(stored, Version);
        }
        await db.SaveAsync(act, ct);
        TempData["Done"] = $"What the {Audience} may be shown is saved. It holds for figures and papers from now on.";
        return Redirect(PoliciesModel.Url(here.Address));
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var (stored, now) = await KeptAsync(tracked: false, ct);
        if ((stored?.Version ?? 0) != Version)
            Differences = Web.Answers.Between([.. PolicyAnswers.Parts(now.For(Audience), Input.Onto(now.For(Audience))).Select(p => (p.Name, (string?)p.Before, (string?)p.After))]);
        Version = stored?.Version ?? 0;
    }

    private async Task<(StoredSettings? Stored, DisclosurePolicies Now)> KeptAsync(bool tracked, CancellationToken ct)
    {
        var settings = tracked ? db.Settings.AsTracking() : db.Settings.AsNoTracking();
        var stored = await settings.SingleOrDefaultAsync(s => s.Concern == DisclosurePolicies.Concern, ct);
        return (stored, stored?.Read<DisclosurePolicies>() ?? new());
    }
}
