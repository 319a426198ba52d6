using Lapwing.Facts;

namespace Lapwing.Data;

/// <summary>Which facts are read together, and what of them: those of some kinds that happened on some days.</summary>
/// <param name="From">First day, included; from the first fact there is when not given.</param>
/// <param name="To">Last day, included.</param>
/// <param name="People">The kinds of which it is asked whom they are about.</param>
/// <param name="Records">Whether it is asked what record they are about.</param>
public sealed record FactSpan(IReadOnlyCollection<FactKind> Kinds, DateOnly? From, DateOnly To, IReadOnlyCollection<FactKind> People, bool Records)
{
    /// <summary>Kinds as a list in SQL: numbers only.</summary>
    internal static string List(IEnumerable<FactKind> kinds) => string.Join(',', kinds.Select(kind => (int)kind));
}
