using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Of the places in groups that were offered and answered in the quarter, those that were taken.</summary>
public sealed class GroupPlacesTaken : Measure
{
    public override string Code => "groups-places-taken";
    public override string Title => "Take-up of places in groups";
    public override string Definition => "Of the places in groups that were offered and answered in the quarter, those that were taken.";
    public override string Source => "Family Services Report 2022/23 Q1 (Barnet): CODA group work with a good take up";
    public override string Unit => "places";
    public override string? SubsetOf => "groups-places-answered";
    public override IReadOnlyList<FactKind> Facts => [FactKind.GroupPlaceAnswered];

    public override int Weigh(FactCursor fact) => fact.Codes.Reason == 1 ? 1 : 0;
}
