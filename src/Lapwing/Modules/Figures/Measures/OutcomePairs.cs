using Lapwing.Facts;
using Lapwing.Modules.Casework;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Areas of a support that were measured at its start and again at its end in the quarter: matched pairs. What was measured at one end only is in no pair, and no change is counted of it. The share that was better is always of these pairs.</summary>
public sealed class OutcomePairs : Measure
{
    public override string Code => "outcome-pairs";
    public override string Title => "Outcomes measured at the start and at the end";
    public override string Definition => "Areas of a support that were measured at its start and again at its end in the quarter: matched pairs. What was measured at one end only is in no pair, and no change is counted of it. The share that was better is always of these pairs.";
    public override string Source => "Outcomes measured with the person: the areas that the partnership has chosen, from 1 (very bad) to 5 (very good)";
    public override string Unit => "matched pairs";
    public override IReadOnlyList<FactKind> Facts => [FactKind.OutcomeCompared];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [Breakdowns.ByOutcomeChange, directory.ByService];

    public override int Weigh(FactCursor fact) => OutcomePair.IsAtEnd(fact.Codes.Reason) ? 1 : 0;
}
