using Lapwing.Modules.People;

namespace Lapwing.Modules.Referrals.Search;

/// <summary>What somebody looks for. It travels in the body of a form, never in an address.</summary>
public sealed record Wanted(string? Name, DateOnly? Born, string? Phone, string? Reference)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && Born is null && string.IsNullOrWhiteSpace(Phone) && string.IsNullOrWhiteSpace(Reference);

    /// <summary>How it is written into the audit trail: by what, never what.</summary>
    public string Kinds => string.Join(", ", new[]
    {
        string.IsNullOrWhiteSpace(Name) ? null : "name", Born is null ? null : "birth date",
        string.IsNullOrWhiteSpace(Phone) ? null : "telephone", string.IsNullOrWhiteSpace(Reference) ? null : "reference",
    }.OfType<string>());

    /// <summary>The parts of the name, each with the terms that stand for it, from the most exact to the least.</summary>
    public IReadOnlyList<IReadOnlyList<SearchTerm>> NameParts() =>
        [.. PlainName.Parts(Name).Select(part => (IReadOnlyList<SearchTerm>)[.. SearchTerms.ToFind(part).Where(t => t.Kind is SearchTermKind.Name or SearchTermKind.Sound or SearchTermKind.Prefix)])];

    /// <summary>The sounds of the first and the last part of the name together. Where a part may be a beginning only, which has another sound, the beginnings of both too.</summary>
    public IReadOnlyList<SearchTerm> Together()
    {
        var parts = PlainName.Parts(Name);
        var mayBegin = NameParts().Any(part => part.Any(term => term.Kind == SearchTermKind.Prefix));
        return parts.Count < 2 ? []
            : [.. SearchTerms.ToFind($"{parts[0]} {parts[^1]}").Where(term => term.Kind == SearchTermKind.SoundPair || mayBegin && term.Kind == SearchTermKind.PrefixPair)];
    }
}
