using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;

namespace Lapwing.Modules.Referrals.Intake;

/// <inheritdoc/>
[Permit(Permission.Public)]
public sealed class ReferResumeModel(Here here, PartnershipDb db) : Resume(here, db, WayIn.AgencyLink)
{
    private readonly Here here = here;

    public static new string Url(string partnership) => $"/{partnership}/refer/resume";

    protected override string Next(Id<IntakeDraft> draft) => AgencyJourneyModel.Url(here.Address, draft, JourneyModel.Check);
}
