using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;

namespace Lapwing.Modules.Referrals.Intake;

/// <summary>Somebody asks for help themselves, with a way out on every page.</summary>
[Permit(Permission.Public)]
public sealed class SurvivorJourneyModel(Here here, PartnershipDb db, Sending sending) : JourneyModel(here, db, sending)
{
    private readonly Here here = here;

    public override WayIn WayIn => WayIn.Survivor;
    public override string Start => GetHelpModel.Url(here.Address);
    protected override string Base => $"/{here.Address}/get-help";

    public static new string Url(string partnership, Id<IntakeDraft> draft, string step) => $"/{partnership}/get-help/{draft}/{step}";
}
