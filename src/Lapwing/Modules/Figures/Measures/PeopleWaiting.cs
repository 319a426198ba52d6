using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Accepted referrals that had no worker yet at the end of the quarter.</summary>
public sealed class PeopleWaiting : Measure
{
    public override string Code => "people-waiting";
    public override string Title => "Waiting for a worker";
    public override string Definition => "Accepted referrals that had no worker yet at the end of the quarter.";
    public override string Source => "Lapwing: coded facts of casework";
    public override string Unit => "referrals";
    public override MeasureKind Kind => MeasureKind.Standing;
    public override IReadOnlyList<FactKind> Facts => [FactKind.WaitingStarted, FactKind.WaitingEnded];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [directory.ByService];

    public override int Weigh(FactCursor fact) => fact.Kind == FactKind.WaitingStarted ? 1 : -1;
}
