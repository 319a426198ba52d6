using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;

namespace Lapwing.Modules.Referrals.Intake;

/// <summary>A signed-in member refers.</summary>
[Permit(Permission.MakeReferrals)]
public sealed class MemberJourneyModel(Here here, PartnershipDb db, Sending sending) : JourneyModel(here, db, sending)
{
    private readonly Here here = here;

    public override WayIn WayIn => WayIn.Member;
    public override string Start => ReferModel.Url(here.Address);
    protected override string Base => $"/{here.Address}/refer";

    public static new string Url(string partnership, Id<IntakeDraft> draft, string step) => $"/{partnership}/refer/{draft}/{step}";
}
