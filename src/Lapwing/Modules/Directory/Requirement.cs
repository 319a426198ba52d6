using System.Text.Json.Serialization;

namespace Lapwing.Modules.Directory;

/// <summary>What must be so before a service can help, beyond age, area and risk. Each is one checkbox on the service's page and one rule of the routing table.</summary>
[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<Requirement>))]
public enum Requirement
{
    /// <summary>Nothing more.</summary>
    None = 0,

    /// <summary>The person agreed to the support.</summary>
    Consent = 1,

    /// <summary>The abuse had an effect on the child (CODA).</summary>
    Impacted = 2,

    /// <summary>Not living with the person causing harm, nor at current risk from them (CODA).</summary>
    LivingApart = 4,

    /// <summary>The school agrees to the absence (CODA).</summary>
    SchoolAgrees = 8,

    /// <summary>A keyworker goes on supporting the family (CODA).</summary>
    Keyworker = 16,

    /// <summary>There are children in the household.</summary>
    ChildrenInHousehold = 32,

    /// <summary>High risk, high harm, or serial: more than one victim (Drive).</summary>
    HighHarmOrSerial = 64,

    /// <summary>The victim is supported by a worker of another team (Drive; national standard 1 for work with perpetrators).</summary>
    VictimSupported = 128,

    /// <summary>Abuse was asked about and ruled out (reducing parental conflict works below the threshold of abuse).</summary>
    AbuseScreenedOut = 256,
}

/// <summary>How the words are printed.</summary>
public static class Requirements
{
    /// <summary>Each requirement in the order of the page.</summary>
    public static IReadOnlyList<Requirement> All { get; } = [.. Enum.GetValues<Requirement>().Where(r => r != Requirement.None)];

    /// <summary>The words beside the checkbox.</summary>
    public static string Title(this Requirement requirement) => requirement switch
    {
        Requirement.None => "Nothing more",
        Requirement.Consent => "The person agreed",
        Requirement.Impacted => "Affected by the abuse",
        Requirement.LivingApart => "Not living with the person causing harm",
        Requirement.SchoolAgrees => "The school agrees",
        Requirement.Keyworker => "Has a keyworker",
        Requirement.ChildrenInHousehold => "Children in the household",
        Requirement.HighHarmOrSerial => "High risk, high harm or serial",
        Requirement.VictimSupported => "The victim is supported by another team",
        Requirement.AbuseScreenedOut => "Abuse was screened out",
        _ => throw new ArgumentOutOfRangeException(nameof(requirement), requirement, "Not one requirement."),
    };
}
