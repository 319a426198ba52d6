using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Accounts.Files;

/// <summary>Who may know this file, with whom it is shared and for how long, who has looked, when and why. Everybody in the circle sees it.</summary>
[Permit(Permission.WorkCases)]
public sealed class AccessModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [BindProperty(Name = "looks", SupportsGet = true)]
    public int Looks { get; set; } = 1;

    /// <summary>The sharing that is to be recalled.</summary>
    [BindProperty]
    public Id<Sharing>? Sharing { get; set; }

    [BindProperty]
    public RecallReason? Reason { get; set; }

    public IReadOnlyList<CircleLine> Circle { get; private set; } = [];
    public IReadOnlyList<SharingLine> Sharings { get; private set; } = [];
    public IReadOnlyList<Nameable> Named { get; private set; } = [];
    public ReadLogPage Log { get; private set; } = null!;
    public EmergencyUse? Emergency { get; private set; }
    public bool IsRestricted { get; private set; }
    public bool MayRestrict => here.Viewer.May(Permission.RestrictFiles) && Emergency is null;
    public bool ConsentCanBeWithdrawn => Sharings.Any(s => s is { Stands: true, Basis: People.ConsentBasis.Consent });
    public string Partnership => here.Address;
    public static IReadOnlyList<Option> Reasons { get; } = [.. Enum.GetValues<RecallReason>().Select(reason => new Option(reason.ToString(), reason.Title()))];

    public static new string Url(string partnership, Id<CaseFile> file) => $"/{partnership}/files/{file}/access";

    public string UrlOf(int looks) => $"{Url(here.Address, Id)}?looks={looks}#looks";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    /// <summary>Ends one sharing at this moment.</summary>
    public async Task<IActionResult> OnPostRecallAsync(CancellationToken ct)
    {
        if (Sharing is not { } id || await Access.Sharings.FindAsync(db, Id, id, ct) is not { } sharing)
            ModelState.AddModelError("", "Choose what you want to end from the list of sharings");
        else if (Reason is null)
            ModelState.AddModelError($"Reason-{id}", "Choose why the sharing ends");
        else
        {
            var act = here.Act("sharing.recall", "ending what was shared");
            await Access.Sharings.RecallAsync(db, act, sharing, Reason.Value, ct);
            await db.SaveAsync(act, ct);
            TempData["Done"] = "The sharing has ended. The other team can no longer open the file.";
            return Redirect(Url(here.Address, Id));
        }
        return await this.AgainAsync(ct);
    }

    /// <summary>The person withdrew their agreement: everything shared because of it ends now.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct)
    {
        var act = here.Act("sharing.consent-withdrawn", "the person withdrew their agreement");
        var ended = await Access.Sharings.WithdrawConsentAsync(db, act, Id, ct);
        if (ended == 0)
            throw new RuleBroken("sharing-none", "Nothing is shared now because the person agreed.");
        await db.SaveAsync(act, ct);
        TempData["Done"] = $"{ended} {(ended == 1 ? "sharing has" : "sharings have")} ended. Each team sees that the agreement was withdrawn. What they had seen until now they may still have: tell the person with whom it was shared, as listed here.";
        return Redirect(Url(here.Address, Id));
    }

    /// <summary>Whoever is here in an emergency needs the address: a second person must say yes.</summary>
    public async Task<IActionResult> OnPostAddressAsync(CancellationToken ct)
    {
        var act = here.Act("emergency.ask-address", "asking a second person for the address");
        await Emergencies.AskForAddressAsync(db, act, Id, ct);
        await db.SaveAsync(act, ct);
        TempData["Done"] = "A manager or the guardian must say yes. Ring one: they find it on their start page.";
        return Redirect(Url(here.Address, Id));
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var key = await db.KeyOfAsync(Id, ct);
        Circle = await Circles.OfAsync(db, Id, ct);
        Sharings = await Access.Sharings.OfFileAsync(db, key, ct);
        Log = await ReadLog.OfFileAsync(db, Id, Looks, ct);
        Emergency = here.Viewer.Emergencies.Contains(Id) ? await Emergencies.MineAsync(db, Id, ct) : null;
        IsRestricted = await Restrictions.IsRestrictedAsync(db, Id, ct);
        Named = IsRestricted ? [.. (await Restrictions.WhoCanBeNamedAsync(db, Id, ct)).Where(member => member.IsNamed)] : [];
    }
}
