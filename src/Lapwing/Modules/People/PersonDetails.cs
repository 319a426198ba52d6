using Lapwing.Time;

namespace Lapwing.Modules.People;

/// <summary>All that a file knows of a person, as text: what a form shows and takes. Any of it may be missing. It identifies a person, so it is never printed.</summary>
public sealed record PersonDetails
{
    /// <summary>More names than anybody is known by.</summary>
    public const int MostNames = 100, MostBirthDates = 10;

    public string? GivenName { get; init; }
    public string? FamilyName { get; init; }

    /// <summary>Every other name: earlier ones, aliases, other spellings and other scripts.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];
    public DateOnly? BornOn { get; init; }

    /// <summary>The month or the year of birth, where the day is not known.</summary>
    public PartialDate? BornAbout { get; init; }

    /// <summary>Other birth dates that somebody has given: "exact or several", as the MARAC form asks.</summary>
    public IReadOnlyList<DateOnly> OtherBirthDates { get; init; } = [];
    public int? Age { get; init; }

    /// <summary>The day on which they were of that age.</summary>
    public DateOnly? AgeAsOf { get; init; }
    public Characteristics Characteristics { get; init; } = new();
    public string? GenderIdentity { get; init; }
    public string? Religion { get; init; }
    public string? Language { get; init; }
    public string? Interpreter { get; init; }
    public string? Immigration { get; init; }
    public string? Recourse { get; init; }
    public RoleInFile Role { get; init; }

    /// <summary>How far it has been looked into that they cause harm; null for everybody else.</summary>
    public AssertionStatus? RoleStatus { get; init; }
    public AssertionSource? RoleSaidBy { get; init; }
    public DateOnly? RoleSaidOn { get; init; }

    public IEnumerable<string?> Names => [GivenName, FamilyName, .. OtherNames];

    public IEnumerable<DateOnly> BirthDates => BornOn is { } born ? [born, .. OtherBirthDates] : OtherBirthDates;

    /// <summary>The age on a day: exact from a birth date, about from a month or year, and otherwise from the age that was given and when that was.</summary>
    public int? AgeOn(DateOnly day) =>
        BornOn is { } born ? born <= day ? People.Age.On(born, day) : null
        : BornAbout is { } about ? about.Earliest <= day ? People.Age.On(about.Earliest, day) : null
        : Age is { } age ? AgeAsOf is { } then && then <= day ? age + People.Age.On(then, day) : age
        : null;

    /// <summary>When they were born or how old they are, as exactly as it is known.</summary>
    public string? BornWords(DateOnly today) =>
        BornOn is { } born ? $"{Spoken.Day(born)}{(AgeOn(today) is { } age ? $", aged {age}" : "")}"
        : BornAbout is { } about ? $"About {about.Words}{(AgeOn(today) is { } old ? $", aged about {old}" : "")}"
        : Age is { } given ? $"About {given}{(AgeAsOf is { } then ? $" on {Spoken.Day(then)}" : "")}"
        : null;

    /// <summary>Never the details.</summary>
    public override string ToString() => "(person)";
}
