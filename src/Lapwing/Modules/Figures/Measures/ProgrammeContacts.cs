using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Pieces of work in a shared place in the quarter, by strand and by whether it was with the person or with others about them.</summary>
public sealed class ProgrammeContacts : Measure
{
    public override string Code => "programme-contacts";
    public override string Title => "Work with people who cause harm";
    public override string Definition => "Pieces of work in a shared place in the quarter, by strand and by whether it was with the person or with others about them.";
    public override string Source => "Lapwing: coded facts of shared places; strands as in the Drive Project";
    public override string Unit => "pieces of work";
    public override bool IsOfPlaces => true;
    public override IReadOnlyList<FactKind> Facts => [FactKind.ProgrammeContact];

    public override IReadOnlyList<Breakdown> BreakdownsFor(Breakdowns directory) => [Breakdowns.ByStrand];
}
