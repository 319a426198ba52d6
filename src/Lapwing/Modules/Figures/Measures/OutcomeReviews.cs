using Lapwing.Facts;
using Lapwing.Modules.Casework;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Areas of a support that were measured at its start and again at a review in the quarter, each review by itself: how support goes while it goes on. They are never mixed with those of the end.</summary>
public sealed class OutcomeReviews : Measure
{
    public override string Code => "outcome-review-pairs";
    public override string Title => "Outcomes measured at the start and at a review";
    public override string Definition => "Areas of a support that were measured at its start and again at a review in the quarter, each review by itself: how support goes while it goes on. They are never mixed with those of the end.";
    public override string Source => "Outcomes measured with the person: the areas that the partnership has chosen, from 1 (very bad) to 5 (very good)";
    public override string Unit => "matched pairs";
    public override IReadOnlyList<FactKind> Facts => [FactKind.OutcomeCompared];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [Breakdowns.ByOutcomeChange];

    public override int Weigh(FactCursor fact) => OutcomePair.IsAtReview(fact.Codes.Reason) ? 1 : 0;
}
