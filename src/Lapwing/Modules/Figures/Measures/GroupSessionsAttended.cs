using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Of the sessions of groups in the quarter, once for each person who was to come, those to which they came.</summary>
public sealed class GroupSessionsAttended : Measure
{
    public override string Code => "groups-sessions-attended";
    public override string Title => "Attendance of groups";
    public override string Definition => "Of the sessions of groups in the quarter, once for each person who was to come, those to which they came.";
    public override string Source => "CODA: waiting list, weekly sessions and parallel groups (AVA; criteria of Bromley)";
    public override string Unit => "attendances";
    public override string? SubsetOf => "groups-sessions-due";
    public override IReadOnlyList<FactKind> Facts => [FactKind.GroupSession];

    public override int Weigh(FactCursor fact) => fact.Codes.Reason == 1 ? 1 : 0;
}
