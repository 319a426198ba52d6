using Lapwing.Facts;
using Lapwing.Modules.Figures.Disclosure;

namespace Lapwing.Modules.Figures;

/// <summary>A way to break a measure down: its categories, and which of them a fact belongs to by its codes.</summary>
/// <param name="Code">Stable code, the same in every table.</param>
/// <param name="CategoryOf">Position of the fact's category.</param>
public sealed record Breakdown(string Code, string Title, IReadOnlyList<Category> Categories, Func<FactCodes, int> CategoryOf)
{
    public Dimension Dimension { get; } = new(Code, Title, Categories);
}
