namespace Lapwing.Modules.Risk;

/// <summary>The three circumstances that together make <see cref="RiskFlag.SeparationControlAndViolence"/>.</summary>
public enum ClusterPart
{
    /// <summary>The relationship ended, or the victim tried to end it.</summary>
    Separation,

    /// <summary>Controlling or coercive behaviour.</summary>
    CoerciveControl,

    /// <summary>Physical or sexual violence.</summary>
    PhysicalOrSexualViolence,
}
