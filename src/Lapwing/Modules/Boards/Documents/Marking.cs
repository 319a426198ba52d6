namespace Lapwing.Modules.Boards.Documents;

/// <summary>A label that says how a paper is handled. It is a local handling rule and not a legal status: a paper marked RESTRICTED may still have to be
/// disclosed, and HM Government gave the word up on 2 April 2014 (councils now use OFFICIAL and OFFICIAL-SENSITIVE; domain facts b6).</summary>
/// <param name="Code">Stable code, kept with the paper.</param>
/// <param name="Label">What stands on every page.</param>
/// <param name="Rules">What a reader must and must not do, one sentence each.</param>
public sealed record Marking(string Code, string Label, IReadOnlyList<string> Rules);
