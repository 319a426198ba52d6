using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Referrals.Intake.Questions;
using Lapwing.Modules.Referrals.Triage;
using Lapwing.Web;

namespace Lapwing.Modules.Referrals.Intake;

/// <summary>A signed-in member refers.</summary>
[Permit(Permission.MakeReferrals)]
public sealed class MemberJourneyModel(Here here, PartnershipDb db, Sending sending, Partnerships partnerships) : JourneyModel(here, db, sending)
{
    private readonly Here here = here;
    private readonly PartnershipDb db = db;

    public override WayIn WayIn => WayIn.Member;
    public override string Start => ReferModel.Url(here.Address);
    protected override string Base => $"/{here.Address}/refer";

    public static new string Url(string partnership, Id<IntakeDraft> draft, string step) => $"/{partnership}/refer/{draft}/{step}";

    /// <summary>Right after the birth date, and once more before sending. Who refers without working on cases is told nothing: they could ask about anybody.</summary>
    protected override async Task LookAsync(CancellationToken ct)
    {
        var isAfterBirthDate = Question is not null && Questions.TakeWhile(q => q.Code != Step).LastOrDefault() is Born;
        var subject = Asking.SoFar.Subject;
        if (here.Viewer.May(Permission.WorkCases) && (Step == Check || isAfterBirthDate) && subject.IsNamed)
            Known = await new KnownToUs(here, db, partnerships).AskAsync(subject.GivenName, subject.FamilyName, subject.BornOn, ct);
    }
}
