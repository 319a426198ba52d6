using Lapwing.Facts;
using Lapwing.Modules.Referrals;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>First safe contact within target, by the target of the level of risk.</summary>
public sealed class ContactedInTime(ClockSettings clocks) : Measure
{
    public override string Code => "contacted-in-time";
    public override string Title => "First safe contact within target";
    public override string Definition => "Of the first safe contacts made in the quarter, those within the partnership's target for their level of risk, in working hours.";
    public override string Source => "Partnership target, in working hours with bank holidays";
    public override string Unit => "referrals";
    public override string? SubsetOf => "first-contacts";
    public override IReadOnlyList<FactKind> Facts => [FactKind.FirstSafeContact];

    public override int Weigh(FactCursor fact) => fact.Value <= clocks.ContactHours((RiskLevel)fact.Codes.Risk) * 60 ? 1 : 0;
}
