using System.Numerics;

namespace Lapwing.Modules.Accommodation;

/// <summary>What matching looks at in a unit; nothing of where it is but keys.</summary>
public readonly record struct UnitFeatures(
    int Free, int MaxPeople, UnitFor For, int YoungestAdult, bool TakesChildren, int? BoysUpTo, int? ChildrenUpTo, AccessNeeds Access, PetKinds Pets,
    bool TakesNoRecourse, SupportNeeds Support, long? AreaKey);

/// <summary>One rule of matching: when it stands against a unit, what a worker reads, and which reason a turn-away for it has.</summary>
public sealed record MatchRule(string Code, string Source, TurnAwayReason TurnAway, Func<UnitFeatures, MatchAsk, bool> Against, Func<UnitFeatures, MatchAsk, string> Words);

/// <summary>What is looked for: the household, its boys and children, and the keys of the areas that are not safe for it.</summary>
public sealed class MatchAsk(HouseholdNeeds needs, IReadOnlyCollection<long>? avoid = null)
{
    public HouseholdNeeds Needs { get; } = needs;
    public IReadOnlySet<long> Avoid { get; } = (avoid ?? []).ToHashSet();
    public int OldestBoy { get; } = needs.Children.Where(c => c.IsBoy).Select(c => c.Age).DefaultIfEmpty(-1).Max();
    public int OldestChild { get; } = needs.Children.Select(c => c.Age).DefaultIfEmpty(-1).Max();

    /// <summary>An assistance dog is no pet: it is taken everywhere (Equality Act 2010, s.20).</summary>
    public PetKinds Animals { get; } = needs.Pets & ~PetKinds.AssistanceDog;
}

/// <summary>Why a unit does not fit a household, rule by rule, in words that a worker can say to her. Every unit keeps its reasons: what nearly fits can be asked for.</summary>
public static class MatchRules
{
    private const string Practice = "What units state of themselves; the reasons are those of the statutory return (domain facts b3)";

    public static IReadOnlyList<MatchRule> All { get; } =
    [
        new("full", Practice, TurnAwayReason.NoCapacity, (u, _) => u.Free <= 0, (_, _) => "It has no vacancy now."),
        new("size", Practice, TurnAwayReason.HouseholdOrChildren, (u, a) => a.Needs.People > u.MaxPeople, (u, a) => $"It takes up to {u.MaxPeople} {(u.MaxPeople == 1 ? "person" : "people")}; this household has {a.Needs.People}."),
        new("for", Practice, TurnAwayReason.Other, (u, a) => u.For == UnitFor.Women && a.Needs.As == AskingAs.Man || u.For == UnitFor.Men && a.Needs.As == AskingAs.Woman,
            (u, _) => u.For == UnitFor.Women ? "It is for women." : "It is for men."),
        new("youngest-adult", Practice, TurnAwayReason.Other, (u, a) => a.Needs.Age < u.YoungestAdult, (u, a) => $"It takes adults from {u.YoungestAdult}; this person is {a.Needs.Age}."),
        new("children", Practice, TurnAwayReason.HouseholdOrChildren, (u, a) => !u.TakesChildren && a.OldestChild >= 0, (_, _) => "It takes no children."),
        new("boys", Practice, TurnAwayReason.HouseholdOrChildren, (u, a) => a.OldestBoy > u.BoysUpTo, (u, a) => $"It takes boys up to {u.BoysUpTo}; a boy of this household is {a.OldestBoy}."),
        new("children-age", Practice, TurnAwayReason.HouseholdOrChildren, (u, a) => a.OldestChild > u.ChildrenUpTo, (u, a) => $"It takes children up to {u.ChildrenUpTo}; a child of this household is {a.OldestChild}."),
        new("access", "Equality Act 2010, s.20", TurnAwayReason.AccessOrDisability, (u, a) => (a.Needs.Access & ~u.Access) != 0, (u, a) => $"It does not have: {(a.Needs.Access & ~u.Access).Listed()}."),
        new("pets", Practice, TurnAwayReason.Pets, (u, a) => (a.Animals & ~u.Pets) != 0, (u, a) => $"It does not take: {(a.Animals & ~u.Pets).Listed()}."),
        new("recourse", "Immigration and Asylum Act 1999, s.115", TurnAwayReason.NoRecourse, (u, a) => a.Needs.NoRecourse && !u.TakesNoRecourse, (_, _) => "It has no funded place for somebody without recourse to public funds."),
        new("support", Practice, TurnAwayReason.MentalHealthOrSubstances, (u, a) => (a.Needs.Support & ~u.Support) != 0, (u, a) => $"It cannot support with: {(a.Needs.Support & ~u.Support).Listed()}."),
        // It never says which area: that would say where the unit is.
        new("area", "Routine of refuges: never place somebody where she can be found", TurnAwayReason.AreaNotSafe, (u, a) => u.AreaKey is { } key && a.Avoid.Contains(key), (_, _) => "It is not safe for this household because of where it is."),
    ];

    /// <summary>The rules that stand against a unit, a bit for each in the order of <see cref="All"/>.</summary>
    public static uint Against(in UnitFeatures unit, MatchAsk ask)
    {
        var against = 0u;
        for (var rule = 0; rule < All.Count; rule++)
            if (All[rule].Against(unit, ask))
                against |= 1u << rule;
        return against;
    }

    public static IReadOnlyList<string> Reasons(in UnitFeatures unit, MatchAsk ask, uint against)
    {
        var reasons = new List<string>(BitOperations.PopCount(against));
        for (var rule = 0; rule < All.Count; rule++)
            if ((against & 1u << rule) != 0)
                reasons.Add(All[rule].Words(unit, ask));
        return reasons;
    }

    /// <summary>The reasons that a turn-away for these rules would have, the first the likeliest.</summary>
    public static IReadOnlyList<TurnAwayReason> TurnAways(uint against) =>
        [.. Enumerable.Range(0, All.Count).Where(rule => (against & 1u << rule) != 0).Select(rule => All[rule].TurnAway).Distinct()];
}
