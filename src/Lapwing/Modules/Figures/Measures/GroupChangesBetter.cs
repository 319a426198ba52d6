using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Of the people who answered the same questions before and after their group, those whose answers together were better.</summary>
public sealed class GroupChangesBetter : Measure
{
    public override string Code => "groups-changes-better";
    public override string Title => "Better after a group";
    public override string Definition => "Of the people who answered the same questions before and after their group, those whose answers together were better.";
    public override string Source => "Lapwing: matched pairs of feedback";
    public override string Unit => "people";
    public override string? SubsetOf => "groups-changes-measured";
    public override IReadOnlyList<FactKind> Facts => [FactKind.GroupChangeMeasured];

    public override int Weigh(FactCursor fact) => fact.Codes.Reason == 1 ? 1 : 0;
}
