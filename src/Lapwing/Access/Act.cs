using Lapwing.Facts;

namespace Lapwing.Access;

/// <summary>Who does what, when, for what purpose and why: the only way to change an entity. Entities never read a clock.
/// It collects the coded facts that are stored in the same transaction as the change.</summary>
/// <param name="Code">What is done, as a stable code such as <c>referral.accept</c>.</param>
/// <param name="Purpose">Why this is looked at or changed, in a few words for the audit trail; never a name.</param>
public sealed record Act(Viewer Who, DateTime At, string Code, string Purpose)
{
    private readonly List<Fact> facts = [];

    public IReadOnlyList<Fact> Facts => facts;

    /// <summary>Correlates the entries of one request.</summary>
    public string Request { get; init; } = "";

    public void Record(Fact fact) => facts.Add(fact);
}
