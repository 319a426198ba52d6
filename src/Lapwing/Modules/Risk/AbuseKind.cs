using System.Text.Json.Serialization;

namespace Lapwing.Modules.Risk;

/// <summary>
/// The five kinds of abusive behaviour of the Domestic Abuse Act 2021, s.1(3)(a) to (e). Any one is enough, as a single incident or a
/// course of conduct, and also when it is directed at somebody else, such as a child (s.1(5)).
/// </summary>
[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<AbuseKind>))]
public enum AbuseKind
{
    /// <summary>None reported.</summary>
    None = 0,

    /// <summary>(a) physical or sexual abuse.</summary>
    PhysicalOrSexual = 1,

    /// <summary>(b) violent or threatening behaviour.</summary>
    ViolentOrThreatening = 2,

    /// <summary>(c) controlling or coercive behaviour.</summary>
    ControllingOrCoercive = 4,

    /// <summary>(d) economic abuse: a substantial adverse effect on the ability to acquire, use or maintain money or property, or to obtain goods or services (s.1(4)).</summary>
    Economic = 8,

    /// <summary>(e) psychological, emotional or other abuse.</summary>
    PsychologicalEmotionalOrOther = 16,
}

/// <summary>How the words are printed.</summary>
public static class AbuseKinds
{
    /// <summary>The five kinds in the order of the Act.</summary>
    public static IReadOnlyList<AbuseKind> All { get; } =
    [
        AbuseKind.PhysicalOrSexual, AbuseKind.ViolentOrThreatening, AbuseKind.ControllingOrCoercive, AbuseKind.Economic,
        AbuseKind.PsychologicalEmotionalOrOther,
    ];

    /// <summary>Each kind that is set, in the order of the Act.</summary>
    public static IEnumerable<AbuseKind> Each(this AbuseKind kinds) => All.Where(k => kinds.HasFlag(k));

    /// <summary>The words on the page; several are joined by a semicolon.</summary>
    public static string Title(this AbuseKind kinds) => kinds == AbuseKind.None
        ? "None reported"
        : string.Join("; ", kinds.Each().Select(k => k switch
        {
            AbuseKind.PhysicalOrSexual => "Physical or sexual abuse",
            AbuseKind.ViolentOrThreatening => "Violent or threatening behaviour",
            AbuseKind.ControllingOrCoercive => "Controlling or coercive behaviour",
            AbuseKind.Economic => "Economic abuse",
            _ => "Psychological, emotional or other abuse",
        }));
}
