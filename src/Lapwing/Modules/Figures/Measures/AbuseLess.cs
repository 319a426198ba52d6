using Lapwing.Facts;
using Lapwing.Modules.Places.Work;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Of the kinds of abuse compared, those that the victim's worker saw to be less at the end.</summary>
public sealed class AbuseLess : Measure
{
    public override string Code => "abuse-less";
    public override string Title => "Kinds of abuse that are less";
    public override string Definition => "Of the kinds of abuse compared, those that the victim's worker saw to be less at the end.";
    public override string Source => "Lapwing: coded facts of shared places";
    public override string Unit => "kinds of abuse";
    public override bool IsOfPlaces => true;
    public override string? SubsetOf => "abuse-compared";
    public override IReadOnlyList<FactKind> Facts => [FactKind.AbuseCompared];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [Breakdowns.ByAbuseKind];

    public override int Weigh(FactCursor fact) => fact.Codes.Who == (int)SeenBy.VictimsWorker && AbuseView.IsLess(fact.Codes.Reason) ? 1 : 0;
}
