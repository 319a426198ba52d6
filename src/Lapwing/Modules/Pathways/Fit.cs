namespace Lapwing.Modules.Pathways;

/// <summary>What the condition of a <see cref="PathwayRule"/> finds.</summary>
public enum Fit
{
    /// <summary>Met, or the rule does not concern this service.</summary>
    Met,

    /// <summary>Not met: the service is ruled out.</summary>
    NotMet,

    /// <summary>Too little is known: offered, to be checked.</summary>
    ToCheck,
}
