namespace Lapwing.Modules.Pathways;

/// <summary>What one rule says, in words that a practitioner can read.</summary>
/// <param name="Code">The code of the rule, kept with the decision.</param>
/// <param name="Text">One sentence.</param>
public sealed record RuleReason(string Code, string Text);
