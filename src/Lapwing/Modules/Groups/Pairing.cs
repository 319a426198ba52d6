using Lapwing.Access;
using Lapwing.Data;

namespace Lapwing.Modules.Groups;

/// <summary>One who could be given a place: their wait, with the key of their file.</summary>
public sealed record Candidate(WaitingEntry Entry, FileKey Key);

/// <summary>One who has a place, with the key of their file and their group.</summary>
public sealed record Seated(GroupPlace Place, FileKey Key);

/// <summary>Gives, moves and ends places, always asking about the other half of the pair.</summary>
public static class Pairing
{
    /// <summary>Gives places.</summary>
    /// <param name="cohort">The group of whoever is added.</param>
    /// <param name="parallel">The group of the other half; null when the programme has none.</param>
    /// <param name="waiting">The other half that waits and is ready.</param>
    /// <param name="seated">The other half that sits in the parallel group already, and everybody of their pairs.</param>
    public static IReadOnlyList<GroupPlace> Add(Act act, Cohort cohort, Cohort? parallel, Candidate one, IReadOnlyList<Candidate> waiting, IReadOnlyList<Seated> seated, PairAnswer? answer, string? why)
    {
        var others = seated.Where(s => s.Place.IsIn && parallel is not null && s.Place.Cohort == parallel.Id).ToList();
        PairRules.Check(new(parallel is not null, IsAdding: true, cohort.Who, waiting.Count + others.Count, 0, answer, why));
        var place = GroupPlace.Give(act, cohort, one.Entry);
        if (parallel is null)
            return [place];
        if (answer == PairAnswer.Apart)
        {
            place.PartFrom(act, one.Key, why!);
            return [place];
        }
        List<GroupPlace> given = [place, .. waiting.Select(other => GroupPlace.Give(act, parallel, other.Entry))];
        var pairs = others.Select(o => o.Place.Pair).OfType<Guid>().Distinct().ToList();
        var members = given.Concat(others.Select(o => o.Place)).Concat(seated.Where(s => s.Place.IsIn && s.Place.Pair is { } of && pairs.Contains(of)).Select(s => s.Place)).Distinct().ToList();
        Bind(members, pairs.Count > 0 ? pairs[0] : OrderedGuid.Next());
        return given;
    }

    /// <summary>Moves somebody to another group of the programme, or the whole pair to that group and its parallel.</summary>
    /// <param name="pair">Everybody of the pair who is in a group and may be seen, whoever is moved included.</param>
    /// <param name="cohorts">The groups from and to, by their numbers.</param>
    public static void Move(Act act, Seated one, IReadOnlyList<Seated> pair, Cohort to, IReadOnlyDictionary<Id<Cohort>, Cohort> cohorts, PairAnswer? answer, string? why)
    {
        var others = Others(one, pair, to.Parallel is not null, answer, why);
        if (to.Who != one.Place.Who || to.Id == one.Place.Cohort)
            throw new RuleBroken("wrong-group", "Choose another group of the same kind.");
        if (answer != PairAnswer.Apart)
        {
            foreach (var other in others.Where(o => o.Place.Who == one.Place.Who).Append(one))
                other.Place.MoveTo(act, cohorts[other.Place.Cohort], to);
            foreach (var other in others.Where(o => o.Place.Who != one.Place.Who))
                other.Place.MoveTo(act, cohorts[other.Place.Cohort], cohorts[to.Parallel ?? throw new RuleBroken("no-parallel", "That group has no parallel group, so the pair cannot move there together.")]);
            return;
        }
        one.Place.MoveTo(act, cohorts[one.Place.Cohort], to);
        Part(act, one, others, why!);
    }

    /// <summary>Ends somebody's place before the end, or that of the whole pair.</summary>
    public static void Drop(Act act, Seated one, IReadOnlyList<Seated> pair, IReadOnlyDictionary<Id<Cohort>, Cohort> cohorts, LeavingReason reason, string? words, PairAnswer? answer, string? why)
    {
        var others = Others(one, pair, isPaired: true, answer, why);
        if (answer == PairAnswer.Apart && others.Count > 0)
            Part(act, one, others, why!);
        else
            foreach (var other in others)
                other.Place.Leave(act, other.Key, cohorts[other.Place.Cohort], LeavingReason.PairEnded, words);
        one.Place.Leave(act, one.Key, cohorts[one.Place.Cohort], reason, words);
    }

    /// <summary>The other half of a pair, after the rules were asked.</summary>
    private static List<Seated> Others(Seated one, IReadOnlyList<Seated> pair, bool isPaired, PairAnswer? answer, string? why)
    {
        var others = one.Place.Pair is null ? [] : pair.Where(s => s.Place.Id != one.Place.Id && s.Place.IsIn && s.Place.Pair == one.Place.Pair).ToList();
        var unseen = one.Place.Pair is null ? 0 : one.Place.PairSize - 1 - others.Count;
        PairRules.Check(new(isPaired || others.Count > 0, IsAdding: false, one.Place.Who, others.Count, unseen, answer, why));
        return others;
    }

    /// <summary>One goes its own way. Those who are left stay a pair as long as both halves are there; otherwise the reason is written down with them too.</summary>
    private static void Part(Act act, Seated one, List<Seated> others, string why)
    {
        if (others.Count == 0)
            return;
        var pair = one.Place.Pair!.Value;
        one.Place.PartFrom(act, one.Key, why);
        if (others.Select(o => o.Place.Who).Distinct().Count() == 2)
            Bind([.. others.Select(o => o.Place)], pair);
        else
            foreach (var other in others)
                other.Place.PartFrom(act, other.Key, why);
    }

    private static void Bind(List<GroupPlace> places, Guid pair)
    {
        foreach (var place in places)
            place.Join(pair, places.Count);
    }
}
