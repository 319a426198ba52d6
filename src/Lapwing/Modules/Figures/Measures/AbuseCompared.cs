using Lapwing.Facts;
using Lapwing.Modules.Places.Work;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Kinds of abuse that the victim's worker saw at the start of a place and looked at again at its end in the quarter.</summary>
public sealed class AbuseCompared : Measure
{
    public override string Code => "abuse-compared";
    public override string Title => "Kinds of abuse compared";
    public override string Definition => "Kinds of abuse that the victim's worker saw at the start of a place and looked at again at its end in the quarter.";
    public override string Source => "Lapwing: coded facts of shared places";
    public override string Unit => "kinds of abuse";
    public override bool IsOfPlaces => true;
    public override IReadOnlyList<FactKind> Facts => [FactKind.AbuseCompared];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [Breakdowns.ByAbuseKind];

    public override int Weigh(FactCursor fact) => fact.Codes.Who == (int)SeenBy.VictimsWorker ? 1 : 0;
}
