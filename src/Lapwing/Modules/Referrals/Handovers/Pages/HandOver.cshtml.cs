using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.People;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Referrals.Handovers.Pages;

/// <summary>Hands a file over: to whom, what for, on what basis, until when, and what goes along. Nothing is sent that was not shown just before.</summary>
[Permit(Permission.WorkCases)]
public sealed class HandOverModel(Here here, PartnershipDb db, Partnerships partnerships, Once once) : PageModel, IShowAgain
{
    /// <summary>The button that sends; without it what would be sent is shown.</summary>
    public const string Send = "Send";

    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [BindProperty]
    public Id<Partner>? To { get; set; }

    [BindProperty]
    public HandoverPurpose? Purpose { get; set; }

    [BindProperty]
    public ConsentBasis? Basis { get; set; }

    [BindProperty]
    public string? BasisNote { get; set; }

    [BindProperty]
    public List<HandoverPart> Parts { get; set; } = [];

    [BindProperty]
    public string? Reasons { get; set; }

    /// <summary>The last day of it.</summary>
    [BindProperty]
    [System.ComponentModel.DataAnnotations.Display(Name = "The last day")]
    public DateOnly? Until { get; set; }

    /// <summary>What was shown: what is sent must be that.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    [BindProperty]
    public string? Step { get; set; }

    [BindProperty]
    public Guid? Once { get; set; }

    public IReadOnlyList<Option> Partners { get; private set; } = [];
    public DateOnly Latest { get; private set; }
    internal HandoverPackage? Preview { get; private set; }
    internal string? Shown => Preview?.Seen();
    public string Partnership => here.Address;

    public static IReadOnlyList<Option> Purposes { get; } = [.. Enum.GetValues<HandoverPurpose>().Select(purpose => new Option(purpose.ToString(), purpose.Title()))];
    public static IReadOnlyList<Option> Bases { get; } = [.. Enum.GetValues<ConsentBasis>().Select(basis => new Option(basis.ToString(), basis.Title()))];
    public static IReadOnlyList<Option> AllowList { get; } =
    [
        new(nameof(HandoverPart.Subject), "Who it is", "Name, date of birth and gender. Without it they know only whether it is an adult, a child or a person causing harm, and the borough."),
        new(nameof(HandoverPart.Numbers), "The telephone number and e-mail address that are safe today", "How to make contact safely always goes along; numbers only if you tick this."),
        new(nameof(HandoverPart.Risk), "The result of the risk assessment", "Level, score and warnings; never the answers."),
    ];

    public static new string Url(string partnership, Id<CaseFile> file) => HandoversModel.Url(partnership, file) + "/new";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        await ShowAgainAsync(ct);
        Check();
        if (ModelState.IsValid)
            await CheckWordsAsync(ct);
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var choice = new PackingChoice(Purpose!.Value, Basis!.Value, BasisNote, LondonTime.ToUtc(Until!.Value.AddDays(1), TimeOnly.MinValue), Parts.Aggregate(HandoverPart.None, (all, part) => all | part), Reasons);
        var packed = await Packing.PackAsync(db, here.Partnership!.Name, Id, choice, ct);
        Preview = packed.Package;
        ModelState.Remove(nameof(Seen));
        if (Step != Send)
            return Page();
        if (Seen != Shown)
        {
            ModelState.AddModelError("", "What would be sent is not what you were shown: something was changed since. Look at it again, then send it.");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        var to = (await Handovers.PartnersAsync(db, ct)).Single(p => p.Id == To);
        var act = here.Act("handover.send", "handing a file over to another partnership");
        Handovers.Send(db, act, packed.Key, to, packed.Package with { Id = Guid.CreateVersion7() }, packed.Subject, packed.PersonToken);
        var url = await once.SaveAsync(act, Once, HandoversModel.Url(here.Address, Id), ct);
        TempData["Done"] = $"It is on its way to {to.Name}. You see here when it has arrived and what they say.";
        return Redirect(url);
    }

    private void Check()
    {
        void Wrong(string field, string message)
        {
            if (ModelState[field]?.Errors.Count is null or 0)
                ModelState.AddModelError(field, message);
        }
        if (To is null || Partners.All(p => p.Value != To.Value.ToString()))
            Wrong(nameof(To), "Choose the partnership");
        if (Purpose is null)
            Wrong(nameof(Purpose), "Choose what it is handed over for");
        if (Basis is null)
            Wrong(nameof(Basis), "Choose the lawful basis");
        else if (Basis.Value.NeedsReasons() && string.IsNullOrWhiteSpace(BasisNote))
            Wrong(nameof(BasisNote), "Without the person's agreement, write down why handing over is necessary and lawful");
        if (BasisNote?.ReplaceLineEndings("\n").Length > HandoverPackage.ReasonsLimit)
            Wrong(nameof(BasisNote), "The reasons must be 4,000 characters or fewer");
        if (string.IsNullOrWhiteSpace(Reasons))
            Wrong(nameof(Reasons), "Say what they need to know to decide");
        else if (Reasons.ReplaceLineEndings("\n").Length > HandoverPackage.ReasonsLimit)
            Wrong(nameof(Reasons), "What they need to know must be 4,000 characters or fewer");
        if (Parts.Any(part => !Enum.IsDefined(part) || part == HandoverPart.None))
            Wrong(nameof(Parts), "Choose only from this list");
        var today = LondonTime.DateOf(here.Viewer.Now);
        if (Until is null)
            Wrong(nameof(Until), "Enter the last day on which they may take it");
        else if (Until < today || Until > Latest)
            Wrong(nameof(Until), $"The last day must be from today to {Spoken.Day(Latest)}");
    }

    /// <summary>An address is never handed over, not even in words that somebody typed.</summary>
    private async Task CheckWordsAsync(CancellationToken ct)
    {
        foreach (var (field, text) in new[] { (nameof(Reasons), Reasons), (nameof(BasisNote), BasisNote) })
            if (!string.IsNullOrWhiteSpace(text) && await Packing.FindProtectedAsync(db, partnerships, Id, text, ct) is { Count: > 0 } found)
                ModelState.AddModelError(field, $"There is {string.Join(" and ", found)} of somebody in this family in your words. Take it out: it must not be handed over");
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Partners = [.. (await Handovers.PartnersAsync(db, ct)).Select(p => new Option(p.Id.ToString(), p.IsHere ? p.Name : $"{p.Name} (another installation)"))];
        Latest = LondonTime.DateOf(here.Viewer.Now.AddMonths((await AccessSettings.ReadAsync(db, ct)).SharingMonths)).AddDays(-1);
    }
}
