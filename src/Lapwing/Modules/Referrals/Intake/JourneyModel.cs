using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Intake;

/// <summary>The journey from the first question to the reference, one step to a page, the same for all three ways in. Every answer is saved as it is given.</summary>
public abstract class JourneyModel(Here here, PartnershipDb db, Sending sending) : PageModel
{
    public const string Check = "check", Later = "later", Sent = "sent";
    private const int Attempts = 4;

    private IntakeDraft? draft;

    [BindProperty(Name = "draft", SupportsGet = true)]
    public Id<IntakeDraft> DraftId { get; set; }

    /// <summary>A question's code, or one of the three steps that are none.</summary>
    [BindProperty(Name = "question", SupportsGet = true)]
    public string Step { get; set; } = "";

    public abstract WayIn WayIn { get; }

    /// <summary>Where the journey of this way in begins.</summary>
    public abstract string Start { get; }

    public Voice Voice => WayIn == WayIn.Survivor ? Voice.Survivor : Voice.Professional;
    public Asking Asking { get; private set; } = null!;
    public Question? Question { get; private set; }
    public Receipt? Receipt { get; private set; }
    public string? ResumeCode { get; private set; }
    public DateTime ExpiresAt => draft!.ExpiresAt;
    public string PartnershipName => here.Partnership!.Name;
    public string OutcomeUrl => Outcome.OutcomeModel.Url(here.Address);
    public string ResumeUrl => Voice == Voice.Survivor ? GetHelpResumeModel.Url(here.Address) : ReferResumeModel.Url(here.Address);

    /// <summary>An address as it can be typed on another device.</summary>
    public string Typed(string url) => Request.Host + url;

    /// <summary>The questions that are asked, filled with what was answered.</summary>
    public IReadOnlyList<Question> Questions => Journey.Asked(Asking);

    /// <summary>Which of how many, so that a tab's title says nothing about anybody.</summary>
    public string Progress => Question is null ? "" : $"Question {Questions.TakeWhile(q => q.Code != Step).Count() + 1} of {Questions.Count}";

    /// <summary>The title of the tab. It stays in the browser's history, so for a survivor it does not tell what is asked.</summary>
    public string Title => Voice == Voice.Survivor ? Progress is { Length: > 0 } progress ? progress : "Your answers"
        : Question?.Title(Voice) ?? Step switch { Sent => "Referral received", Later => "Your answers are saved", _ => "Check your answers" };

    public string Back => Questions.TakeWhile(q => q.Code != Step).LastOrDefault() is { } before ? At(before.Code) : Start;

    public string At(string step) => $"{Base}/{DraftId}/{step}";

    /// <summary>The address in front of the draft's id.</summary>
    protected abstract string Base { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await OpenAsync(ct))
            return NotFound();
        if (draft!.IsSent)
            return Step == Sent ? Page() : Redirect(At(Sent));
        if (Step is Check or Sent && Journey.FirstOpen(Asking) is { } open)
            return Redirect(At(open.Code));
        if (Question is not null && Asking.SoFar.Answered.Contains(Step))
            foreach (var (field, message) in Question.Problems()) // another answer has changed what this one needs
                ModelState.TryAddModelError(field, message);
        await LookAsync(ct);
        return Step is Check or Later || Question is not null ? Page() : Step == Sent ? Redirect(At(Check)) : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string? go, CancellationToken ct)
    {
        if (!await OpenAsync(ct))
            return NotFound();
        if (draft!.IsSent)
            return Redirect(At(Sent)); // sent twice: the second learns what the first did
        if (Step == Check)
            return await SendAsync(ct);
        if (Step == Later)
            return await SaveForLaterAsync(ct);
        if (Question is null)
            return NotFound();

        await TryUpdateModelAsync((object)Question, Question.GetType(), "");
        if (ModelState.IsValid)
            foreach (var (field, message) in Question.Problems())
                ModelState.TryAddModelError(field, message);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        await KeepAsync(Question, ct);
        return Redirect(At(go == Later ? Later : Journey.FirstOpen(Asking)?.Code ?? Check));
    }

    /// <summary>Who of those whom we know this may be; only for members who work on cases.</summary>
    public Triage.KnownAnswer Known { get; protected set; } = Triage.KnownAnswer.Nothing;

    /// <summary>Looks whether the person is known already, before anything is created.</summary>
    protected virtual Task LookAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Loads the draft for whoever may open it; for everybody else there is none.</summary>
    private async Task<bool> OpenAsync(CancellationToken ct)
    {
        draft = await db.IntakeDrafts.SingleOrDefaultAsync(d => d.Id == DraftId && d.WayIn == WayIn, ct);
        if (draft is null || !draft.OpensFor(here.Viewer, DraftSecret.Of(HttpContext)))
            return false;
        ModelState.Clear(); // what the route and "go" put there is no answer
        if (draft.IsSent)
        {
            Receipt = draft.Receipt(db.Session.Keys);
            return true;
        }
        var areas = await db.KeptAsync<IReadOnlyList<Option>>((typeof(JourneyModel), typeof(Area)), async () =>
            [.. (await db.Areas.AsNoTracking().OrderBy(a => a.Name).Select(a => new { a.Number, a.Name }).ToListAsync(ct)).Select(a => new Option($"{a.Number}", a.Name))], ct);
        Asking = new(Voice, LondonTime.DateOf(here.Viewer.Now), draft.Answers(db.Session.Keys), areas);
        Question = Questions.FirstOrDefault(q => q.Code == Step);
        if (Question is not null && HttpMethods.IsPost(Request.Method))
            Question = ((Question)Activator.CreateInstance(Question.GetType())!).For(Asking); // only what is posted counts
        return true;
    }

    /// <summary>Keeps one answer. Somebody who answers another question in a second tab at the same moment loses nothing: each writes only its own.</summary>
    private async Task KeepAsync(Question question, CancellationToken ct)
    {
        var days = (await IntakeSettings.ReadAsync(db, ct)).DraftDays;
        for (var attempt = 1; ; attempt++)
        {
            var answers = question.Store(draft!.Answers(db.Session.Keys));
            answers = answers with { Answered = [.. answers.Answered.Append(question.Code).Distinct()] };
            var act = here.Act("draft.answer", "An answer of an unfinished referral is kept");
            draft.Keep(act, db.Session.Keys, answers, days);
            try
            {
                await db.SaveAsync(act, ct);
                Asking = Asking with { SoFar = answers };
                return;
            }
            catch (RuleBroken broken) when (broken.Code == PartnershipDb.ChangedMeanwhile && attempt < Attempts)
            {
                await db.Entry(draft).ReloadAsync(ct);
            }
        }
    }

    private async Task<IActionResult> SaveForLaterAsync(CancellationToken ct)
    {
        if (WayIn == WayIn.Member)
            return Page(); // found again under their own name
        var act = here.Act("draft.later", "An unfinished referral is kept for later");
        ResumeCode = draft!.SaveForLater(act, db.Session.Index, (await IntakeSettings.ReadAsync(db, ct)).DraftDays).Reveal();
        await db.SaveAsync(act, ct);
        return Page();
    }

    private async Task<IActionResult> SendAsync(CancellationToken ct)
    {
        if (Journey.FirstOpen(Asking) is { } open)
            return Redirect(At(open.Code));
        await sending.SendAsync(db, draft!, Asking.SoFar, ct);
        return Redirect(At(Sent));
    }
}
