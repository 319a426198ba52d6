using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>People who came to the first of their sessions of a group in the quarter.</summary>
public sealed class GroupsStarted : Measure
{
    public override string Code => "groups-started";
    public override string Title => "Started a group";
    public override string Definition => "People who came to the first of their sessions of a group in the quarter.";
    public override string Source => "CODA: waiting list, weekly sessions and parallel groups (AVA; criteria of Bromley)";
    public override string Unit => "people";
    public override IReadOnlyList<FactKind> Facts => [FactKind.GroupStarted];
}
