using System.Text.Json;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;

namespace Lapwing.Modules.Referrals.Intake;

/// <summary>Everything that a referral says, before it is a record: what the journey asks, an import reads and the demonstration invents.
/// It identifies people, so it is only ever stored under seal and never printed.</summary>
public sealed record IntakeAnswers
{
    public WhoIsReferred Who { get; init; }
    public SafeContact? SafeContact { get; init; }
    public PersonAnswer Subject { get; init; } = new();
    public Characteristics Characteristics { get; init; } = new();
    public string? Telephone { get; init; }
    public string? Email { get; init; }
    public string? Address { get; init; }
    public int Area { get; init; }
    public ConsentBasis? Basis { get; init; }
    public string? BasisNote { get; init; }
    public AbuseKind Abuse { get; init; }
    public PersonallyConnected? Relationship { get; init; }
    public PersonAnswer Harmer { get; init; } = new();

    /// <summary>Who causes harm, in words, for when there is no name.</summary>
    public string? HarmerWords { get; init; }
    public DateOnly? IncidentOn { get; init; }
    public string? Account { get; init; }
    public int Children { get; init; }
    public IReadOnlyList<PersonAnswer> ChildrenNamed { get; init; } = [];
    public Needs Needs { get; init; }
    public string? Needed { get; init; }
    public string? ReferrerName { get; init; }
    public string? ReferrerRole { get; init; }
    public string? ReferrerTelephone { get; init; }

    /// <summary>The level, where another agency already assessed it.</summary>
    public RiskLevel Risk { get; init; }

    /// <summary>Codes of the questions that were answered, an empty answer included.</summary>
    public IReadOnlyList<string> Answered { get; init; } = [];

    /// <summary>A child under 16 goes to children's safeguarding and never to MARAC, which hears people of 16 and over. A child whose age nobody
    /// knows is treated as under 16 until somebody does.</summary>
    public bool IsForChildrensSafeguarding(DateOnly today) =>
        Subject.AgeOn(today) is { } age ? age < DomesticAbuseAct.MinimumAge : Who == WhoIsReferred.Child;

    public string ToJson() => JsonSerializer.Serialize(this);

    public static IntakeAnswers FromJson(string json) => JsonSerializer.Deserialize<IntakeAnswers>(json)!;

    /// <summary>Never the answers: they must not reach a log.</summary>
    public override string ToString() => "(answers)";
}

/// <summary>A person as somebody describes them: any of it may be missing.</summary>
public sealed record PersonAnswer
{
    public string? GivenName { get; init; }
    public string? FamilyName { get; init; }
    public DateOnly? BornOn { get; init; }

    /// <summary>In whole years, for when the birth date is not known.</summary>
    public int? Age { get; init; }

    public bool IsNamed => !string.IsNullOrWhiteSpace(GivenName) || !string.IsNullOrWhiteSpace(FamilyName);

    public string Name => $"{GivenName} {FamilyName}".Trim();

    public int? AgeOn(DateOnly day) => BornOn is { } born && born <= day ? People.Age.On(born, day) : Age;

    /// <summary>Never the name.</summary>
    public override string ToString() => "(person)";
}
