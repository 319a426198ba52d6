using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Sessions of groups in the quarter, once for each person who was to come.</summary>
public sealed class GroupSessionsDue : Measure
{
    public override string Code => "groups-sessions-due";
    public override string Title => "Sessions of groups with a register";
    public override string Definition => "Sessions of groups in the quarter, once for each person who was to come.";
    public override string Source => "CODA: waiting list, weekly sessions and parallel groups (AVA; criteria of Bromley)";
    public override string Unit => "attendances";
    public override IReadOnlyList<FactKind> Facts => [FactKind.GroupSession];
}
