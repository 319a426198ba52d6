namespace Lapwing.Modules.Risk;

/// <summary>
/// Questions that are asked further when an answer calls for them: isolation leads to the honour-based set, harassment to the stalking set (domain facts b1 [S3][S4]).
/// They explain and bring flags to the surface. They never score, because the thresholds were set on the main questions, and so they can never lower anything.
/// </summary>
public sealed record QuestionnaireBranch
{
    /// <summary>A stable code of small letters, digits and dashes.</summary>
    public required string Code { get; init; }

    /// <summary>The heading under which its questions are asked.</summary>
    public required string Title { get; init; }

    /// <summary>Why it is asked, in a sentence.</summary>
    public string Why { get; init; } = string.Empty;

    /// <summary>The codes of the main questions that lead here: a yes to any one of them opens the branch.</summary>
    public required IReadOnlyList<string> After { get; init; }

    /// <summary>Its questions in order.</summary>
    public required IReadOnlyList<QuestionnaireItem> Items
    {
        get;
        init => field = value is null ? [] : [.. value.Select(item => item is null ? null! : item with { Scores = false })];
    }

    /// <summary>Whether these answers open it.</summary>
    public bool IsOpenedBy(IEnumerable<RiskAnswer> answers) => answers.Any(a => a.Answer == Answer.Yes && After.Contains(a.Item));

    /// <summary>Whether any of its questions has an answer.</summary>
    public bool IsAnsweredBy(IEnumerable<RiskAnswer> answers) => answers.Any(a => Items.Any(i => i.Code == a.Item));
}
