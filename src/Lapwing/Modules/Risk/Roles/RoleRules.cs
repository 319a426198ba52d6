using Lapwing.Data;
using Lapwing.Modules.People;

namespace Lapwing.Modules.Risk.Roles;

/// <summary>From what is said and what was decided to the part of each person. Pure, and asked each time: a reversed decision or a withdrawn assertion repairs
/// everything at once, because nothing of this is stored (case 7 of the threat model).</summary>
public static class RoleRules
{
    public static RoleStatus StatusOf(RoleAssertion assertion, IEnumerable<RoleDecision> decisions) =>
        assertion.WithdrawnAt is not null ? RoleStatus.Withdrawn
        : decisions.Any(d => d.Holds && d.PrimaryAggressor == assertion.Harmer && d.PrimaryVictim == assertion.Harmed) ? RoleStatus.Assessed
        : RoleStatus.Alleged;

    /// <summary>The part of one person towards another.</summary>
    public static Role Of(Id<Person> person, Id<Person> other, IReadOnlyCollection<RoleAssertion> said, IReadOnlyCollection<RoleDecision> decisions)
    {
        var standing = said.Where(a => a.WithdrawnAt is null && ((a.Harmer == person && a.Harmed == other) || (a.Harmer == other && a.Harmed == person))).ToList();
        if (standing.FirstOrDefault(a => StatusOf(a, decisions) == RoleStatus.Assessed) is { } assessed)
            return assessed.Harmer == person ? Role.PrimaryPerpetrator : Role.PrimaryVictim;
        var (harms, harmed) = (standing.Any(a => a.Harmer == person), standing.Any(a => a.Harmed == person));
        return (harms, harmed) switch
        {
            (true, true) => Role.Unresolved,
            (true, false) => Role.SaidToCauseHarm,
            (false, true) => Role.SaidToBeHarmed,
            _ => Role.NotSaid,
        };
    }

    /// <summary>The others towards whom something is said, each once.</summary>
    public static IEnumerable<Id<Person>> OthersOf(Id<Person> subject, IEnumerable<RoleAssertion> said) =>
        said.Select(a => a.Harmer == subject ? a.Harmed : a.Harmer).Distinct();
}
