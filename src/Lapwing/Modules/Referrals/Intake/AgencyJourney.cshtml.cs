using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;

namespace Lapwing.Modules.Referrals.Intake;

/// <summary>A professional refers with their agency's link.</summary>
[Permit(Permission.Public)]
public sealed class AgencyJourneyModel(Here here, PartnershipDb db, Sending sending) : JourneyModel(here, db, sending)
{
    private readonly Here here = here;

    public override WayIn WayIn => WayIn.AgencyLink;
    public override string Start => At(Starting.FirstStep);
    protected override string Base => $"/{here.Address}/refer/as-agency";

    public static new string Url(string partnership, Id<IntakeDraft> draft, string step) => $"/{partnership}/refer/as-agency/{draft}/{step}";
}
