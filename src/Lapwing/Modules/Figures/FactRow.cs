using Lapwing.Facts;

namespace Lapwing.Modules.Figures;

/// <summary>One fact as the counting pass reads it.</summary>
public readonly record struct FactRow(FactKind Kind, int HappenedOn, int Sign, Guid Record, Guid Person, long Packed, int Value)
{
    public FactCodes Codes => new(Packed);
}
