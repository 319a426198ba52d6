using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Places in groups that were offered to somebody who waited, and taken or not, in the quarter.</summary>
public sealed class GroupPlacesAnswered : Measure
{
    public override string Code => "groups-places-answered";
    public override string Title => "Places in groups offered and answered";
    public override string Definition => "Places in groups that were offered to somebody who waited, and taken or not, in the quarter.";
    public override string Source => "Lapwing: coded facts of groups";
    public override string Unit => "places";
    public override IReadOnlyList<FactKind> Facts => [FactKind.GroupPlaceAnswered];
}
