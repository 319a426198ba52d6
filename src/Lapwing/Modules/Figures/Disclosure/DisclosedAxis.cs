namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>One dimension of a table as it is displayed: its headings in order, the total last.</summary>
public sealed record DisclosedAxis(string Code, string Title, IReadOnlyList<DisclosedHeading> Headings);
