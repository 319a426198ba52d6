using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Risk;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Triage;

/// <summary>An assessment as it was made: level, reasons, flags and every answer, with the version of the questions. It is read, never edited.</summary>
[Permit(Permission.WorkCases)]
public sealed class AssessmentModel(Here here, PartnershipDb db) : PageModel
{
    [FromRoute(Name = "assessment")]
    public Id<RiskAssessment> Id { get; set; }

    public RiskAssessment Assessment { get; private set; } = null!;
    public RiskResult? Result { get; private set; }
    public FileKey Key { get; private set; } = null!;
    public Questionnaire Questionnaire { get; private set; } = null!;
    public IReadOnlyDictionary<string, RiskAnswer> Answers { get; private set; } = null!;
    public string By { get; private set; } = "";
    public string Name { get; private set; } = "";
    public OpenReferral? Open { get; private set; }
    public string Partnership => here.Address;
    public bool MayRoute => here.Viewer.May(Permission.TriageReferrals) && Open is { IsOpen: true };

    public static new string Url(string partnership, Id<RiskAssessment> assessment) => $"/{partnership}/assessments/{assessment}";

    public async Task OnGetAsync(CancellationToken ct)
    {
        Assessment = await db.RiskAssessments.AsNoTracking().SingleAsync(a => a.Id == Id, ct);
        Key = await db.KeyOfAsync(Assessment.CaseFile, ct);
        Result = RiskResultJson.ReadResult(Key.RevealIfAny(Assessment.Result));
        Answers = RiskResultJson.ReadAnswers(Key.Reveal(Assessment.Answers)).ToDictionary(a => a.Item);
        Questionnaire = await QuestionsAsync(ct);
        By = await db.Members.Where(m => m.Id == Assessment.By).Select(m => m.Name).SingleOrDefaultAsync(ct) ?? "A former member";
        Name = (await db.People.AsNoTracking().SingleAsync(p => p.Id == Assessment.Person, ct)).DisplayName(Key);
        var referral = await db.Referrals.AsNoTracking().Where(r => r.CaseFile == Assessment.CaseFile).OrderByDescending(r => r.ReceivedAt).Select(r => (Id<Referral>?)r.Id).FirstOrDefaultAsync(ct);
        Open = referral is { } id ? await OpenReferral.ReadAsync(db, id, ct) : null;
    }

    /// <summary>The questions of that day; the pack that ships stands in where the version is not here, such as for an imported assessment.</summary>
    private async Task<Questionnaire> QuestionsAsync(CancellationToken ct)
    {
        var edition = int.TryParse(Assessment.PackVersion, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return await RiskSettings.FindAsync(db, RiskSettings.NameOf(Assessment.Pack, edition), ct) ?? Questionnaire.Demonstration;
    }
}
