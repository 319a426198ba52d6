namespace Lapwing.Modules.People.Linkage;

/// <summary>Two records that are likely of the same person.</summary>
/// <param name="One">The place of the one.</param>
/// <param name="Other">The place of the other.</param>
/// <param name="Agrees">How they agree.</param>
/// <param name="Weight">The sum of the weights in bits.</param>
public readonly record struct LikelyMatch(int One, int Other, Pattern Agrees, double Weight);
