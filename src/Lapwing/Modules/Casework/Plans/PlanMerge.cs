namespace Lapwing.Modules.Casework.Plans;

/// <summary>Two people changed the same field of the same plan.</summary>
public sealed record PlanConflict(string Field, string Now, string Typed);

/// <summary>What becomes of a plan that somebody changed while somebody else did: fields that only one of them touched keep that one's words;
/// a field that both changed is put before them, side by side, and nothing is written over (threat 48).</summary>
public static class PlanMerge
{
    /// <param name="seen">The plan as the writer's page showed it.</param>
    /// <param name="now">The plan as it is kept now.</param>
    /// <param name="typed">What the writer sent.</param>
    public static (IReadOnlyDictionary<string, string> Merged, IReadOnlyList<PlanConflict> Conflicts) Of(
        IReadOnlyDictionary<string, string> seen, IReadOnlyDictionary<string, string> now, IReadOnlyDictionary<string, string> typed)
    {
        var (merged, conflicts) = (new SortedDictionary<string, string>(StringComparer.Ordinal), new List<PlanConflict>());
        foreach (var field in seen.Keys.Concat(now.Keys).Concat(typed.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            var (was, stands, mine) = (Words(seen, field), Words(now, field), typed.ContainsKey(field) ? Words(typed, field) : Words(seen, field));
            if (mine != was && stands != was && mine != stands)
                conflicts.Add(new(field, stands, mine));
            var words = mine == was ? stands : mine;
            if (words.Length > 0)
                merged[field] = words;
        }
        return (merged, conflicts);
    }

    private static string Words(IReadOnlyDictionary<string, string> plan, string field) => (plan.GetValueOrDefault(field) ?? "").ReplaceLineEndings("\n").Trim();
}
