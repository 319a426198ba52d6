using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Referrals whose first contact through a safe channel was made in the quarter.</summary>
public sealed class FirstContacts : Measure
{
    public override string Code => "first-contacts";
    public override string Title => "First safe contacts made";
    public override string Definition => "Referrals whose first contact through a safe channel was made in the quarter.";
    public override string Source => "Lapwing: coded facts of the front door";
    public override string Unit => "referrals";
    public override IReadOnlyList<FactKind> Facts => [FactKind.FirstSafeContact];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [Breakdowns.ByRisk];
}
