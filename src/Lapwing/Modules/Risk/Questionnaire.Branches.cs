using System.Text.Json.Serialization;

namespace Lapwing.Modules.Risk;

/// <summary>The further questions of a pack, and the packs that ship with the program.</summary>
public sealed partial record Questionnaire
{
    /// <summary>The most branches of a pack.</summary>
    public const int MostBranches = 10;

    /// <summary>What is asked further when an answer calls for it.</summary>
    public IReadOnlyList<QuestionnaireBranch> Branches { get; init; } = [];

    /// <summary>The main questions and those of every branch.</summary>
    [JsonIgnore]
    public IEnumerable<QuestionnaireItem> AllItems => Items.Concat(Branches.SelectMany(b => b.Items));

    /// <summary>The demonstration for ages 13 to 17, in our own words. Both national guidance and local MARACs treat young people apart (domain facts b1 [S15][S16]).</summary>
    public static Questionnaire YoungDemonstration => Young.Value;

    /// <summary>The packs that ship. The first version of the demonstration had no branches; assessments were made with it, so it stays.</summary>
    public static IReadOnlyList<Questionnaire> Shipped => [Demonstration, YoungDemonstration, Demonstration with { Version = 1, Branches = [] }];

    // On demand: the parts of a class have no order among their initialisers, and reading a pack needs what the other part sets up.
    private static readonly Lazy<Questionnaire> Young = new(() => Load("young-people-questionnaire.json"));

    /// <summary>The branches that these answers open, in the order of the pack.</summary>
    public IEnumerable<QuestionnaireBranch> BranchesAfter(IEnumerable<RiskAnswer> answers) => Branches.Where(b => b.IsOpenedBy(answers));

    /// <summary>The branches that must be asked before the assessment is complete: open, without any answer, and not shown yet.</summary>
    public IEnumerable<QuestionnaireBranch> ToAsk(IReadOnlyCollection<RiskAnswer> answers, IReadOnlyCollection<string> shown) =>
        BranchesAfter(answers).Where(b => !shown.Contains(b.Code) && !b.IsAnsweredBy(answers));

    private IEnumerable<string> BranchProblems()
    {
        if (Branches is null || Branches.Count > MostBranches)
        {
            yield return $"A pack has at most {MostBranches} branches.";
            yield break;
        }
        for (var i = 0; i < Branches.Count; i++)
        {
            if (Branches[i] is not { } branch)
            {
                yield return $"Branch {i + 1} is empty.";
                continue;
            }
            var name = $"Branch {i + 1} ({branch.Code})";
            if (!CodeForm().IsMatch(branch.Code ?? string.Empty) || Branches.Take(i).Any(b => b?.Code == branch.Code))
            {
                yield return $"{name}: the code must be small letters, digits and dashes, at most 40, and used once.";
            }
            if (string.IsNullOrWhiteSpace(branch.Title) || branch.Title.Length > TextLength || branch.Why?.Length > HelpLength)
            {
                yield return $"{name}: the title must have from 1 to {TextLength} characters, and the why at most {HelpLength}.";
            }
            if (branch.After is not { Count: > 0 } || branch.After.Any(code => Items.All(item => item?.Code != code)))
            {
                yield return $"{name}: “after” must name main questions of this pack.";
            }
            if (branch.Items.Count is 0 or > MostItems)
            {
                yield return $"{name}: a branch has from 1 to {MostItems} questions.";
            }
            foreach (var item in branch.Items)
            {
                if (item is null || !CodeForm().IsMatch(item.Code ?? string.Empty) || string.IsNullOrWhiteSpace(item.Text) || item.Text.Length > TextLength || item.Help?.Length > HelpLength)
                {
                    yield return $"{name}: each question needs a code and a text.";
                }
                else if (AllItems.Count(other => other?.Code == item.Code) > 1)
                {
                    yield return $"{name}: the code {item.Code} is used twice.";
                }
                else if (item.Flag == RiskFlag.SeparationControlAndViolence || item.Cluster is not null)
                {
                    yield return $"{name}: the parts of the cluster belong to main questions.";
                }
            }
        }
    }
}
