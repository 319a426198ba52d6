namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>What a reader knows about a number and its parts.</summary>
public enum FamilyKind
{
    /// <summary>The parts add up to the total.</summary>
    Sum,

    /// <summary>No part exceeds the total.</summary>
    AtMost,
}
