using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.SubjectAccess;

/// <summary>One request: what is held, the harm test, the answer that was prepared, the second guardian's yes, and the document.</summary>
[Permit(Permission.AnswerSubjectAccess)]
public sealed class RequestModel(Here here, PartnershipDb db, Holdings holdings) : PageModel, IShowAgain
{
    [FromRoute(Name = "request")]
    public string? Number { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public SubjectAccessReply? Reply { get; set; }

    [BindProperty]
    public string? HarmTest { get; set; }

    public SubjectAccessRequest Asked { get; private set; } = null!;
    public Requester Requester { get; private set; } = null!;
    public IReadOnlyList<AnswerItem> Answer { get; private set; } = [];
    public string? WrittenHarmTest { get; private set; }
    public string? PreparedBy { get; private set; }
    public string? ApprovedBy { get; private set; }

    /// <summary>How the files that hold the person stand to the answer; shown once they were looked for.</summary>
    public IReadOnlyList<(FileInAnswer Standing, int Files)>? Held { get; private set; }
    public bool IsMine => Asked.PreparedBy == here.Viewer.Member;
    public string Partnership => here.Address;

    public static new string Url(string partnership, Id<SubjectAccessRequest> request) => $"{RequestsModel.Url(partnership)}/{request}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is null)
            return NotFound();
        await ShowAgainAsync(ct);
        return Page();
    }

    /// <summary>Looks past every circle for what is held, and fixes what may be given.</summary>
    public async Task<IActionResult> OnPostPrepareAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } request)
            return NotFound();
        if (Reply is null)
            ModelState.AddModelError(nameof(Reply), "Choose how to answer");
        if (string.IsNullOrWhiteSpace(HarmTest))
            ModelState.AddModelError(nameof(HarmTest), "Write down the serious harm test");
        else if (HarmTest.Length > SubjectAccessRequest.ReasonsLimit)
            ModelState.AddModelError(nameof(HarmTest), "The serious harm test must be 5,000 characters or fewer");
        if (!ModelState.IsValid)
        {
            await ShowAgainAsync(ct);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        MustBeAsSeen(request);
        var found = await holdings.FindAsync(request.RequesterIn(db.Session.Keys), ct);
        var act = here.Act("subject-access.prepare", "a request by a person for their own data");
        request.Prepare(act, db.Session.Keys, Reply!.Value, HarmTest, [.. found.SelectMany(holding => holding.Items)]);
        await db.SaveAsync(act, ct);
        Held = [.. found.GroupBy(holding => holding.Standing).OrderBy(group => group.Key).Select(group => (group.Key, group.Count()))];
        await ShowAgainAsync(ct);
        return Page();
    }

    public Task<IActionResult> OnPostExtendAsync(CancellationToken ct) => DoAsync("subject-access.extend", (request, act) => request.Extend(act), ct);

    public Task<IActionResult> OnPostApproveAsync(CancellationToken ct) => DoAsync("subject-access.approve", (request, act) => request.Approve(act), ct);

    public Task<IActionResult> OnPostSentAsync(CancellationToken ct) => DoAsync("subject-access.send", (request, act) => request.Send(act), ct);

    /// <summary>The document, once two guardians stand for it. Taking it is in the trail.</summary>
    public async Task<IActionResult> OnPostDocumentAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } request)
            return NotFound();
        if (request.State is not (SubjectAccessState.Approved or SubjectAccessState.Sent))
            throw new RuleBroken("not-approved", "Another guardian must approve the answer before it leaves.");
        await db.WriteReadAsync(here.Act("subject-access.take", "taking an approved answer"), null, request.Id.Value, "job", ct);
        return File(AnswerDocument.Write(request.Reply!.Value, request.AnswerIn(db.Session.Keys), here.Partnership!.Name), AnswerDocument.ContentType, AnswerDocument.FileName);
    }

    private async Task<IActionResult> DoAsync(string code, Action<SubjectAccessRequest, Act> move, CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } request)
            return NotFound();
        MustBeAsSeen(request);
        var act = here.Act(code, "a request by a person for their own data");
        move(request, act);
        await db.SaveAsync(act, ct);
        return Redirect(Url(here.Address, request.Id));
    }

    private void MustBeAsSeen(SubjectAccessRequest request)
    {
        if (request.Version != Version)
            throw new RuleBroken(PartnershipDb.ChangedMeanwhile, "Another guardian changed this while you were working on it. Look at what they did, shown on this page. What you typed is still here.");
    }

    private async Task<SubjectAccessRequest?> FindAsync(CancellationToken ct) =>
        Id<SubjectAccessRequest>.TryParse(Number, null, out var id) ? await db.SubjectAccessRequests.SingleOrDefaultAsync(r => r.Id == id, ct) : null;

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear(); // shown as it stands, whatever was refused
        Asked = (await FindAsync(ct))!;
        (Requester, Answer, WrittenHarmTest) = (Asked.RequesterIn(db.Session.Keys), Asked.AnswerIn(db.Session.Keys), Asked.HarmTestIn(db.Session.Keys));
        var who = new[] { Asked.PreparedBy, Asked.ApprovedBy }.OfType<Id<Member>>().ToArray();
        var names = await db.Members.AsNoTracking().Where(m => who.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        PreparedBy = Asked.PreparedBy is { } by ? names.GetValueOrDefault(by) : null;
        ApprovedBy = Asked.ApprovedBy is { } also ? names.GetValueOrDefault(also) : null;
        await db.WriteReadAsync(here.Act("subject-access.look", "a request by a person for their own data"), null, Asked.Id.Value, "job", ct);
    }
}
