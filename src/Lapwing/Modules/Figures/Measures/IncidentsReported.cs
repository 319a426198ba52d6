using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Incidents with a date in the quarter that were told on a referral, whenever it arrived.</summary>
public sealed class IncidentsReported : Measure
{
    public override string Code => "incidents-reported";
    public override string Title => "Incidents reported";
    public override string Definition => "Incidents with a date in the quarter that were told on a referral, whenever it arrived.";
    public override string Source => "Lapwing: coded facts of the front door";
    public override string Unit => "incidents";
    public override IReadOnlyList<FactKind> Facts => [FactKind.IncidentReported];
}
