using Lapwing.Access;

namespace Lapwing.Modules.Groups;

/// <summary>What somebody decided about the other half of a pair.</summary>
public enum PairAnswer { Together, Apart }

/// <summary>How things stand with the pair when one half is to be added, moved or dropped.</summary>
/// <param name="IsPaired">The programme runs a parallel group.</param>
/// <param name="Others">The other half, as far as it is known: those in the parallel group, and who waits for it when somebody is added.</param>
/// <param name="Unseen">Places of the pair that stand in files which this team may not open.</param>
public sealed record PairSituation(bool IsPaired, bool IsAdding, GroupFor Who, int Others, int Unseen, PairAnswer? Answer, string? Why);

/// <summary>One rule: when it refuses, and what it says.</summary>
public sealed record PairRule(string Code, Func<PairSituation, bool> Refuses, Func<PairSituation, string> Reason, string Source);

/// <summary>
/// A pair is never split by accident. Source: AVA, CODA: the mothers' group runs parallel to the children's on the same themes, so that each can speak of them at home;
/// one half without the other is somebody's decision, with a reason.
/// </summary>
public static class PairRules
{
    private const string Coda = "AVA, CODA: the mothers' group runs in parallel on the same themes";

    public const int WhyLimit = GroupPlace.WhyLimit;

    public static IReadOnlyList<PairRule> All { get; } =
    [
        new("pair-unseen", s => s.Unseen > 0 && !s.IsAdding, _ => "The other half of this pair stands in a file that your team may not open. Ask whoever leads that file to let your team in; a pair is not split unseen.", Coda),
        new("pair-none", s => s is { IsPaired: true, IsAdding: true, Others: 0 } && s.Answer != PairAnswer.Apart,
            s => $"{(s.Who == GroupFor.Children ? "No mother or carer of this child" : "No child of this mother or carer")} is in the parallel group or ready for it. Ask for that place first, or say that this one comes alone, and why.", Coda),
        new("pair-ask", s => s is { IsPaired: true, Others: > 0, Answer: null }, _ => "Two belong together here. Say whether it is for both, or for this one alone, and why.", Coda),
        new("pair-why", s => s is { IsPaired: true, Answer: PairAnswer.Apart } && string.IsNullOrWhiteSpace(s.Why), _ => "Say why the pair is split: it is a decision, not an accident.", Coda),
        new("pair-long", s => s.Why?.Length > WhyLimit, _ => "The reason must be 2,000 characters or fewer.", "Lapwing"),
    ];

    /// <summary>The first rule that refuses, or null.</summary>
    public static PairRule? Broken(PairSituation situation) => All.FirstOrDefault(rule => rule.Refuses(situation));

    /// <exception cref="RuleBroken">A rule refuses.</exception>
    public static void Check(PairSituation situation)
    {
        if (Broken(situation) is { } rule)
            throw new RuleBroken(rule.Code, rule.Reason(situation));
    }
}
