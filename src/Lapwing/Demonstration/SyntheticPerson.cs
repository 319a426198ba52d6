using Lapwing.Modules.Directory;
using Lapwing.Modules.People;

namespace Lapwing.Demonstration;

/// <summary>
/// A made-up person. Telephone numbers are from the ranges that Ofcom keeps for drama and belong to nobody; the postcode area ZZ does not exist.
/// Characteristics are codes of <see cref="Demographics"/>; null means that nobody asked.
/// </summary>
public sealed record SyntheticPerson
{
    /// <summary>On which side of the matter.</summary>
    public required WhoIsReferred Who { get; init; }

    /// <summary>Given name.</summary>
    public required string GivenName { get; init; }

    /// <summary>Family name.</summary>
    public required string FamilyName { get; init; }

    /// <summary>Birth date.</summary>
    public required DateOnly BornOn { get; init; }

    /// <summary>Age in years on the day for which the set is made.</summary>
    public required int Age { get; init; }

    /// <summary>Telephone number as typed, 07700 900000 to 900999 or 020 7946 0000 to 0999; null where none was given.</summary>
    public string? Phone { get; init; }

    /// <summary>House and street.</summary>
    public required string AddressLine { get; init; }

    /// <summary>Postcode.</summary>
    public required string Postcode { get; init; }

    /// <summary>The borough, as a Government Statistical Service code.</summary>
    public required string Area { get; init; }

    /// <summary>Gender.</summary>
    public required string Gender { get; init; }

    /// <summary>Ethnicity.</summary>
    public string? Ethnicity { get; init; }

    /// <summary>Disability.</summary>
    public string? Disability { get; init; }

    /// <summary>Sexual orientation.</summary>
    public string? SexualOrientation { get; init; }

    /// <summary>Whether gender is the same as at birth.</summary>
    public string? GenderIdentity { get; init; }
}
