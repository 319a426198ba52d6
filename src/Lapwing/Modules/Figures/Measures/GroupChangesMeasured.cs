using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>People who answered the same questions before and after their group, counted when the second answer was given.</summary>
public sealed class GroupChangesMeasured : Measure
{
    public override string Code => "groups-changes-measured";
    public override string Title => "Asked before and after a group";
    public override string Definition => "People who answered the same questions before and after their group, counted when the second answer was given.";
    public override string Source => "Lapwing: matched pairs of feedback";
    public override string Unit => "people";
    public override IReadOnlyList<FactKind> Facts => [FactKind.GroupChangeMeasured];
}
