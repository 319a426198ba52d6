namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>One value of a dimension, such as "high" of the risk level. <paramref name="Parent"/> names the category that it is part of (ward in borough, quarter in year).</summary>
public sealed record Category(string Code, string Title, string? Parent = null);
