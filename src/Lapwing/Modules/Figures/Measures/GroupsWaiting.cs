using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>People who waited for a place in a group at the end of the quarter.</summary>
public sealed class GroupsWaiting : Measure
{
    public override string Code => "groups-waiting";
    public override string Title => "Waiting for a group";
    public override string Definition => "People who waited for a place in a group at the end of the quarter.";
    public override string Source => "CODA: waiting list, weekly sessions and parallel groups (AVA; criteria of Bromley)";
    public override string Unit => "people";
    public override MeasureKind Kind => MeasureKind.Standing;
    public override IReadOnlyList<FactKind> Facts => [FactKind.GroupWaitStarted, FactKind.GroupWaitEnded];

    public override int Weigh(FactCursor fact) => fact.Kind == FactKind.GroupWaitStarted ? 1 : -1;
}
