namespace Lapwing.Modules.Figures.Disclosure.Solving;

/// <summary>
/// Low ≤ total − Σ parts ≤ High. Normally both are 0. Where a number was frozen at an earlier release and its parts were counted later, the
/// equation does not hold exactly; the reader is then assumed to know how far it is off, which is more than a reader can know.
/// </summary>
internal sealed record Equation(int Table, int Total, int[] Parts, long Low, long High)
{
    public IEnumerable<int> Variables => Parts.Prepend(Total);
}
