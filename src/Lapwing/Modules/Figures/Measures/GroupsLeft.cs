using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>People who left a group before its end in the quarter, or came to too few sessions to complete it.</summary>
public sealed class GroupsLeft : Measure
{
    public override string Code => "groups-left";
    public override string Title => "Left a group";
    public override string Definition => "People who left a group before its end in the quarter, or came to too few sessions to complete it.";
    public override string Source => "Lapwing: coded facts of groups";
    public override string Unit => "people";
    public override IReadOnlyList<FactKind> Facts => [FactKind.GroupLeft];
}
