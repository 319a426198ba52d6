using Lapwing.Data;
using Lapwing.Modules.People;

namespace Lapwing.Access;

/// <summary>The terms by which somebody is recognised: those under which people in files are found, as far as they tell one from another.</summary>
internal static class ConflictTerms
{
    public static IReadOnlyList<ConflictTerm> Of(BlindIndex index, Id<Member> member, Guid subject, IEnumerable<string?> names, DateOnly? born, string? phone, string? email)
    {
        var terms = SearchTerms.ToFind(string.Join(' ', names.Where(name => !string.IsNullOrWhiteSpace(name)).Distinct(StringComparer.OrdinalIgnoreCase)), born, phone);
        return [.. terms.Concat(SearchTerms.Email(email) is { } address ? [new SearchTerm(SearchTermKind.Email, address)] : [])
            .Select(term => (Number: index.NumberOf(term), Kind: KindOf(term.Kind))).Where(term => term.Kind is not null).DistinctBy(term => term.Number)
            .Select(term => ConflictTerm.For(term.Number, member, subject, term.Kind!.Value, born is not null))];
    }

    private static LikenessKind? KindOf(SearchTermKind kind) => kind switch
    {
        SearchTermKind.Name => LikenessKind.Name,
        SearchTermKind.SoundPair => LikenessKind.SoundPair,
        SearchTermKind.Born => LikenessKind.Born,
        SearchTermKind.SoundAndBorn => LikenessKind.SoundAndBorn,
        SearchTermKind.Phone => LikenessKind.Phone,
        SearchTermKind.Email => LikenessKind.Email,
        _ => null,
    };

    /// <summary>How far the terms that two people share make them alike.</summary>
    public static Likeness Compare(IReadOnlyCollection<ConflictTerm> shared, bool isBirthKnown) => new(
        shared.Count(t => t.Kind == LikenessKind.Name), shared.Any(t => t.Kind == LikenessKind.SoundPair), shared.Any(t => t.Kind == LikenessKind.Born),
        shared.Count(t => t.Kind == LikenessKind.SoundAndBorn), shared.Any(t => t.Kind == LikenessKind.Phone), shared.Any(t => t.Kind == LikenessKind.Email),
        isBirthKnown && shared.Any(t => t.IsBirthKnown));
}
