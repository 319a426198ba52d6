namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>A row or column heading. <paramref name="Category"/> is null for the total; <paramref name="Depth"/> indents the parts of a hierarchy.</summary>
public sealed record DisclosedHeading(string? Category, string Title, int Depth);
