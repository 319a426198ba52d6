using Lapwing.Time;

namespace Lapwing.Modules.Boards.Documents;

/// <summary>Where a number in a paper comes from, so that it can be followed to its records.</summary>
/// <param name="Code">As it is written in the text, without the braces.</param>
/// <param name="Measure">The measure; null for an official series, which has no records here.</param>
/// <param name="Breakdown">The breakdown of a single cell of a table, with its <paramref name="Category"/>.</param>
public sealed record FigureSource(string Code, string? Measure, Quarter Quarter, string? Breakdown = null, string? Category = null);
