using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Median working time from the arrival of a referral to the first decision about it, for those decided in the quarter.</summary>
public sealed class TimeToTriage : Measure
{
    public override string Code => "time-to-triage";
    public override string Title => "Time to triage";
    public override string Definition => "Median working time from the arrival of a referral to the first decision about it, for those decided in the quarter.";
    public override string Source => "Partnership target, in working hours with bank holidays";
    public override string Unit => "working hours";
    public override MeasureKind Kind => MeasureKind.Median;
    public override string? MedianOver => "referrals-triaged";
    public override IReadOnlyList<FactKind> Facts => [FactKind.ReferralTriaged];

    public override int Weigh(FactCursor fact) => fact.Value;
}
