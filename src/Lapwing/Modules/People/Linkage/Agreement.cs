namespace Lapwing.Modules.People.Linkage;

/// <summary>What two people are compared by. The number is the place in <see cref="Pattern"/> and in a <see cref="LinkageModel"/>: only add at the end.</summary>
public enum LinkageField { GivenName, FamilyName, Born, Phone, Gender, Area }

/// <summary>How one field of two people agrees. Each field uses some of these. The numbers are stored: never renumber.</summary>
public enum Agreement
{
    /// <summary>One of the two does not say.</summary>
    NotKnown = 0,

    /// <summary>They differ.</summary>
    Different = 1,

    /// <summary>Names: somewhat alike. Birth dates: two of day, month and year are the same.</summary>
    Partly = 2,

    /// <summary>Names: nearly the same letters, the same sound, or one part the same. Birth dates and telephone numbers: one digit, or two neighbours changed over.</summary>
    Nearly = 3,

    /// <summary>Names: one stands for the other, as Liz for Elizabeth.</summary>
    Variant = 4,

    /// <summary>Names: written in each other's field. Birth dates: day and month changed over.</summary>
    Swapped = 5,

    /// <summary>The same.</summary>
    Same = 6,
}

/// <summary>How two people agree in every field: three bits for each.</summary>
public readonly record struct Pattern(int Packed)
{
    /// <summary>The number of fields.</summary>
    public const int Fields = 6;

    /// <summary>The number of agreements.</summary>
    public const int Levels = 7;

    /// <summary>One more than the largest packed pattern.</summary>
    public const int Bound = 1 << (3 * Fields);

    /// <summary>The agreement of one field.</summary>
    public Agreement this[LinkageField field] => (Agreement)((Packed >> (3 * (int)field)) & 7);

    /// <summary>The same with the agreement of one field set that was not known.</summary>
    public Pattern With(LinkageField field, Agreement agreement) => new(Packed & ~(7 << (3 * (int)field)) | ((int)agreement << (3 * (int)field)));
}
