using Lapwing.Facts;
using Lapwing.Modules.Referrals;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Triaged within target, by the target of the level of risk.</summary>
public sealed class TriagedInTime(ClockSettings clocks) : Measure
{
    public override string Code => "triaged-in-time";
    public override string Title => "Triaged within target";
    public override string Definition => "Of the referrals triaged in the quarter, those within the partnership's target for their level of risk, in working hours.";
    public override string Source => "Partnership target, in working hours with bank holidays";
    public override string Unit => "referrals";
    public override string? SubsetOf => "referrals-triaged";
    public override IReadOnlyList<FactKind> Facts => [FactKind.ReferralTriaged];

    public override int Weigh(FactCursor fact) => fact.Value <= clocks.TriageHours((RiskLevel)fact.Codes.Risk) * 60 ? 1 : 0;
}
