using Lapwing.Design.Charts;
using Lapwing.Modules.Figures.Disclosure;

namespace Lapwing.Modules.Boards.Documents;

/// <summary>A piece of a section, one under the other.</summary>
public abstract record Block;

public sealed record Paragraph(IReadOnlyList<Run> Runs) : Block;

/// <summary>A heading inside a section.</summary>
public sealed record Subheading(string Text) : Block;

/// <param name="Numbered">1, 2, 3 instead of points.</param>
/// <param name="Items">Each item has one paragraph of runs.</param>
public sealed record Points(bool Numbered, IReadOnlyList<IReadOnlyList<Run>> Items) : Block;

/// <summary>A table of disclosed figures.</summary>
public sealed record FigureTable(DisclosedTable Table) : Block;

/// <summary>A chart, which always has its table beside it. Our own figures come only from <see cref="DisclosedTable"/>; the rest are official series.</summary>
public sealed record FigureChart(Chart Chart) : Block;

/// <summary>Some words, or a number with where it comes from.</summary>
public sealed record Run(string Text, bool Bold = false, bool Italic = false, FigureSource? Figure = null);
