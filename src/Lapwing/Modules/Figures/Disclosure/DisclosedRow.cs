namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>A row of a table with one dimension (one cell) or two (one cell per column).</summary>
public sealed record DisclosedRow(DisclosedHeading Heading, IReadOnlyList<DisclosedCell> Cells);
