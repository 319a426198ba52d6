using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Median working time from the arrival of a referral to the first contact made through a safe channel, for first contacts of the quarter.</summary>
public sealed class TimeToFirstContact : Measure
{
    public override string Code => "time-to-first-contact";
    public override string Title => "Time to first safe contact";
    public override string Definition => "Median working time from the arrival of a referral to the first contact made through a safe channel, for first contacts of the quarter.";
    public override string Source => "Partnership target, in working hours with bank holidays";
    public override string Unit => "working hours";
    public override MeasureKind Kind => MeasureKind.Median;
    public override string? MedianOver => "first-contacts";
    public override IReadOnlyList<FactKind> Facts => [FactKind.FirstSafeContact];

    public override int Weigh(FactCursor fact) => fact.Value;
}
