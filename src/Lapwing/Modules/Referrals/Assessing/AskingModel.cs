using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Referrals.Triage;
using Lapwing.Modules.Risk;
using Lapwing.Modules.Risk.OverTime;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Assessing;

/// <summary>Asks a questionnaire and keeps the answers with the level they give: the same form and the same rules at triage and in the file. Judgement may raise the
/// level and never lowers it; an earlier assessment is superseded, never edited. What an answer leads to is asked on the next page, also without JavaScript:
/// what was answered before travels along in the form.</summary>
public abstract class AskingModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    /// <summary>One answer as it is typed.</summary>
    public sealed class Given
    {
        public Answer? Answer { get; set; }

        [StringLength(RiskAnswer.NotesLength, ErrorMessage = "Notes must be 10,000 characters or fewer")]
        public string? Note { get; set; }
    }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>The questionnaire that was shown: an answer is kept with the questions that were asked, even when the pack in use changes meanwhile.</summary>
    [BindProperty, Required]
    public string Pack { get; set; } = "";

    [BindProperty]
    public Dictionary<string, Given> Answers { get; set; } = [];

    /// <summary>The branches that were shown already, comma separated: each is asked once, and may be left open.</summary>
    [BindProperty]
    public string? Shown { get; set; }

    /// <summary>"questions" goes back to the main questions with everything that was typed.</summary>
    [BindProperty]
    public string? Step { get; set; }

    [BindProperty]
    [Range(0, 99, ErrorMessage = "The number of incidents must be from 0 to 99")]
    public int? Incidents { get; set; }

    [BindProperty]
    public bool IsMaracRepeat { get; set; }

    [BindProperty]
    public RiskLevel? Judged { get; set; }

    [BindProperty]
    public string? Reasons { get; set; }

    private const string Outdated = "The questionnaire has changed since this page was shown. Load it again.";

    public AssessedPerson Who { get; private set; } = null!;
    public Questionnaire Questionnaire { get; private set; } = null!;
    public RiskSettings Settings { get; private set; } = null!;
    public RiskState State { get; private set; } = null!;
    public RiskAssessment? Earlier { get; private set; }

    /// <summary>The branches that are asked on this page; empty on the page of the main questions.</summary>
    public IReadOnlyList<QuestionnaireBranch> Asked { get; private set; } = [];
    public string Partnership => here.Address;
    public bool IsUnder16 => Who.IsUnder16;

    /// <summary>What the file already knows: the worker need not count.</summary>
    public int KnownIncidents => State.Counted.Count(i => i.To == Who.Person.Id && i.On >= State.Today.AddMonths(-Settings.Bands.EscalationMonths));

    protected abstract Task<AssessedPerson> PersonAsync(bool toChange, CancellationToken ct);

    protected async Task<IActionResult> AssessAsync(CancellationToken ct)
    {
        Who = await PersonAsync(toChange: true, ct);
        await KnownAsync(ct);
        if (await RiskSettings.FindAsync(db, Pack, ct) is not { } asked)
        {
            Pack = "";
            ModelState.Clear();
            ModelState.AddModelError("", Outdated);
            return await this.AgainAsync(ct);
        }
        Questionnaire = asked;
        if (Step == "questions")
        {
            ModelState.Clear();
            return Page();
        }
        var given = Typed.Where(a => a.Value.Answer is not null).Select(a => new RiskAnswer(a.Key, a.Value.Answer!.Value, a.Value.Note)).ToList();
        // An answer that was changed may close a branch again: what was answered there is not kept.
        var closed = Questionnaire.Branches.Where(b => !b.IsOpenedBy(given)).SelectMany(b => b.Items).Select(i => i.Code).ToHashSet(StringComparer.Ordinal);
        var answers = given.Where(a => !closed.Contains(a.Item)).ToList();
        var judgement = Judged is { } level ? new ProfessionalJudgement(level, Reasons) : null;
        Check(answers, judgement, closed);
        if (!ModelState.IsValid)
        {
            await ShowAgainAsync(ct);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        string[] shown = (Shown ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (Questionnaire.ToAsk(answers, shown).ToList() is { Count: > 0 } further)
        {
            ModelState.Remove(nameof(Shown));
            (Asked, Shown) = (further, string.Join(',', shown.Concat(further.Select(b => b.Code))));
            return Page();
        }
        Who.Open?.MustBeAsSeen(Version);
        var act = here.Act("risk.assess", "risk assessment");
        if (here.Viewer.May(Permission.TriageReferrals) && Who.Open is { Referral.Status: ReferralStatus.Waiting or ReferralStatus.InTriage } open)
            open.Referral.Claim(act);
        var isRepeat = IsMaracRepeat || State.Met.Any(g => g.Criterion == MaracCriterion.Repeat);
        var result = RiskRules.Assess(Questionnaire, answers, Settings.Bands, new(Who.AgeForRules, Math.Max(Incidents ?? 0, KnownIncidents), isRepeat), judgement);
        var assessment = await KeepAsync(act, result, answers, ct);
        return Redirect(await once.SaveAsync(act, AssessmentModel.Url(here.Address, assessment.Id), ct));
    }

    private async Task<RiskAssessment> KeepAsync(Act act, RiskResult result, IReadOnlyList<RiskAnswer> answers, CancellationToken ct)
    {
        var file = Who.File.Id;
        var assessment = RiskAssessment.Complete(act, Who.Key, Who.Person.Id, result.Pack, $"{result.PackVersion}", RiskResultJson.Write(answers),
            result.Score ?? 0, result.LevelByScore, result.Level, result.RaisedByJudgement ? Reasons : null, RiskFlagCodes.Write(result.Flags), RiskResultJson.Write(result));
        foreach (var earlier in await db.RiskAssessments.Where(a => a.CaseFile == file && a.SupersededBy == null).ToListAsync(ct))
            earlier.SupersedeWith(assessment);
        db.RiskAssessments.Add(assessment);
        if (Who.Open is { Referral: { } referral } open)
        {
            var clocks = await ClockSettings.ReadAsync(db, ct);
            referral.Assessed(act, open.Person, assessment, clocks.TriageDue(referral.ReceivedAt, result.Level), clocks.ContactDue(referral.ReceivedAt, result.Level));
        }
        return assessment;
    }

    private void Check(List<RiskAnswer> answers, ProfessionalJudgement? judgement, HashSet<string> closed)
    {
        foreach (var item in Questionnaire.AllItems.Where(i => !closed.Contains(i.Code) && Answers.GetValueOrDefault(i.Code) is { Answer: null, Note.Length: > 0 }))
            ModelState.AddModelError($"Answers[{item.Code}].Answer", $"Choose an answer beside your note: {item.Text}");
        if (answers.Any(a => Questionnaire.AllItems.All(i => i.Code != a.Item)))
            ModelState.AddModelError("", Outdated);
        else if (answers.Count == 0 && judgement is null)
            ModelState.AddModelError("", "Answer at least one question, or give your professional judgement");
        if (judgement is null && !string.IsNullOrWhiteSpace(Reasons))
            ModelState.AddModelError(nameof(Judged), "Choose the level that your reasons are for, or remove the reasons");
        foreach (var (member, message) in judgement?.Problems(ByScore(answers)) ?? [])
            ModelState.AddModelError(member == nameof(ProfessionalJudgement.Level) ? nameof(Judged) : nameof(Reasons), message);
        // A fault in a branch is shown on the page of the branch.
        Asked = [.. Questionnaire.Branches.Where(b => b.Items.Any(i => ModelState[$"Answers[{i.Code}].Answer"]?.Errors.Count > 0 || ModelState[$"Answers[{i.Code}].Note"]?.Errors.Count > 0))];
    }

    private RiskLevel ByScore(List<RiskAnswer> answers) =>
        RiskRules.Assess(Questionnaire, answers.Where(a => Questionnaire.AllItems.Any(i => i.Code == a.Item)), Settings.Bands).LevelByScore;

    public virtual async Task ShowAgainAsync(CancellationToken ct)
    {
        Who = await PersonAsync(toChange: false, ct);
        // What is shown again is shown with what a colleague did meanwhile, and may then be sent.
        Version = Who.Open?.Referral.Version ?? 0;
        await KnownAsync(ct);
        Questionnaire = Pack.Length == 0 ? await Settings.QuestionnaireForAsync(db, Who.Age, ct) : await RiskSettings.QuestionnaireAsync(db, Pack, ct);
        Pack = RiskSettings.NameOf(Questionnaire.Code, Questionnaire.Version);
    }

    private async Task KnownAsync(CancellationToken ct)
    {
        var file = Who.File.Id;
        Settings = await RiskSettings.ReadAsync(db, ct);
        State = await RiskState.ReadAsync(db, file, ct);
        Earlier = await db.RiskAssessments.AsNoTracking().Where(a => a.CaseFile == file && a.SupersededBy == null).OrderByDescending(a => a.At).FirstOrDefaultAsync(ct);
    }

    /// <summary>A request without any answer binds keys of its own to nothing.</summary>
    private IEnumerable<KeyValuePair<string, Given>> Typed => Answers.Where(a => a.Value is not null);

    /// <summary>What travels along unseen: every answer that has no field on this page.</summary>
    public IEnumerable<KeyValuePair<string, Given>> Carried()
    {
        var onThisPage = (Asked.Count > 0 ? Asked.SelectMany(b => b.Items) : Questionnaire.Items).Select(i => i.Code).ToHashSet(StringComparer.Ordinal);
        return Typed.Where(a => !onThisPage.Contains(a.Key) && (a.Value.Answer is not null || !string.IsNullOrEmpty(a.Value.Note)));
    }
}
