using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Risk;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Triage;

/// <summary>Asks the questionnaire in use and keeps the answers with the level they give. Judgement may raise the level and never lowers it.
/// An earlier assessment is superseded, never edited.</summary>
[Permit(Permission.WorkCases)]
public sealed class AssessModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    /// <summary>One answer as it is typed.</summary>
    public sealed class Given
    {
        public Answer? Answer { get; set; }

        [StringLength(RiskAnswer.NotesLength, ErrorMessage = "Notes must be 10,000 characters or fewer")]
        public string? Note { get; set; }
    }

    [FromRoute(Name = "referral")]
    public Id<Referral> Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>The questionnaire that was shown: an answer is kept with the questions that were asked, even when the pack in use changes meanwhile.</summary>
    [BindProperty, Required]
    public string Pack { get; set; } = "";

    [BindProperty]
    public Dictionary<string, Given> Answers { get; set; } = [];

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

    public OpenReferral Open { get; private set; } = null!;
    public Questionnaire Questionnaire { get; private set; } = null!;
    public RiskSettings Settings { get; private set; } = null!;
    public RiskAssessment? Earlier { get; private set; }
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];
    public string Partnership => here.Address;
    public bool IsUnder16 => Open.IsUnder16(here.Viewer.Now);

    public static new string Url(string partnership, Id<Referral> referral) => ReferralModel.Url(partnership, referral) + "/assess";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Open = await OpenReferral.TakeAsync(db, Id, ct);
        Settings = await RiskSettings.ReadAsync(db, ct);
        if (await RiskSettings.FindAsync(db, Pack, ct) is not { } asked)
        {
            Pack = "";
            ModelState.Clear();
            ModelState.AddModelError("", Outdated);
            return await this.AgainAsync(ct);
        }
        Questionnaire = asked;
        var answers = Answers.Where(a => a.Value.Answer is not null).Select(a => new RiskAnswer(a.Key, a.Value.Answer!.Value, a.Value.Note)).ToList();
        // A child whose age nobody knows counts as under 16 here, so that nobody is sent to MARAC by a gap.
        var age = Open.AgeOn(LondonTime.DateOf(here.Viewer.Now)) ?? (IsUnder16 ? DomesticAbuseAct.MinimumAge - 1 : null);
        var circumstances = new RiskCircumstances(age, Incidents ?? 0, IsMaracRepeat);
        var judgement = Judged is { } level ? new ProfessionalJudgement(level, Reasons) : null;
        Check(answers, judgement);
        if (!ModelState.IsValid)
        {
            await ShowAgainAsync(ct);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        Open.MustBeAsSeen(Version);
        var act = here.Act("risk.assess", "risk assessment");
        if (here.Viewer.May(Permission.TriageReferrals) && Open.Referral.Status is ReferralStatus.Waiting or ReferralStatus.InTriage)
            Open.Referral.Claim(act);
        var result = RiskRules.Assess(Questionnaire, answers, Settings.Bands, circumstances, judgement);
        var assessment = await KeepAsync(act, result, answers, ct);
        await db.SaveAsync(act, ct);
        return Redirect(AssessmentModel.Url(here.Address, assessment.Id));
    }

    private async Task<RiskAssessment> KeepAsync(Act act, RiskResult result, IReadOnlyList<RiskAnswer> answers, CancellationToken ct)
    {
        var referral = Open.Referral;
        var assessment = RiskAssessment.Complete(act, Open.Key, referral.Subject, result.Pack, $"{result.PackVersion}", RiskResultJson.Write(answers),
            result.Score ?? 0, result.LevelByScore, result.Level, result.RaisedByJudgement ? Reasons : null, RiskFlagCodes.Write(result.Flags), RiskResultJson.Write(result));
        foreach (var earlier in await db.RiskAssessments.Where(a => a.CaseFile == referral.CaseFile && a.SupersededBy == null).ToListAsync(ct))
            earlier.SupersedeWith(assessment);
        db.RiskAssessments.Add(assessment);
        var clocks = await ClockSettings.ReadAsync(db, ct);
        referral.Assessed(act, Open.Person, assessment, clocks.TriageDue(referral.ReceivedAt, result.Level), clocks.ContactDue(referral.ReceivedAt, result.Level));
        return assessment;
    }

    private void Check(List<RiskAnswer> answers, ProfessionalJudgement? judgement)
    {
        foreach (var item in Questionnaire.Items.Where(i => Answers.GetValueOrDefault(i.Code) is { Answer: null, Note.Length: > 0 }))
            ModelState.AddModelError($"Answers[{item.Code}].Answer", $"Choose an answer beside your note: {item.Text}");
        if (answers.Any(a => Questionnaire.Items.All(i => i.Code != a.Item)))
            ModelState.AddModelError("", Outdated);
        else if (answers.Count == 0 && judgement is null)
            ModelState.AddModelError("", "Answer at least one question, or give your professional judgement");
        if (judgement is null && !string.IsNullOrWhiteSpace(Reasons))
            ModelState.AddModelError(nameof(Judged), "Choose the level that your reasons are for, or remove the reasons");
        foreach (var (member, message) in judgement?.Problems(ByScore(answers)) ?? [])
            ModelState.AddModelError(member == nameof(ProfessionalJudgement.Level) ? nameof(Judged) : nameof(Reasons), message);
    }

    private RiskLevel ByScore(List<RiskAnswer> answers) =>
        RiskRules.Assess(Questionnaire, answers.Where(a => Questionnaire.Items.Any(i => i.Code == a.Item)), Settings.Bands).LevelByScore;

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Open = await OpenReferral.ReadAsync(db, Id, ct);
        Settings = await RiskSettings.ReadAsync(db, ct);
        Questionnaire = Pack.Length == 0 ? await Settings.QuestionnaireAsync(db, ct) : await RiskSettings.QuestionnaireAsync(db, Pack, ct);
        Pack = RiskSettings.NameOf(Questionnaire.Code, Questionnaire.Version);
        Earlier = await db.RiskAssessments.AsNoTracking().Where(a => a.CaseFile == Open.Referral.CaseFile && a.SupersededBy == null).OrderByDescending(a => a.At).FirstOrDefaultAsync(ct);
        if (!ModelState.IsValid)
            History = await Triage.History.ReadAsync(db, Open, here.Address, ct);
    }
}
