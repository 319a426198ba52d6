using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Turn-aways in the quarter, each with its reason; a household that several places turned away counts each time.</summary>
public sealed class HouseholdsTurnedAway : Measure
{
    public override string Code => "households-turned-away";
    public override string Title => "Turned away from safe accommodation";
    public override string Definition => "Turn-aways in the quarter, each with its reason; a household that several places turned away counts each time.";
    public override string Source => "Lapwing: coded facts of safe accommodation; reasons as in the statutory return (MHCLG, support in domestic abuse safe accommodation)";
    public override string Unit => "turn-aways";
    public override IReadOnlyList<FactKind> Facts => [FactKind.HouseholdTurnedAway];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [Breakdowns.ByTurnAwayReason];
}
