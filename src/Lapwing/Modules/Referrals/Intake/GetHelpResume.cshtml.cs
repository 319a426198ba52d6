using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;

namespace Lapwing.Modules.Referrals.Intake;

/// <inheritdoc/>
[Permit(Permission.Public)]
public sealed class GetHelpResumeModel(Here here, PartnershipDb db) : Resume(here, db, WayIn.Survivor)
{
    private readonly Here here = here;

    public static new string Url(string partnership) => $"/{partnership}/get-help/resume";

    protected override string Next(Id<IntakeDraft> draft) => SurvivorJourneyModel.Url(here.Address, draft, JourneyModel.Check);
}
