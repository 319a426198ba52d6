namespace Lapwing.Modules.Risk;

/// <summary>The answer to a question of the Act.</summary>
public enum ActAnswer
{
    /// <summary>Too little is known.</summary>
    NotKnown,

    /// <summary>The definition is met.</summary>
    Yes,

    /// <summary>The definition is not met.</summary>
    No,
}

/// <summary>An answer with the sentences that explain it to a practitioner.</summary>
public sealed record ActFinding(ActAnswer Answer, IReadOnlyList<string> Reasons);
