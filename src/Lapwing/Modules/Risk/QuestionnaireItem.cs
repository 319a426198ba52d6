namespace Lapwing.Modules.Risk;

/// <summary>One question of a <see cref="Questionnaire"/>.</summary>
public sealed record QuestionnaireItem
{
    /// <summary>A stable code of small letters, digits and dashes.</summary>
    public required string Code { get; init; }

    /// <summary>The heading under which it is asked.</summary>
    public required string Section { get; init; }

    /// <summary>The question.</summary>
    public required string Text { get; init; }

    /// <summary>What the worker should know or ask further; may be empty.</summary>
    public string Help { get; init; } = string.Empty;

    /// <summary>Whether a "yes" adds one to the score.</summary>
    public bool Scores { get; init; } = true;

    /// <summary>What a "yes" brings to the surface whatever the score.</summary>
    public RiskFlag? Flag { get; init; }

    /// <summary>The part of the separation, control and violence cluster that a "yes" supplies.</summary>
    public ClusterPart? Cluster { get; init; }
}
