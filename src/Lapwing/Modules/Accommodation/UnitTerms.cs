namespace Lapwing.Modules.Accommodation;

/// <summary>What a unit is and for whom. A unit is one or more spaces of the same kind under one code name; each space takes one household.</summary>
public sealed record UnitTerms
{
    public required UnitType Type { get; init; }
    public required ProviderStanding Standing { get; init; }
    public required Premises Premises { get; init; }
    public required int Spaces { get; init; }

    /// <summary>The most people in one space, adults and children.</summary>
    public required int MaxPeople { get; init; }
    public UnitFor For { get; init; } = UnitFor.Women;
    public int YoungestAdult { get; init; } = 18;
    public bool TakesChildren { get; init; } = true;

    /// <summary>The oldest boy, and the oldest child at all, that may live there; nothing where there is no limit.</summary>
    public int? BoysUpTo { get; init; }
    public int? ChildrenUpTo { get; init; }
    public AccessNeeds Access { get; init; }
    public PetKinds Pets { get; init; }

    /// <summary>Has places that are paid for people without recourse to public funds.</summary>
    public bool TakesNoRecourse { get; init; }
    public SupportNeeds Support { get; init; }
    public Specialism Specialism { get; init; }

    /// <summary>Commissioned by the authority: it counts in the return.</summary>
    public bool IsCommissioned { get; init; } = true;

    public const int MostSpaces = 200, MostPeople = 12;

    /// <summary>What cannot be, by the name of the field.</summary>
    public IEnumerable<(string Member, string Message)> Problems()
    {
        if (Spaces is < 1 or > MostSpaces)
            yield return (nameof(Spaces), $"The number of spaces must be from 1 to {MostSpaces}");
        if (MaxPeople is < 1 or > MostPeople)
            yield return (nameof(MaxPeople), $"The most people in one space must be from 1 to {MostPeople}");
        if (YoungestAdult is < 16 or > 99)
            yield return (nameof(YoungestAdult), "The age of the youngest adult must be from 16 to 99");
        if (BoysUpTo is < 0 or > 17)
            yield return (nameof(BoysUpTo), "The age of the oldest boy must be from 0 to 17, or empty");
        if (ChildrenUpTo is < 0 or > 17)
            yield return (nameof(ChildrenUpTo), "The age of the oldest child must be from 0 to 17, or empty");
        if (Type == UnitType.Specialist && Specialism == Specialism.None)
            yield return (nameof(Specialism), "Choose whom this specialist accommodation is for");
    }
}
