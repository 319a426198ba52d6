using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Groups.Pages;

/// <summary>What somebody says before the first session or after the last. A question may be left out; what was recorded is never changed.</summary>
[Permit(Permission.WorkCases)]
public sealed class FeedbackModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")] public Id<CaseFile> CaseFile { get; set; }
    [FromRoute(Name = "place")] public Id<GroupPlace> Id { get; set; }
    [BindProperty(Name = "at", SupportsGet = true)] public FeedbackPoint At { get; set; }
    /// <summary>Named, so that a form without an answer is not read as if its other fields were answers.</summary>
    [BindProperty(Name = nameof(Scores))] public Dictionary<string, int?> Scores { get; set; } = [];
    [BindProperty] public Guid? Once { get; set; }

    public IReadOnlyList<FeedbackQuestion> Questions { get; private set; } = [];
    public static FeedbackPack Pack => FeedbackPack.Shipped;
    public string BackUrl => PlaceModel.Url(here.Address, CaseFile, Id);

    public static new string Url(string partnership, Id<CaseFile> file, Id<GroupPlace> place, FeedbackPoint at) => $"{PlaceModel.Url(partnership, file, place)}/feedback?at={at.ToString().ToLowerInvariant()}";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        await ShowAgainAsync(ct);
        var scores = Scores.Where(s => s.Value is not null).ToDictionary(s => s.Key, s => s.Value!.Value);
        if (scores.Count == 0 && ModelState.IsValid)
            ModelState.AddModelError($"Scores[{Questions[0].Code}]", "Record the answer to at least one question");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("group.feedback", "recording what somebody says of a group");
        var place = await db.GroupPlaces.AsNoTracking().SingleAsync(p => p.Id == Id, ct);
        db.Add(GroupFeedback.Say(act, place, Pack, At, scores, await db.GroupFeedback.AsNoTracking().Where(f => f.Place == Id).ToListAsync(ct)));
        return Redirect(await once.SaveAsync(act, Once, BackUrl, ct));
    }

    public async Task ShowAgainAsync(CancellationToken ct) => Questions = Pack.For(await db.GroupPlaces.Where(p => p.Id == Id).Select(p => p.Who).SingleAsync(ct));
}
