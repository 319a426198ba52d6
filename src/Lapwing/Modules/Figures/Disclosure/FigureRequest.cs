namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>A number asked for in a sentence or a headline, before disclosure control.</summary>
/// <param name="Code">What the text refers to.</param>
/// <param name="Title">What the number is.</param>
/// <param name="Kind">How it is made from counts.</param>
/// <param name="Of">The count itself, the numerator, the later count, or the base of a median.</param>
/// <param name="Against">The denominator or the earlier count.</param>
/// <param name="Median">The value of a median, and its unit.</param>
internal sealed record FigureRequest(string Code, string Title, FigureKind Kind, CellKey Of, CellKey? Against = null, double? Median = null, string Unit = "");
