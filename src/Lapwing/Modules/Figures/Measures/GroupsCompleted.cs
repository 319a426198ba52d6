using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>People whose group ended in the quarter and who came to at least as many sessions as the programme asks for.</summary>
public sealed class GroupsCompleted : Measure
{
    public override string Code => "groups-completed";
    public override string Title => "Completed a group";
    public override string Definition => "People whose group ended in the quarter and who came to at least as many sessions as the programme asks for.";
    public override string Source => "Lapwing: least sessions of the programme";
    public override string Unit => "people";
    public override IReadOnlyList<FactKind> Facts => [FactKind.GroupCompleted];
}
